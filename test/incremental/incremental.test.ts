import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import fc from 'fast-check';
import { Catalog, synthesize } from '../../lib';
import { LOCAL } from '../../lib/incremental/local';
import { memoryFile } from '../../lib/incremental/memory';
import { synthesizeFolder } from '../../lib/incremental/synthesize-folder';
import { FUNCTION } from '../catalog/folder';

const ENVIRONMENTS = {
  'environments/a.yaml': [
    'domain: a.test',
    'platform:',
    '  rbac: functions',
    'edge:',
    '  ingress:',
    '    className: nginx',
    'monitoring:',
    '  scrape: prometheusOperator',
    '  dashboardNamespace: grafana',
    'gitops:',
    '  argocd:',
    '    repoUrl: https://example.com/repo.git',
    '',
  ].join('\n'),
  'environments/b.yaml': 'domain: b.test\nplatform: false\nprojects:\n  - p\noverrides:\n  p/f:\n    cpu: 200m\n',
};
/** A value of each, beside which the others are the defaults. */
const VALUES: { readonly [key: string]: string } = {
  image: 'example.com/hello:2.0.0',
  command: '[run]',
  args: '[--fast]',
  workingDirectory: '/srv',
  env: '{ API_TOKEN: s3cr3t-value, LOG: debug }',
  port: '9090',
  healthPath: '/ready',
  cpu: '250m',
  cpuLimit: '500m',
  memory: '256Mi',
  memoryLimit: '512Mi',
  podLabels: '{ team: a }',
  podAnnotations: '{ example.com/a: b }',
};

let folder: string;
const { XDG_CACHE_HOME } = process.env;

const setUp = () => {
  folder = mkdtempSync(join(tmpdir(), 'incremental-'));
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  for (const [path, text] of Object.entries(ENVIRONMENTS)) put(path, text);
  for (const name of ['p/f', 'p/g', 'q/e', 'q/h']) put(`functions/${name}.yaml`, FUNCTION);
};
const tearDown = () => rmSync(folder, { recursive: true });
beforeEach(setUp);
afterEach(() => {
  if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
  tearDown();
});

