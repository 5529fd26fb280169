import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { main } from '../../cli/app';
import { toFiles } from '../../lib';
import { addWarning } from '../../lib/warnings';

let parent: string;
let outdir: string;
const { argv } = process;
const { CDK8S_OUTDIR, CDK8S_ALLOW_REMOVALS, DEBUG } = process.env;
const out: string[] = [];
const err: string[] = [];
beforeEach(() => {
  parent = fs.mkdtempSync(join(tmpdir(), 'app-'));
  outdir = join(parent, 'out');
  out.length = 0;
  err.length = 0;
  process.argv = ['node', 'main.ts'];
  process.env.CDK8S_OUTDIR = outdir;
  delete process.env.CDK8S_ALLOW_REMOVALS;
  delete process.env.DEBUG;
  jest.spyOn(console, 'log').mockImplementation((line) => void out.push(...line.split('\n')));
  jest.spyOn(console, 'error').mockImplementation((line) => void err.push(line));
});
afterEach(() => {
  process.argv = argv;
  process.exitCode = undefined;
  for (const [name, value] of Object.entries({ CDK8S_OUTDIR, CDK8S_ALLOW_REMOVALS, DEBUG })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  jest.mocked(console.log).mockRestore();
  jest.mocked(console.error).mockRestore();
  fs.rmSync(parent, { recursive: true });
});
const build = (name: string) => (app: App) => {
  const metadata = { name };
  new ApiObject(new Chart(app, 'a'), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
};

test('writes to CDK8S_OUTDIR, and --outdir comes before it', () => {
  main(build('a'));
  expect(out).toEqual([`${outdir}/a.yaml`, '1 written, 0 unchanged, 0 removed']);
  expect(process.exitCode).toBeUndefined();
  const other = join(parent, 'other', 'deep');
  process.argv.push('--outdir', other);
  main(build('b'));
  expect(fs.readdirSync(other)).toEqual(['a.yaml']);
  expect(fs.readFileSync(join(outdir, 'a.yaml'), 'utf8')).toContain('name: a\n');
});

test('says what it wrote and removed', () => {
  main(build('a'));
  main(() => {});
  expect(err).toEqual([
    `error: ${outdir}: 1 of the 1 files of this app would be removed; allowed: --allow-removals or CDK8S_ALLOW_REMOVALS=1 (allowRemovals of synthesize) if they shall go`,
  ]);
  process.argv.push('--allow-removals');
  main(() => {});
  expect(out).toEqual([
    `${outdir}/a.yaml`,
    '1 written, 0 unchanged, 0 removed',
    `${outdir}/a.yaml (removed)`,
    '0 written, 0 unchanged, 1 removed',
  ]);
});

test.each([
  ['1', true],
  ['true', true],
  ['0', false],
  ['', false],
])('CDK8S_ALLOW_REMOVALS=%s', (value, removes) => {
  main(build('a'));
  process.env.CDK8S_ALLOW_REMOVALS = value;
  main(() => {});
  expect(fs.existsSync(join(outdir, 'a.yaml'))).toBe(!removes);
  expect(process.exitCode).toBe(removes ? undefined : 1);
});

test('CDK8S_ALLOW_REMOVALS takes no other word', () => {
  process.env.CDK8S_ALLOW_REMOVALS = 'yes';
  main(() => {});
  expect(err).toEqual(['error: CDK8S_ALLOW_REMOVALS "yes" is invalid; allowed: 1, true, 0, false']);
});

test('--explain says what holds of a function of the working folder, and writes nothing', () => {
  process.argv.push('--explain', 'my-project/hello');
  main(() => {
    throw new Error('built');
  });
  expect(err).toEqual([]);
  expect(out.join('\n')).toMatch(
    /^my-project\/hello in production\n\nruntime +go +functions\/my-project\/hello.yaml:2\n/,
  );
  expect(process.exitCode).toBe(0);
  expect(fs.existsSync(outdir)).toBe(false);
});

test('every problem is a line of its own, without a stack, and the output stays', () => {
  main(build('a'));
  const state = () => fs.readdirSync(outdir).map((name) => [name, fs.statSync(join(outdir, name)).ino]);
  const before = state();
  main((app) => {
    build('b')(app);
    for (const id of ['z', 'y']) new Chart(app, id).node.addValidation({ validate: () => ['wrong'] });
  });
  expect([err, process.exitCode]).toEqual([['error: y: wrong', 'error: z: wrong'], 1]);
  expect(state()).toEqual(before);
});

test.each([
  ['an error', new Error('boom'), 'error: boom (DEBUG=1 shows where)'],
  ['something else', 'boom', 'error: boom (DEBUG=1 shows where)'],
])('%s of the app is one line', (_, thrown, line) => {
  main(() => {
    throw thrown;
  });
  expect([out, err, process.exitCode]).toEqual([[], [line], 1]);
});

test.each(['constructor', '__proto__', 'toString'])('an id that the construct tree cannot keep is told: %s', (id) => {
  main((app) => void new Chart(app, id));
  expect(err).toEqual([`error: App: id "${id}" is a name that every JavaScript object has; allowed: another id`]);
});

test('an output folder without a name is an error, by option and by environment', () => {
  const before = fs.readdirSync('.');
  process.env.CDK8S_OUTDIR = '';
  main(build('a'));
  process.argv.push('--outdir', '');
  main(build('a'));
  expect(err).toEqual(Array(2).fill(expect.stringMatching(/^error: output folder "" is empty; allowed: /)));
  expect([process.exitCode, fs.readdirSync('.')]).toEqual([1, before]);
});

test('a warning is told on standard error, and all is written all the same', () => {
  main((app) => addWarning(new Chart(app, 'a'), () => ['take care']));
  expect([err, out, process.exitCode]).toEqual([
    ['warning: a: take care'],
    ['0 written, 0 unchanged, 0 removed'],
    undefined,
  ]);
});

test('what an earlier version left is a warning', () => {
  fs.mkdirSync(outdir);
  const header = '# Generated by cdk8s-keda-functions: change the declaration and synthesize again.';
  fs.writeFileSync(join(outdir, 'z.yaml'), `${header}\n`);
  main(build('a'));
  expect([err, process.exitCode]).toEqual([
    [`warning: ${outdir}/z.yaml: an earlier version wrote it, for this app or another; remove it if no app needs it`],
    undefined,
  ]);
});

test('the name of the app is the one that main is given', () => {
  main(build('a'), { name: 'other' });
  expect(fs.readFileSync(join(outdir, 'a.yaml'), 'utf8')).toMatch(
    /^# Generated by cdk8s-keda-functions \(app "other", file "a.yaml"\): change /,
  );
  expect(toFiles(new App())).toEqual({});
});

test('DEBUG=1 shows the stack, where there is one', () => {
  process.env.DEBUG = '1';
  const error = new Error('boom');
  main(() => {
    throw error;
  });
  expect(err).toEqual([`error: ${error.stack}`]);
  delete error.stack;
  main(() => {
    throw error;
  });
  expect(err[1]).toBe('error: boom');
});

test('an unknown option is told', () => {
  process.argv.push('--output', 'x');
  main(build('a'));
  expect([err.length, process.exitCode, fs.existsSync(outdir)]).toEqual([1, 1, false]);
  expect(err[0]).toContain("Unknown option '--output'");
});
