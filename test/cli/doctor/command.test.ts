import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addDoctor } from '../../../cli/doctor/command';
import { progressOn } from '../../../cli/doctor/progress';
import { CannotLook, type Cluster } from '../../../cli/doctor/read/cluster';
import { run as runCommand } from '../../../cli/program';
import { fakeCluster } from './api-server';
import { files, World } from './world';

let root: string;
let world: World;
let out: string;
let errors: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dist-'));
  for (const [path, text] of Object.entries(files())) put(path, text);
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  world = new World();
  [out, errors] = ['', ''];
  jest.spyOn(console, 'log').mockImplementation((text) => {
    out += `${text}\n`;
  });
  jest.spyOn(console, 'error').mockImplementation((text) => {
    errors += `${text}\n`;
  });
});
afterEach(() => jest.restoreAllMocks());

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const doctor = (args: string[], open: () => Promise<Cluster>) =>
  runCommand(['doctor', '--dist', root, ...args], [(program) => addDoctor(program, open)]);
const run = (...args: string[]) => doctor(args, async () => fakeCluster(world));

test('healthy is exit code 0', async () => {
  expect(await run()).toBe(0);
  expect(out).toMatch(/^healthy: 3 functions and the platform of test/);
  expect(errors).toBe('');
});

test('problems are exit code 1, and JSON is JSON', async () => {
  world.remove('Service', 'fn-p', 'fn-a');
  expect(await run('--output', 'json', '--environment', 'test')).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    healthy: false,
    findings: [{ check: 'missing', subject: 'p/a' }],
    timelines: [],
  });
});

test('one function alone, with its last start', async () => {
  world.remove('Service', 'fn-p', 'fn-a');
  expect(await run('--function', 'p/b')).toBe(0);
  expect(out).toMatch(/^p\/b: last start, pod fn-b-0\n[\s\S]*healthy: 1 function and/);
  expect(await run('--function', 'p/a')).toBe(1);
});

test.each([
  [['--function', 'p/aa'], /^error: function "p\/aa" is not in test; did you mean "p\/a"\?$/],
  [['--function', 'shop/cart'], /^error: function "shop\/cart" is not in test; allowed: p\/a, p\/b, p\/c$/],
  [['--environment', 'prod'], /^error: environment "prod" is not in .*; allowed: test$/],
  [
    ['--output', 'xml'],
    /^error: option '--output <format>' argument 'xml' is invalid. Allowed choices are text, json.$/,
  ],
  [['--what'], /^error: unknown option '--what'$/],
  [['--dist', '/nowhere'], /^error: \/nowhere: no such folder/],
])('%j cannot be looked at', async (args, message) => {
  expect(await run(...args)).toBe(2);
  expect(errors.trim()).toMatch(message);
  expect(errors.trim().split('\n')).toHaveLength(1);
  expect(out).toBe('');
});

test('without a cluster it cannot look', async () => {
  const code = await doctor([], async () => {
    throw new CannotLook('no answer from https://x: refused');
  });
  expect(code).toBe(2);
  expect(errors).toBe('error: no answer from https://x: refused\n');
});

test('what nobody expected is thrown', async () => {
  await expect(doctor([], () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});

test('--help says how', async () => {
  expect(await run('--help')).toBe(0);
  expect(out).toMatch(/^Usage: cdk8s-keda-functions doctor/);
});

test.each([
  ['empty', '', /holds no Kubernetes object/],
  ['broken', 'a: b\nc: [\n', /broken.x.yaml:\d+: /],
])('an environment that is %s', async (name, text, message) => {
  put(`${name}/x.yaml`, text);
  expect(await run()).toBe(2);
  expect(errors).toMatch(/--environment is missing; allowed: .*test/);
  expect(await run('--environment', name)).toBe(2);
  expect(errors).toMatch(message);
  rmSync(join(root, name), { recursive: true });
});

test('progress is shown on a terminal only', () => {
  const write = jest.fn();
  progressOn({ isTTY: false, write } as never).update(1, 2);
  expect(write).not.toHaveBeenCalled();
  const shown = progressOn({ isTTY: true, write } as never);
  shown.update(1, 2);
  shown.clear();
  expect(write.mock.calls.flat()).toEqual(['\r\u001b[Kreading the cluster: 1 of 2', '\r\u001b[K']);
});
