// npm run package: packages for npm, PyPI and Go, in the folder `packages`.
// `npm run package -- --check` makes none: it asks whether jsii takes the public API.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assemble } from './assemble';

const onlyCheck = process.argv.includes('--check');
const out = resolve('packages');
const folder = mkdtempSync(join(tmpdir(), 'jsii-'));
const run = (command: string, ...args: string[]) =>
  execFileSync(join(__dirname, '../node_modules/.bin', command), args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Node 20 works
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });

try {
  assemble(folder);
  // "operator" and the like: targets that reserve such a word rename it
  run('jsii', '--silence-warnings=reserved-word');
  console.log('jsii: the public API is taken');
  if (!onlyCheck) {
    run('jsii-pacmak', '--targets=python');
    // Go's package is its source: whoever uses it builds it
    run('jsii-pacmak', '--targets=go', '--code-only');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { stdio: 'inherit' });
    cpSync(join(folder, 'dist/python'), out, { recursive: true });
    cpSync(join(folder, 'dist/go'), join(out, 'go'), { recursive: true });
  }
} catch {
  process.exitCode = 1; // what failed has said so
} finally {
  rmSync(folder, { recursive: true });
}
