import { spawn } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from 'cdk8s';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  HttpMethod,
  InputError,
  JobChart,
  Runtime,
  type ScheduledCall,
  toFiles,
} from '../../lib';
import { ENVIRONMENT, load, problems } from '../catalog/folder';

const HEAD = 'runtime: go\nimage: a/b:1\n';
const inFile = (yaml: string, environment = ENVIRONMENT) =>
  problems({ 'environments/a.yaml': environment, 'functions/p/hello.yaml': `${HEAD}${yaml}` });
const call = (more: string) => `schedules: { x: { cron: "@daily", ${more} } }`;

test.each([
  ['schedules: { x: { cron: "0 3 * *" } }', 3, 'schedules.x.cron "0 3 * *" has 4 fields'],
  ['schedules: { X: { cron: "@daily" } }', 3, 'schedules.X'],
  [call('timeZone: Mars/Olympus'), 3, 'schedules.x.timeZone "Mars/Olympus" is not a time zone'],
  [call('path: clean'), 3, 'schedules.x.path "clean" is invalid; allowed: an encoded path with its query'],
  [call('path: "/a#b"'), 3, 'schedules.x.path "/a#b" is invalid'],
  [call('method: get'), 3, 'schedules.x.method "get" is invalid; allowed: GET, POST'],
  [call('method: GET, body: x'), 3, 'schedules.x.body "x" is not sent with GET; allowed: none, or another method'],
  [call('headers: { Host: a }'), 3, 'schedules.x.headers.Host is not among the headers'],
  [
    call('headers: { X-A: a }, headerValueFrom: { x-a: { secret: s, key: k } }'),
    3,
    'has x-a twice; allowed: each header once, headerValueFrom included',
  ],
  [
    `pathPrefixes: [/api, /v2]\n${call('path: /apis')}`,
    4,
    'schedules.x.path "/apis" does not lead to the function; allowed: a path below /api or /v2',
  ],
  [
    `headers: [{ name: X-Key }]\n${call('')}`,
    4,
    "has no header X-Key, which the function's headers ask for; allowed: X-Key in headers or headerValueFrom",
  ],
  [`hosts: ["*.a.test"]\n${call('')}`, 4, 'has no host to call: all of them begin with "*"'],
  [`protocol: grpc\n${call('')}`, 4, 'is an HTTP call, and protocol is grpc; allowed: none with this protocol'],
  [`coldStart: { placeholder: {} }\n${call('')}`, 4, 'would be answered by the placeholder while no pod is ready'],
  [
    `http: false\nwarm: [{ from: "08:00", to: "09:00" }]\n${call('')}`,
    5,
    'is about requests, and http is false; allowed: none, or http: true',
  ],
  [
    `schedules: { ${'x'.repeat(50)}: { cron: "@daily" } }`,
    3,
    'which has 59 characters; allowed: at most 52: a name that is 7 shorter',
  ],
  ['callerImage: curl:latest', 3, 'callerImage "curl:latest" is not pinned'],
])('%j is refused', (yaml, line, message) => {
  expect(inFile(yaml)).toEqual([expect.stringContaining(`functions/p/hello.yaml:${line}: `)]);
  expect(inFile(yaml)[0]).toContain(message);
});

test('with requireDigests the image of the callers has one, where there is a call', () => {
  const digest = `@sha256:${'0'.repeat(64)}`;
  const image = HEAD.replace('a/b:1', `a/b:1${digest}`);
  const files = (yaml: string) => ({
    'environments/a.yaml': 'domain: fn.test\nplatform: false\nrequireDigests: true',
    'functions/p/hello.yaml': `${image}${yaml}`,
  });
  expect(problems(files(call('')))).toEqual([expect.stringContaining('callerImage "curlimages/curl:8.17.0"')]);
  for (const yaml of ['', `${call('')}\ncallerImage: curlimages/curl:8.17.0${digest}`])
    expect(() => load(files(yaml))).not.toThrow();
});

