import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import {
  Cpu,
  Environment,
  FunctionChart,
  type FunctionProps,
  KedaPlatform,
  Probe,
  ProjectChart,
  Protocol,
  Runtime,
  Scaler,
} from '../../lib';
import {
  apply,
  deleteNamespace,
  forward,
  get,
  image,
  kubectl,
  podsOf,
  untilAtZero,
  untilReady,
  waitUntil,
} from './cluster';

// Each protocol, and each kind of probe, through a cold start from zero; a client of gRPC is the one of grpc-go.
const { seconds } = Duration;
const PROJECT = 'protocols';
const namespace = `fn-${PROJECT}`;
const GRPC = { protocol: Protocol.GRPC };
const period = seconds(1);

const FUNCTIONS: { readonly [name: string]: Partial<FunctionProps> } = {
  unary: { ...GRPC, probes: { liveness: Probe.tcp({ period, initialDelay: seconds(0) }) } },
  'unary-by-http-scaled-object': { ...GRPC, scaler: Scaler.HTTP_SCALED_OBJECT },
  stream: GRPC,
  unsaid: { env: { PROTOCOL: 'grpc' } },
  h2c: { protocol: Protocol.H2C, probes: { liveness: Probe.tcp({ period, initialDelay: seconds(0) }) } },
  websocket: { ports: { admin: { port: 9090 } } },
  healthy: {
    ...GRPC,
    env: { HEALTH: 'true' },
    probes: { liveness: Probe.grpc({ period }), readiness: Probe.grpc(), startup: Probe.grpc() },
  },
  commanded: {
    probes: {
      liveness: Probe.exec(['/protocols', 'succeed'], { period }),
      readiness: Probe.exec(['/protocols', 'succeed']),
      startup: Probe.http('/', { port: 9090, headers: { 'X-Probe': 'startup' } }),
    },
  },
  'without-health': { ...GRPC, probes: { liveness: Probe.grpc({ period, initialDelay: seconds(0) }) } },
  'asked-by-http': {
    protocol: Protocol.H2C,
    probes: { liveness: Probe.http('/', { period, initialDelay: seconds(0) }) },
  },
  crowded: { ...GRPC, minReplicas: 3 },
  spread: { ...GRPC, minReplicas: 3, env: { MAX_STREAMS: '2' } },
};

interface Result {
  readonly answers: string[] | null;
  readonly coldStart: string;
  readonly error?: string;
}

const client = join(mkdtempSync(join(tmpdir(), 'protocols-')), 'protocols');
const call = (kind: string, name: string): Result =>
  JSON.parse(execFileSync(client, [kind, `127.0.0.1:${interceptor.port}`, `${name}.fn.test`], { encoding: 'utf8' }));
const pods = (name: string) => podsOf(namespace, name);
const restarts = (name: string): number => pods(name)[0]?.status.containerStatuses?.[0].restartCount ?? 0;
let interceptor: { port: number; close: () => void };

beforeAll(async () => {
  execFileSync('go', ['build', '-o', client, '.'], { cwd: join(__dirname, 'functions/protocols') });
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: PROJECT });
  const platform = ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml'];
  apply(app, platform);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  for (const [name, { env, ...props }] of Object.entries(FUNCTIONS)) {
    new FunctionChart(environment, name, {
      project: PROJECT,
      runtime: Runtime.GO,
      image: image('protocols'),
      // all at once on a node of two cores, on which a pod would wait for another's cooldown
      cpu: Cpu.millis(10),
      env: { PROTOCOL: props.protocol ?? 'http', ...env },
      healthPath: '/',
      cooldown: seconds(60),
      initialCooldown: seconds(0),
      requestRateWindow: seconds(10),
      ...props,
    });
  }
  apply(app, [...platform, 'e2e/project.yaml']);
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
}, 400_000);

afterAll(() => {
  interceptor?.close();
  deleteNamespace(namespace);
}, 200_000);

test.each(['unary', 'unary-by-http-scaled-object'])(
  'a unary call of gRPC: %s',
  async (name) => {
    await untilAtZero(namespace, name);
    const answer = { answers: [expect.stringMatching(new RegExp(`^one fn-${name}-`))] };
    expect(call('unary', name)).toEqual({ ...answer, coldStart: 'true' });
    expect(call('unary', name)).toEqual({ ...answer, coldStart: 'false' });
  },
  180_000,
);

test.each(['stream', 'websocket'])(
  'each text is answered before the next one is sent: %s',
  async (kind) => {
    await untilAtZero(namespace, kind);
    const answers = ['one', 'two', 'three'].map((text) => expect.stringMatching(new RegExp(`^${text} fn-${kind}-`)));
    expect(call(kind, kind)).toEqual({ answers, coldStart: 'true' });
  },
  180_000,
);

test('to a Service that says nothing of HTTP/2 the interceptor speaks HTTP/1.1, and gRPC fails', async () => {
  expect(call('unary', 'unsaid').error).toMatch(/^rpc error: code = (Unavailable|Unknown|Internal)/);
}, 120_000);

test('a request by HTTP/1.1 reaches a function that speaks HTTP/2 alone', async () => {
  await untilAtZero(namespace, 'h2c');
  expect(await get(interceptor.port, 'h2c.fn.test')).toMatchObject({
    status: 200,
    body: 'h2c HTTP/2.0',
    coldStart: true,
  });
}, 120_000);

test('another port of a function is one of its Service', async () => {
  await waitUntil('a pod', 30, () => pods('websocket').length > 0);
  const admin = await forward(namespace, 'fn-websocket', 9090);
  expect(await get(admin.port, 'any.test')).toMatchObject({ status: 200, body: 'websocket HTTP/1.1' });
  admin.close();
}, 60_000);

test('probes by gRPC, by a command and by HTTP at another port are answered', async () => {
  expect(call('unary', 'healthy')).toMatchObject({ answers: [expect.stringMatching(/^one fn-healthy-/)] });
  expect(await get(interceptor.port, 'commanded.fn.test')).toMatchObject({ status: 200, body: 'commanded HTTP/1.1' });
}, 180_000);

test('a gRPC probe of a server without health service, and an HTTP/1.1 one of HTTP/2, start it anew; others do not', async () => {
  const [wrong, right] = [
    ['without-health', 'asked-by-http'],
    ['unary', 'h2c', 'healthy', 'commanded'],
  ];
  const answers = await Promise.all(right.map((name) => get(interceptor.port, `${name}.fn.test`)));
  expect(answers.map(({ status }) => status)).not.toContain(504);
  for (const name of wrong) void get(interceptor.port, `${name}.fn.test`).catch(() => undefined);
  for (const name of wrong) await waitUntil(`${name} restarted`, 60, () => restarts(name) > 0);
  for (const name of right) expect([name, pods(name).length, restarts(name)]).toEqual([name, 1, 0]);
}, 120_000);

test('the calls of one connection go to one pod, unless the server limits its streams', () => {
  const answering = (name: string) => {
    kubectl('rollout', 'status', '-n', namespace, `deployment/fn-${name}`, '--timeout=60s');
    call('unary', name);
    return new Set(call('parallel', name).answers).size;
  };
  expect(answering('crowded')).toBe(1);
  expect(answering('spread')).toBeGreaterThan(1);
}, 120_000);
