/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/main.test.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  snapshotResolver: '<rootDir>/test/snapshot-resolver.js',
  collectCoverageFrom: ['lib/**/*.ts', 'cli/**/*.ts', '!lib/**/index.ts'],
  coverageThreshold: { global: { statements: 95 } },
};