const at = (path: string) => join(folder, path);
const run = () => ({ folder, outdir: at('dist'), name: 'x' });

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function filesIn(root: string): { [path: string]: string } {
  const paths = readdirSync(root, { recursive: true }) as string[];
  const files = paths.filter((path) => statSync(join(root, path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Synthesizes, and holds that against a run without memory. Whether all was rendered. */
function synth(allowRemovals = false): boolean {
  let isWhole = false;
  const result = synthesizeFolder(run(), allowRemovals, (what) => {
    if (what === 'rendered') isWhole = true;
  });
  const app = new App({ outdir: at('other') });
  new Catalog(app, { folder });
  const { warnings } = synthesize(app, { name: 'x', allowRemovals: true });
  const expected = filesIn(at('other'));
  expect(filesIn(at('dist'))).toEqual(expected);
  expect([...result.written, ...result.unchanged].sort()).toEqual(Object.keys(expected));
  expect(result.warnings).toEqual(warnings);
  return isWhole;
}

test('what did not change is not rendered again', () => {
  expect([synth(), synth(), synth()]).toEqual([true, false, false]);
});

test('a test has a value of each setting that only its own file shows', () => {
  expect(Object.keys(VALUES)).toEqual(LOCAL);
});

test('a job that changed is rendered with all else', () => {
  const job = (version: string) =>
    `kind: job\nruntime: go\nimage: example.com/job:${version}\nschedule: { cron: "@daily" }\n`;
  put('functions/p/job.yaml', job('1.0.0'));
  synth();
  put('functions/p/job.yaml', job('2.0.0'));
  expect(synth()).toBe(true);
});

test.each(LOCAL)('%s changes the file of its function alone', (key) => {
  put('functions/p/g.yaml', `${FUNCTION}env: { API_TOKEN: old-s3cr3t }\n`);
  synth();
  const others = (files: object) => Object.entries(files).filter(([path]) => !path.endsWith('/p/f.yaml'));
  const before = filesIn(at('dist'));
  put('functions/p/f.yaml', `${FUNCTION.replace(new RegExp(`^${key}:.*\n`, 'm'), '')}${key}: ${VALUES[key]}\n`);
  expect(synth()).toBe(false);
  const after = filesIn(at('dist'));
  expect(after).not.toEqual(before);
  expect(others(after)).toEqual(others(before));
  expect(synth()).toBe(false);
});

test('several functions change at once', () => {
  synth();
  put('functions/p/f.yaml', `${FUNCTION}port: 9000\n`);
  put('functions/q/h.yaml', `${FUNCTION}port: 9001\n`);
  expect([synth(), synth()]).toEqual([false, false]);
});

test.each([
  ['of a function that others see', 'functions/p/f.yaml', `${FUNCTION}minReplicas: 1\n`],
  ['of an environment', 'environments/b.yaml', 'domain: c.test\nplatform: false\n'],
  ['of a project', 'functions/p/project.yaml', 'quota:\n  pods: 50\n'],
  ['by a new function', 'functions/p/new.yaml', FUNCTION],
])('a change %s is rendered as a whole', (_, path, text) => {
  synth();
  put(path, text);
  expect(synth()).toBe(true);
});

test('what is wrong is said as without memory, and changes nothing', () => {
  synth();
  const before = filesIn(at('dist'));
  put('functions/p/f.yaml', `${FUNCTION}port: 0\n`);
  expect(() => synth()).toThrow('functions/p/f.yaml:3: port 0');
  expect(filesIn(at('dist'))).toEqual(before);
  put('functions/p/f.yaml', `${FUNCTION}port: 9000\n`);
  expect(synth()).toBe(false);
});

test.each([
  ['changed', (file: string) => appendFileSync(file, 'a: b\n')],
  ['removed', (file: string) => rmSync(file)],
  ['copied', (file: string) => writeFileSync(`${file}.copy.yaml`, readFileSync(file))],
])('a file of the output that somebody %s is seen', (what, change) => {
  synth();
  change(at('dist/a/functions/p/f.yaml'));
  const outdir = at('dist/a/functions/p/f.yaml.copy.yaml');
  if (what === 'copied') {
    // it is no file of the app, and stays
    synthesizeFolder(run(), false);
    rmSync(outdir);
  }
  expect(synth()).toBe(true);
});

test.each(['README.txt', 'p/README.txt'])(
  '%s of somebody else in the output stays, whatever changes beside it',
  (file) => {
    synth();
    const own = at(`dist/a/functions/${file}`);
    writeFileSync(own, 'mine');
    synthesizeFolder(run(), false);
    for (const names of [['f'], ['f', 'g']]) {
      for (const name of names) put(`functions/p/${name}.yaml`, `${FUNCTION}port: ${9000 + names.length}\n`);
      synthesizeFolder(run(), false);
      expect(readFileSync(own, 'utf8')).toBe('mine');
    }
    rmSync(own);
    synth();
  },
);

test.each([
  ['torn', (text: string) => text.slice(0, text.length / 2)],
  ['of other content', (text: string) => text.replace('port: 9000', 'port: 9001')],
  ['empty', () => ''],
  ['not one', () => '{}'],
])('a memory that is %s is ignored', (_, spoil) => {
  put('functions/p/f.yaml', `${FUNCTION}port: 9000\n`);
  synth();
  const file = memoryFile(run());
  writeFileSync(file, spoil(readFileSync(file, 'utf8')));
  expect(synth()).toBe(true);
  expect(synth()).toBe(false);
});

test('a memory that cannot be kept is none', () => {
  writeFileSync(at('cache'), '');
  expect([synth(), synth()]).toEqual([true, true]);
});

test('a change that keeps size and time is seen', () => {
  put('functions/p/f.yaml', `${FUNCTION}port: 9000\n`);
  utimesSync(at('functions/p/f.yaml'), 1, 1);
  synth();
  put('functions/p/f.yaml', `${FUNCTION}port: 9001\n`);
  utimesSync(at('functions/p/f.yaml'), 1, 1);
  expect(synth()).toBe(false);
  expect(readFileSync(at('dist/a/functions/p/f.yaml'), 'utf8')).toContain('9001');
});

const edit = fc.record({
  name: fc.constantFrom('p/f', 'p/g', 'q/e', 'q/h', 'q/i'),
  lines: fc.subarray([...Object.entries(VALUES).map((line) => line.join(': ')), 'minReplicas: 1', 'hosts: [HOST]'], {
    maxLength: 3,
  }),
  isGone: fc.constantFrom(true, false, false, false),
});

test('any edits give the files of a run without memory', () => {
  let quick = 0;
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (steps) => {
      tearDown();
      setUp();
      synth();
      for (const edits of steps) {
        for (const { name, lines, isGone } of edits) {
          const own = lines.some((line) => line.startsWith('image:')) ? ['runtime: go'] : [FUNCTION];
          const text = [...lines, ...own].join('\n').replace('HOST', `${name.replace('/', '.')}.example.com`);
          // an override of the environment asks for it
          if (isGone && name !== 'p/f') rmSync(at(`functions/${name}.yaml`), { force: true });
          else put(`functions/${name}.yaml`, text);
        }
        if (!synth(true)) quick++;
      }
    }),
    { numRuns: 5 },
  );
  expect(quick).toBeGreaterThan(0);
}, 300_000);