test('an environment changes one of several calls', () => {
  const { environments } = load({
    'environments/a.yaml': `${ENVIRONMENT}\noverrides: { p/hello: { schedules: { x: { suspend: true }, y: null } } }`,
    'functions/p/hello.yaml': `${HEAD}schedules: { x: { cron: "@daily" }, y: { cron: "@hourly" } }`,
  });
  expect(environments[0].projects[0].functions[0].props.schedules).toEqual({ x: { cron: '@daily', suspend: true } });
});

test('a job and a call of one name are told', () => {
  const files = {
    'environments/a.yaml': ENVIRONMENT,
    'functions/p/hello.yaml': `${HEAD}schedules: { x: { cron: "@daily" } }`,
    'functions/p/hello-x.yaml': `kind: job\n${HEAD}schedule: { cron: "@daily" }`,
  };
  expect(problems(files)).toEqual([expect.stringContaining('the CronJob "fn-hello-x", as functions/p/hello')]);
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  new FunctionChart(environment, 'hello', { ...BASE, schedules: { x: { cron: '@daily' } } });
  new JobChart(environment, 'hello-x', { ...BASE, schedule: { cron: '@daily' } });
  expect(() => toFiles(environment.node.root as App)).toThrow(/CronJob fn-shop\/fn-hello-x is also made by/);
});

const BASE: FunctionChartProps = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };

test('a refusal in code names the construct', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  const build = () =>
    new FunctionChart(environment, 'hello', { ...BASE, schedules: { x: { cron: 'soon' } }, hosts: ['a.test'] });
  expect(build).toThrow(InputError);
  expect(() => new FunctionChart(environment, 'b', { ...BASE, schedules: { x: { cron: 'soon' } } })).toThrow(
    /^e\/b: schedules.x.cron "soon" has 1 field/,
  );
});

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What curl sends for a call, and how it ends, at a server that answers with a status. */
async function run(given: Partial<ScheduledCall>, status: number): Promise<{ code: number | null; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {}).end('answer');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const chart = new FunctionChart(new Environment(new App(), 'e', { domain: 'fn.test' }), 'hello', {
    ...BASE,
    schedules: { x: { cron: '@daily', ...given } },
  });
  const [container] = chart.calls[0]!.toJson().spec.jobTemplate.spec.template.spec.containers;
  const args = container.args.map((arg: string) =>
    arg.replace(/^http:\/\/[^/]+/, `http://127.0.0.1:${port}`).replaceAll('$$', '$'),
  );
  const child = spawn(container.command[0], args, { stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject));
  await new Promise((resolve) => server.close(resolve));
  return { code, asked };
}

test.each([
  [200, true],
  [204, true],
  [302, false],
  [404, false],
  [503, false],
])('curl takes an answer %i for a success: %s', async (status, isRight) => {
  const { code, asked } = await run({}, status);
  expect(code === 0).toBe(isRight);
  expect(asked).toMatchObject([{ method: 'POST', url: '/', headers: { host: 'hello.fn.test' }, body: '' }]);
});

test('curl sends a call to the letter', async () => {
  const { asked } = await run(
    {
      method: HttpMethod.PATCH,
      path: '/a/../b/[1-3]?x={y,z}&p=$(HOME)',
      headers: { 'X-A': '@b $(HOME) $$', 'X-Empty': '' },
      body: '@/etc/hostname $(HOME)\nsecond $$ line',
    },
    200,
  );
  expect(asked).toEqual([
    expect.objectContaining({
      method: 'PATCH',
      url: '/a/../b/[1-3]?x={y,z}&p=$(HOME)',
      body: '@/etc/hostname $(HOME)\nsecond $$ line',
      headers: expect.objectContaining({
        host: 'hello.fn.test',
        'content-type': 'application/json',
        'x-a': '@b $(HOME) $$',
        'x-empty': '',
      }),
    }),
  ]);
});
