// The tests that need a cluster: npm run test:e2e with KUBECONFIG set.
const { testPathIgnorePatterns, coverageThreshold, ...config } = require('./jest.config');

module.exports = {
  ...config,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  maxWorkers: 1,
  testSequencer: '<rootDir>/test/e2e/sequencer.js',
};
