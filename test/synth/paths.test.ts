import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Edge, FunctionChart, GitOps, IngressEdge, KedaPlatform, Monitoring, ProjectChart, Runtime } from '../../lib';
import { Environment } from '../../lib/environment';
import { InputError } from '../../lib/errors';
import { toFiles, writeFiles } from '../../lib/synth';
import { appName } from '../../lib/synth/app-name';
import { ENVIRONMENT, FUNCTION, load, problems } from '../catalog/folder';
import { own } from './files';

const configMap = (scope: Construct, data: object = {}) =>
  new ApiObject(scope, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: scope.node.id || 'x' }, data });

test.each([
  ['..', 'is a way to another folder'],
  ['.', 'is a way to another folder'],
  ['', 'is empty'],
  ['a/b', 'holds a character that a file name cannot'],
  ['a\\b', 'holds a character that a file name cannot'],
  ['c:', 'holds a character that a file name cannot'],
  ['a"b', 'holds a character that a file name cannot'],
  ['a\nb', 'holds a character that a file name cannot'],
  ['a\u2028b', 'holds a character that a file name cannot'],
  ['a\ud800', 'holds a character that a file name cannot'],
  ['a ', 'ends in a space or a dot'],
  ['a.', 'ends in a space or a dot'],
  ['NUL', 'is a device on Windows'],
  ['com1.x', 'is a device on Windows'],
  ['.git', 'is the name of a folder that the writer does not search'],
  ['node_modules', 'is the name of a folder that the writer does not search'],
  ['.synth-x', 'is the name of a folder that the writer does not search'],
  ['e\u0301', 'is not in Unicode form NFC'],
  ['x'.repeat(256), 'is longer than 255 bytes'],
  ['constructor', 'is a name that every JavaScript object has'],
  ['__proto__', 'is a name that every JavaScript object has'],
  ['toString', 'is a name that every JavaScript object has'],
])('an environment cannot have the id %j', (id, problem) => {
  const build = () => new Environment(new App(), id, { domain: 'a.b' });
  expect(build).toThrow(InputError);
  expect(build).toThrow(new RegExp(`^app: id ".*" ${problem}; allowed: a name that a file can have on every system$`));
});

test.each(['production', 'Production_EU', 'eu-1.prod', 'été', '.hidden', 'a b'])(
  'an environment can have the id %j',
  (id) => {
    const app = new App();
    configMap(new Chart(new Environment(app, id, { domain: 'a.b' }), 'c'));
    expect(Object.keys(toFiles(app))).toEqual([`${id}/c.yaml`]);
  },
);

test('the other constructs check their ids too', () => {
  const environment = new Environment(new App(), 'e', { domain: 'a.b' });
  const message = 'e: id "constructor" is a name that every JavaScript object has';
  for (const build of [
    () => new ProjectChart(environment, 'constructor', { name: 'p' }),
    () => new FunctionChart(environment, 'constructor', { project: 'p', image: 'a/b:1', runtime: Runtime.GO }),
    () => new KedaPlatform(environment, 'constructor'),
    () => new Edge(environment, 'constructor', {}),
    () => new Monitoring(environment, 'constructor'),
    () => new GitOps(environment, 'constructor', {} as never),
  ])
    expect(build).toThrow(message);
});

test.each([
  ['..', '../c.yaml: ".." is a way to another folder; allowed: ids that are file names everywhere'],
  ['x:y', 'x:y/c.yaml: "x:y" holds a character that a file name cannot; allowed:'],
  ['a\u001b[2J', 'a\\u001b[2J/c.yaml: "a\\u001b[2J" holds a character'],
])('any construct above a chart is checked where the path is made: %j', (id, message) => {
  const app = new App();
  configMap(new Chart(new Construct(app, id), 'c'));
  expect(() => toFiles(app)).toThrow(InputError);
  expect(() => toFiles(app)).toThrow(message);
});

test.each([
  [['A', 'a'], 'a.yaml: differs from A.yaml in case only; allowed: paths that differ otherwise'],
  [['a', 'a.yaml/b'], 'a.yaml/b.yaml: a.yaml is a file; allowed: folders above a file that are not files'],
  [['a', 'A.yaml/b'], 'A.yaml/b.yaml: a.yaml is a file; allowed:'],
])('paths that one system takes for one are refused: %j', (ids, message) => {
  const app = new App();
  ids.forEach((id) => {
    const [first, second] = id.split('/') as [string, string?];
    configMap(new Chart(second ? new Construct(app, first) : app, second ?? first));
  });
  expect(() => toFiles(app)).toThrow(message);
});

test.each([
  ['../x.yaml', '../x.yaml: ".." is a way'],
  ['/etc/x.yaml', '/etc/x.yaml: "" is empty'],
  ['a/./x.yaml', 'a/./x.yaml: "." is a way'],
  ['a.txt', 'a.txt: does not end in .yaml'],
  ['a\\b.yaml', 'a\\b.yaml: "a\\b.yaml" holds a character'],
])('writeFiles refuses the path %j', (path, message) => {
  expect(() => writeFiles(join(tmpdir(), 'never-made'), { [path]: own('a.yaml', '1') })).toThrow(message);
  expect(fs.existsSync(join(tmpdir(), 'never-made'))).toBe(false);
});

