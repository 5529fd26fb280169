import { run as runCommand } from '../../cli/program';
import { FUNCTION, inFolder } from '../catalog/folder';

const FILES = {
  'environments/prod.yaml': [
    'domain: fn.test',
    'defaults:',
    '  memory: 256Mi',
    '  cpuLimit: 500m',
    '  env: { A: e, B: e }',
    'overrides:',
    '  p/f: { memory: null }',
  ].join('\n'),
  'environments/stage.yaml': 'domain: stage.test\nprojects: [p]',
  'functions/p/project.yaml': 'defaults:\n  imagePullSecrets:\n    - registry\n  env: { B: p }',
  'functions/p/f.yaml': `${FUNCTION}cpu: 0.50\ncpuLimit: null\nenv:\n  C: "a\\n\u202eb"\n  A: null\n  D: "1"`,
  'functions/q/g.yaml': FUNCTION,
};

let out: string;
let errors: string[];
beforeEach(() => {
  out = '';
  errors = [];
  jest.spyOn(console, 'log').mockImplementation((text) => {
    out += text;
  });
  jest.spyOn(console, 'error').mockImplementation((line) => void errors.push(line));
});
afterEach(() => jest.restoreAllMocks());

const run = (files: typeof FILES, ...args: string[]) =>
  inFolder(files, (root) => runCommand(['explain', ...args, '--folder', root]));

/** The value and the place of each key. */
function rows(): { readonly [key: string]: string } {
  const lines = out.split('\n').slice(2);
  return Object.fromEntries(
    lines.map((line) => [line.split(' ')[0], line.replace(/^\S+ +/, '').replace(/ {2,}/g, ' | ')]),
  );
}

test('each setting has its value and the line that says it', async () => {
  expect(await run(FILES, 'p/f', '--environment', 'prod')).toBe(0);
  expect(errors).toEqual([]);
  expect(out.split('\n')[0]).toBe('p/f in prod');
  const all = rows();
  expect(all).toMatchObject({
    runtime: 'go | functions/p/f.yaml:1',
    cpu: '0.5 | functions/p/f.yaml:3',
    imagePullSecrets: '["registry"] | functions/p/project.yaml:2',
    'env.B': 'p | functions/p/project.yaml:4',
    'env.C': '"a\\n\\u202eb" | functions/p/f.yaml:6',
    'env.D': '"1" | functions/p/f.yaml:8',
    port: '8080 | default',
    hosts: '["f.fn.test"] | default',
  });
  expect(all.memory).toBe('128Mi | default: taken away by environments/prod.yaml:7');
  expect(all.cpuLimit).toBe('null | functions/p/f.yaml:4');
  expect(all['env.A']).toBe('null | functions/p/f.yaml:7');
  // what nobody says and what has no default is not there
  expect(all).not.toHaveProperty('command');
  expect(Object.keys(all).slice(0, 4)).toEqual(['runtime', 'image', 'http', 'hosts']);
});

test('each environment that runs the function', async () => {
  expect(await run(FILES, 'p/f')).toBe(0);
  expect(out).toMatch(/^p\/f in prod\n.*\n\np\/f in stage\n\nruntime /s);
  expect(out).toMatch(/\nhosts +\["f.stage.test"\] +default\n/);
  out = '';
  expect(await run(FILES, 'q/g')).toBe(0);
  expect(out).not.toContain('stage');
});

test('as JSON', async () => {
  expect(await run(FILES, 'p/f', '--environment', 'prod', '--output', 'json')).toBe(0);
  const [{ environment, function: name, settings }, ...others] = JSON.parse(out);
  expect([environment, name, others]).toEqual(['prod', 'p/f', []]);
  const of = (key: string) => settings.find((setting: { key: string }) => setting.key === key);
  expect(of('imagePullSecrets')).toEqual({
    key: 'imagePullSecrets',
    value: ['registry'],
    origin: { file: 'functions/p/project.yaml', line: 2 },
  });
  expect(of('memory')).toEqual({
    key: 'memory',
    value: '128Mi',
    removedAt: { file: 'environments/prod.yaml', line: 7 },
  });
  expect(of('port')).toEqual({ key: 'port', value: 8080 });
});

test.each([
  [['p/ff'], 'function "p/ff" is not in the catalog; did you mean "p/f"?'],
  [['else'], 'function "else" is not in the catalog; allowed: p/f, q/g'],
  [['q/g', '--environment', 'stage'], 'function "q/g" is not in environment stage; allowed: p/f'],
  [['p/f', '--environment', 'x'], 'environment "x" is not in the catalog; allowed: prod, stage'],
  [['p/f', '--output', 'xml'], "option '--output <format>' argument 'xml' is invalid. Allowed choices are text, json."],
  [[], "missing required argument 'project/name'"],
  [['p/f', '--otput', 'json'], "unknown option '--otput' (Did you mean --output?)"],
])('%j', async (args, problem) => {
  expect(await run(FILES, ...args)).toBe(2);
  expect([out, ...errors]).toEqual(['', `error: ${problem}`]);
});

test('a catalog that is not right is told, each line a problem', async () => {
  const files = { ...FILES, 'functions/p/f.yaml': `${FUNCTION}prot: 1\ncpu: x` };
  expect(await run(files, 'p/f')).toBe(2);
  expect(errors.map((line) => line.slice(0, 40))).toEqual([
    'error: functions/p/f.yaml:3: prot is an ',
    'error: functions/p/f.yaml:4: cpu "x" is ',
  ]);
});

test('of a job what it has too of what functions have in common', () => {
  const files = {
    ...FILES,
    'environments/stage.yaml': 'domain: stage.test\ndefaults: { minReplicas: 5, memory: 64Mi }',
    'functions/q/j.yaml': `kind: job\n${FUNCTION}schedule: { cron: "@daily" }`,
  };
  run(files, 'q/j', '--environment', 'stage');
  const { minReplicas, memory, 'schedule.cron': cron } = rows();
  expect({ minReplicas, memory, cron }).toEqual({
    minReplicas: '0 | default',
    memory: '64Mi | environments/stage.yaml:2',
    cron: '"@daily" | functions/q/j.yaml:4',
  });
});

test('of a workload that is made elsewhere nothing about pods', async () => {
  const files = { ...FILES, 'functions/q/w.yaml': 'kind: workload\ntarget: { name: web, port: 8080 }' };
  expect(await run(files, 'q/w', '--environment', 'prod')).toBe(0);
  const { hosts, 'target.port': port, ...others } = rows();
  expect({ hosts, port }).toEqual({ hosts: '["w.fn.test"] | default', port: '8080 | functions/q/w.yaml:2' });
  expect(others).toHaveProperty('maxReplicas');
  for (const key of ['runtime', 'image', 'port', 'protocol', 'cpu', 'memory', 'env.A'])
    expect(others).not.toHaveProperty([key]);
});
