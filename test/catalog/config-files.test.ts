import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, type Files, FUNCTION, inFolder, load, problems, problemsIn } from './folder';

const declared = (files: string) => `${FUNCTION}envFromConfigMaps: [app]\nconfigMaps:\n  app:\n    files: ${files}\n`;
const folder = (yaml: string, others: Files = {}): Files => ({
  'environments/a.yaml': ENVIRONMENT,
  'functions/p/f.yaml': yaml,
  ...others,
});
const configMaps = (files: Files) => load(files).environments[0].projects[0].functions[0].props.configMaps;

test('files beside the function and in its folder are the content of keys', () => {
  const text = '\ufeffa: 1\r\n\n';
  const files = {
    'functions/p/nginx.conf': 'listen 80;',
    'functions/p/f/app.yaml': text,
    'functions/p/f/empty': '',
    'functions/p/f/logo.png': Buffer.from([0x89, 0x50, 0xff]),
    'functions/p/f/control.txt': '\u0000a',
  };
  const named = '{nginx.conf: nginx.conf, app: f/app.yaml, e: f/empty, logo: f/logo.png, control: f/control.txt}';
  expect(configMaps(folder(declared(named), files))).toEqual({
    app: {
      data: { 'nginx.conf': 'listen 80;', app: text, e: '' },
      binaryData: { logo: 'iVD/', control: 'AGE=' },
    },
  });
});

test('they stand beside what is declared in place', () => {
  const yaml = `${declared('{a: f/a}')}    data: { b: x }\n    binaryData: { c: AAE= }\n`;
  expect(configMaps(folder(yaml, { 'functions/p/f/a': 'y' }))).toEqual({
    app: { data: { b: 'x', a: 'y' }, binaryData: { c: 'AAE=' } },
  });
});

test('an environment has files of its own for what it overrides', () => {
  const files = {
    ...folder(declared('{a: f/a}'), { 'functions/p/f/a': 'y' }),
    'environments/a.yaml': `${ENVIRONMENT}overrides: {p/f: {configMaps: {app: {files: {a: a/a}}}}}\n`,
    'environments/a/a': 'z',
  };
  expect(configMaps(files)).toEqual({ app: { data: { a: 'z' } } });
});

test('null takes away a key, or a ConfigMap', () => {
  const overridden = (yaml: string) => ({
    ...folder(declared('{a: f/a, b: f/b}'), { 'functions/p/f/a': 'y', 'functions/p/f/b': Buffer.from([0xff]) }),
    'environments/a.yaml': `${ENVIRONMENT}overrides: {p/f: {configMaps: ${yaml}}}\n`,
  });
  expect(configMaps(overridden('{app: {files: {b: null}}}'))?.app.data).toEqual({ a: 'y' });
  expect(configMaps(overridden('{app: {files: {b: null}}}'))?.app.binaryData).toEqual({});
  expect(configMaps(overridden('{app: {data: {a: null}}}'))?.app).toEqual({ data: {}, binaryData: { b: '/w==' } });
  expect(configMaps(overridden('{app: null}'))).toEqual({});
});

test.each<[what: string, files: string, problem: string, others?: Files]>([
  [
    'a file that is not there',
    '{a: f/a}',
    'a "f/a" names what is not taken: file cannot be read: ENOENT; allowed: a file',
  ],
  [
    'a folder',
    '{a: f}',
    'a "f" names what is not taken: file is a folder; allowed: a regular file',
    { 'functions/p/f/a': '' },
  ],
  ['a way out', '{a: ../q/a}', 'a "../q/a" leads out of the folder of the YAML file', { 'functions/q/a': '' }],
  ['a way out behind a folder', '{a: f/../../q/a}', 'a "f/../../q/a" leads out of the folder', { 'functions/q/a': '' }],
  ['an absolute path', '{a: /etc/passwd}', 'a "/etc/passwd" leads out of the folder of the YAML file'],
  ['what is hidden', '{a: .env}', 'a ".env" names what is not taken: link leads out', { 'functions/p/.env': 'A=1' }],
  [
    'a large one',
    '{a: a}',
    'a "a" names what is not taken: file is longer than 1 MiB',
    { 'functions/p/a': 'x'.repeat(2 ** 20 + 1) },
  ],
])('%s is refused with file and line', (...[, files, problem, others]) => {
  const found = problems(folder(declared(files), others));
  expect(found).toEqual([expect.stringContaining(`functions/p/f.yaml:6: configMaps.app.files.${problem}`)]);
});

