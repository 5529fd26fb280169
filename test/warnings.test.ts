import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { main, warningsOf } from '../lib';
import { addWarning } from '../lib/warnings';

test('what the checks find when the tree is complete, each once, in order, with the path', () => {
  const app = new App();
  const found: string[] = [];
  const construct = new Construct(new Chart(app, 'b'), 'c');
  addWarning(construct, () => found);
  addWarning(construct, () => ['two', 'one']);
  addWarning(app, () => ['of the app']);
  found.push('late', 'two');
  expect(warningsOf(app)).toEqual(['app: of the app', 'b/c: late', 'b/c: one', 'b/c: two']);
  expect(warningsOf(new App())).toEqual([]);
});

test('main says them on standard error, writes all the same and succeeds', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'warnings-'));
  const { argv } = process;
  process.argv = ['node', 'main.ts', '--outdir', outdir];
  const log = jest.spyOn(console, 'log').mockImplementation();
  const error = jest.spyOn(console, 'error').mockImplementation();
  try {
    main((app) => addWarning(new Chart(app, 'a'), () => ['take care']));
    expect(error.mock.calls).toEqual([['warning: a: take care']]);
    expect(log.mock.calls).toEqual([['0 written, 0 unchanged, 0 removed']]);
    expect(process.exitCode).toBeUndefined();
    expect(readdirSync(outdir)).toEqual([]);
  } finally {
    jest.restoreAllMocks();
    process.argv = argv;
    rmSync(outdir, { recursive: true });
  }
});