test('writeFiles refuses a text that it could not recognize again', () => {
  for (const text of ['kind: X\n', own('b.yaml', '1'), own('a.yaml', '1', 'other')]) {
    expect(() => writeFiles(join(tmpdir(), 'never-made'), { 'a.yaml': text })).toThrow(
      'a.yaml: does not begin with the header of this file and of app "cdk8s-keda-functions"; allowed: what toFiles renders for it',
    );
  }
});

describe('keys', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const keyed = (name: string) => JSON.parse(`{"${name}": "x"}`) as { [key: string]: string };

  test.each(NAMES)('a map of labels or annotations has the key %s, or a clear error', (name) => {
    const app = new App();
    const environment = new Environment(app, 'e', { domain: 'a.b' });
    const works = name !== 'constructor' && name !== '__proto__';
    const builds = [
      () => new ProjectChart(environment, 'p', { name: 'p', labels: keyed(name) }),
      () => new IngressEdge(environment, 'i', { annotations: keyed(name) }),
      () => new Monitoring(environment, 'm', { labels: keyed(name) }),
    ];
    for (const build of builds) {
      if (works) build();
      else expect(build).toThrow(new RegExp(`${name} (cannot be rendered|is not a valid name); allowed: `));
    }
    if (works)
      for (const path of ['p', 'i', 'm/prometheus']) expect(toFiles(app)[`e/${path}.yaml`]).toContain(`${name}: x`);
  });

  test.each(NAMES)('env and unknown keys of the catalog: %s', (name) => {
    const env = (load({
      'environments/e.yaml': ENVIRONMENT,
      'functions/p/f.yaml': `${FUNCTION}env: {${name}: x}\n`,
    }).environments[0]!.projects[0]!.functions[0]!.props.env ?? {}) as object;
    expect(Object.entries(env)).toEqual([[name, 'x']]);
    for (const [file, text] of [
      ['environments/e.yaml', ENVIRONMENT],
      ['functions/p/f.yaml', FUNCTION],
    ] as const) {
      const files = {
        'environments/e.yaml': ENVIRONMENT,
        'functions/p/f.yaml': FUNCTION,
        [file]: `${text}${name}: x\n`,
      };
      expect(problems(files)).toEqual([expect.stringContaining(`${name} is an unknown key; `)]);
    }
  });

  test('what cdk8s itself cannot render is told with the path of the object', () => {
    const app = new App();
    configMap(new Chart(app, 'c'), { constructor: 'x' });
    expect(() => toFiles(app)).toThrow(
      new InputError('c/x: a key "constructor" cannot be rendered; allowed: plain values, and any other key'),
    );
  });

  test.each([
    ['functions/p/constructor.yaml', FUNCTION],
    ['functions/constructor/f.yaml', FUNCTION],
    ['environments/constructor.yaml', ENVIRONMENT],
    ['functions/p/aux.yaml', FUNCTION],
  ])('a name that cannot be a path is told with its file: %s', (path, text) => {
    const files = { 'environments/e.yaml': ENVIRONMENT, 'functions/p/f.yaml': FUNCTION, [path]: text };
    const [problem] = problems(files);
    expect(problem).toMatch(/^(functions|environments)\/.*:1: name "(constructor|aux)" is a .*; allowed: a name/);
  });
});

describe('the name of the app', () => {
  let root: string;
  const { argv } = process;
  const put = (path: string, text: string) => {
    fs.mkdirSync(join(root, path, '..'), { recursive: true });
    fs.writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = fs.mkdtempSync(join(tmpdir(), 'name-'));
  });
  afterEach(() => {
    process.argv = argv;
    jest.restoreAllMocks();
    fs.rmSync(root, { recursive: true });
  });
  const run = (program: string, cwd = root) => {
    process.argv = ['node', join(root, program)];
    jest.spyOn(process, 'cwd').mockReturnValue(cwd);
    return appName();
  };

  test('is that of the nearest package.json with one, above the program', () => {
    put('package.json', '{"name": "outer"}');
    put('inner/package.json', '{"name": "@acme/inner"}');
    put('inner/build/package.json', '{"type": "module"}');
    put('inner/build/main.js', '');
    put('main.ts', '');
    expect(run('inner/build/main.js')).toBe('@acme/inner');
    expect(run('main.ts', join(root, 'inner'))).toBe('outer');
    fs.symlinkSync('inner/build/main.js', join(root, 'link.js'));
    expect(run('link.js')).toBe('@acme/inner');
  });

  test('is not that of a tool that runs it', () => {
    put('package.json', '{"name": "mine"}');
    put('node_modules/jest/package.json', '{"name": "jest"}');
    put('node_modules/jest/bin.js', '');
    expect(run('node_modules/jest/bin.js')).toBe('mine');
    expect(run('nothing-there.ts')).toBe('mine');
  });

  test('is asked for where there is none, and checked', () => {
    put('main.ts', '');
    put('package.json', '{"private": true}');
    expect(() => run('main.ts')).toThrow(
      'name of the app is missing; allowed: the option name, or a "name" in package.json',
    );
    put('package.json', '{"name": ');
    expect(() => run('main.ts')).toThrow(`${root}/package.json: is not JSON; allowed: JSON (`);
    for (const name of ['', 'a"b', 'a\nb', '-x', 'x'.repeat(215)]) {
      expect(() => appName(name)).toThrow(/^name ".*" is not the name of an app; allowed:/);
    }
    expect(appName('@acme/platform.eu')).toBe('@acme/platform.eu');
  });
});