test('two large files are too large together, and one key has one content', () => {
  const half = { 'functions/p/a': 'x'.repeat(2 ** 19), 'functions/p/b': 'y'.repeat(2 ** 19 + 1) };
  expect(problems(folder(declared('{a: a, b: b}'), half))).toEqual([
    'functions/p/f.yaml:5: configMaps.app holds 1048577 bytes; allowed: at most 1048576, 1 MiB',
  ]);
  expect(problems(folder(`${declared('{a: a}')}    data: { a: x }`, half))).toEqual([
    'functions/p/f.yaml:6: configMaps.app.files.a is given twice; allowed: each key once',
  ]);
});

test('a link out of the catalog is not followed', () => {
  inFolder(folder(declared('{a: f/hostname}')), (root) => {
    symlinkSync('/etc', join(root, 'functions/p/f'));
    expect(problemsIn(root)).toEqual([
      expect.stringContaining('names what is not taken: link leads out of the catalog'),
    ]);
  });
});

test('a folder that no function is called by is still told', () => {
  expect(problems(folder(FUNCTION, { 'functions/p/g/h.yaml': FUNCTION }))).toEqual([
    'functions/p/g:1: folder within a project; allowed: functions/<project>/<function>.yaml, and folders named as a function',
  ]);
});

test('two functions of a project make no ConfigMap of one name; those of two projects may', () => {
  const other = {
    'functions/p/g.yaml': `${FUNCTION}configMaps: {app: {}}`,
    'functions/q/g.yaml': `${FUNCTION}hosts: [q.test]\nconfigMaps: {app: {}}`,
  };
  expect(problems(folder(`${FUNCTION}configMaps: {app: {}}`, other))).toEqual([
    'functions/p/g.yaml:3: configMaps.app makes the ConfigMap "app", as functions/p/f.yaml does; allowed: another name',
  ]);
});

test('nor do two functions of projects that share a namespace', () => {
  const shared = {
    'functions/p/project.yaml': 'namespace: team',
    'functions/q/project.yaml': 'namespace: team\ncreateNamespace: false',
    'functions/q/g.yaml': `${FUNCTION}hosts: [q.test]\nconfigMaps: {app: {}}`,
  };
  expect(problems(folder(`${FUNCTION}configMaps: {app: {}}`, shared))).toEqual([
    'functions/q/g.yaml:4: configMaps.app makes the ConfigMap "app", as functions/p/f.yaml does; allowed: another name',
  ]);
});

test('two functions make no ServiceAccount of one name, whether said or derived', () => {
  const account = `${FUNCTION}serviceAccount: {}\n`;
  const others = {
    'functions/p/g.yaml': `${account}serviceAccountName: same`,
    'functions/p/h.yaml': `${account}serviceAccountName: same`,
    'functions/p/i.yaml': `${account}serviceAccountName: fn-p-f`,
    'functions/q/g.yaml': `${account}serviceAccountName: same\nhosts: [q.test]`,
  };
  const allowed = 'allowed: another name';
  const naming = { 'environments/a.yaml': 'domain: fn.test\nnaming: {object: "fn-{project}-{function}"}' };
  expect(problems(folder(account, { ...others, ...naming }))).toEqual([
    `functions/p/h.yaml:4: serviceAccountName makes the ServiceAccount "same", as functions/p/g.yaml does; ${allowed}`,
    `functions/p/i.yaml:4: serviceAccountName makes the ServiceAccount "fn-p-f", as functions/p/f.yaml does; ${allowed}`,
  ]);
});

test('what all functions share is not a ConfigMap, which each would make', () => {
  const files = folder(FUNCTION);
  expect(problems({ ...files, 'environments/a.yaml': `${ENVIRONMENT}defaults: {configMaps: {app: {}}}` })).toEqual([
    expect.stringContaining('environments/a.yaml:2: defaults.configMaps is an unknown key'),
  ]);
});
