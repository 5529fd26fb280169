import { App, Duration } from 'cdk8s';
import {
  Cpu,
  Environment,
  FunctionChart,
  type FunctionChartProps,
  KedaPlatform,
  MetricTargetType,
  ProjectChart,
  Runtime,
  Trigger,
  TriggerAuthentication,
} from '../../lib';
import { BROKERS_INSTALLED, type Broker, Brokers, PASSWORD } from './brokers';
import {
  apply,
  deleteNamespace,
  forward,
  get,
  image,
  kubectl,
  nodeAddress,
  untilAtZero,
  untilReady,
  waitUntil,
} from './cluster';

// What scales functions beside requests: each source of triggers really has work, has none, and is down.

const { seconds } = Duration;
const namespace = 'fn-triggers';
const PLATFORM = ['triggers/keda/crds.yaml', 'triggers/keda/keda.yaml', 'triggers/keda/http-add-on.yaml'];
const LONG = 'streams-and-a-name-that-is-as-long-as-the-name-of-one-may-be';
const describeWithBrokers = BROKERS_INSTALLED ? describe : describe.skip;

const secret = (name: string) =>
  TriggerAuthentication.of({ secretTargetRef: [{ parameter: 'password', name, key: 'password' }] });
const quick = { cooldown: seconds(5), initialCooldown: seconds(0), pollingInterval: seconds(2) };
const minuteOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
const cron = (minute: number) => `${Number(minuteOf(minute).slice(3))} ${Number(minuteOf(minute).slice(0, 2))} * * *`;

/** The functions, by name; a window is open from `now`, a minute, and one opens when that has closed. */
function functions({ host, ports }: Brokers, now: number): { readonly [name: string]: Partial<FunctionChartProps> } {
  const list = (listName: string, authentication: string, name?: string) =>
    Trigger.redis({ address: [`${host}:${ports.redis}`], listName, name, authentication: secret(authentication) });
  return {
    list: { triggers: [list('jobs', 'right')] },
    wrong: { triggers: [list('jobs', 'wrong')] },
    idle: { triggers: [list('jobs', 'right')], minReplicas: 2, idleReplicas: 0 },
    formula: {
      triggers: [list('orders', 'right', 'orders')],
      scalingModifiers: { formula: 'orders > 2 ? orders : 0', target: 2 },
    },
    [LONG]: {
      triggers: [
        Trigger.redisStreams({
          address: [`${host}:${ports.redis}`],
          stream: 'events',
          streamLength: 1,
          authentication: secret('right'),
        }),
      ],
    },
    table: {
      triggers: [
        Trigger.postgresql({
          host,
          port: ports.postgresql,
          userName: 'postgres',
          dbName: 'postgres',
          sslmode: 'disable',
          query: 'SELECT count(*) FROM orders',
          targetQueryValue: 5,
          authentication: secret('right'),
        }),
      ],
    },
    metric: {
      fallback: { replicas: 2, failureThreshold: 1 },
      triggers: [
        Trigger.prometheus({
          serverAddress: `http://${host}:${ports.prometheus}`,
          query: 'orders_waiting',
          threshold: 5,
        }),
      ],
    },
    queue: {
      triggers: [
        Trigger.natsJetstream({
          natsServerMonitoringEndpoint: `${host}:${ports.natsMonitoring}`,
          account: '$G',
          stream: 'orders',
          consumer: 'work',
        }),
      ],
    },
    topic: {
      triggers: [
        Trigger.kafka({
          bootstrapServers: [`${host}:${ports.kafka}`],
          consumerGroup: 'work',
          topic: 'orders',
          lagThreshold: 5,
        }),
      ],
    },
    window: {
      triggers: [Trigger.cron({ timezone: 'Etc/UTC', start: cron(now + 2), end: cron(now + 3), desiredReplicas: 2 })],
    },
    held: { http: true, warm: [{ from: minuteOf(now), to: minuteOf(now + 2) }], requestRateWindow: seconds(2) },
    both: {
      http: true,
      requestRateWindow: seconds(2),
      triggers: [Trigger.cpu({ value: '60', metricType: MetricTargetType.UTILIZATION })],
    },
    paused: { triggers: [list('jobs', 'right')], pausedReplicas: 1 },
  };
}

function platform(): { app: App; environment: Environment } {
  const app = new App();
  const environment = new Environment(app, 'triggers', { domain: 'triggers.test' });
  new KedaPlatform(environment, 'keda');
  return { app, environment };
}

const read = (kind: string, name: string) =>
  JSON.parse(kubectl('get', kind, '-n', namespace, `fn-${name}`, '-o', 'json'));
const replicas = (name: string): number => read('deployment', name).spec.replicas;
const condition = (name: string, type: string) =>
  (read('scaledobject', name).status?.conditions ?? []).find((each: { type: string }) => each.type === type);
const has = (name: string, count: number, within = 60) =>
  waitUntil(`${name} has ${count} pods`, within, () => replicas(name) === count);
const is = (name: string, type: string, status: string) =>
  waitUntil(`${type} of ${name} is ${status}`, 60, () => condition(name, type)?.status === status);

describeWithBrokers('triggers', () => {
  const WORK = ['list', LONG, 'table', 'metric', 'queue', 'topic'];
  let brokers: Brokers;
  let windows: Promise<unknown>;

  const fill = async () => {
    brokers.redis('RPUSH', 'jobs', '1', '2');
    brokers.redis('XADD', 'events', '*', 'id', '1');
    brokers.sql('INSERT INTO orders VALUES (1)');
    brokers.set(3);
    brokers.kafka('produce');
    await brokers.nats([['orders', 'one']]);
  };
  const drain = async () => {
    brokers.redis('DEL', 'jobs', 'events');
    brokers.sql('DELETE FROM orders');
    brokers.set(0);
    brokers.kafka('commit');
    await brokers.nats([['$JS.API.STREAM.PURGE.orders', '']]);
  };
  const each = (names: readonly string[], look: (name: string) => Promise<void>) => Promise.all(names.map(look));

  beforeAll(async () => {
    apply(platform().app, PLATFORM);
    brokers = new Brokers(nodeAddress());
    brokers.prepare();
    kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
    untilReady('keda');
    await brokers.start();
    // a group that never committed has no lag that counts
    brokers.kafka('commit');
    kubectl('create', 'namespace', namespace);
    for (const [name, password] of Object.entries({ right: PASSWORD, wrong: 'wrong' }))
      kubectl('create', 'secret', 'generic', name, '-n', namespace, `--from-literal=password=${password}`);
    const { app, environment } = platform();
    new ProjectChart(environment, 'project', { name: 'triggers' });
    const declared = functions(brokers, Math.floor(Date.now() / 60_000));
    for (const [name, props] of Object.entries(declared))
      new FunctionChart(environment, name, {
        runtime: Runtime.GO,
        project: 'triggers',
        image: image('go'),
        // all at once on a node of two cores
        cpu: Cpu.millis(10),
        http: false,
        ...quick,
        ...props,
      });
    apply(app, [...PLATFORM, 'triggers/project.yaml']);
    windows = watchWindows();
    windows.catch(() => {});
    await each([...WORK, 'idle', 'formula', 'both'], (name) => has(name, 0, 90));
  }, 400_000);

  afterAll(async () => {
    await brokers?.stop();
    deleteNamespace(namespace);
  }, 200_000);

  async function watchWindows(): Promise<void> {
    await has('held', 1, 30);
    await has('window', 2, 200);
    // nothing but the window held it, and each of KEDA's looks in between found no request
    expect(replicas('held')).toBeLessThanOrEqual(1);
    await has('held', 0, 60);
    await has('window', 0, 120);
  }

  test('work in a queue, a stream, a table and a metric wakes each function, and its end is the end of its pods', async () => {
    await fill();
    await each(WORK, (name) => has(name, 1));
    await has('idle', 2);
    await drain();
    await each([...WORK, 'idle'], (name) => has(name, 0));
  }, 200_000);

  test('a formula decides in place of its triggers', async () => {
    brokers.redis('RPUSH', 'orders', '1', '2');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(replicas('formula')).toBe(0);
    brokers.redis('RPUSH', 'orders', '3', '4');
    await has('formula', 2);
    brokers.redis('DEL', 'orders');
    await has('formula', 0);
  }, 200_000);

  test('a request wakes a function that cpu scales too, and pausedReplicas is what a paused one has', async () => {
    await untilAtZero(namespace, 'both');
    const interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
    expect(await get(interceptor.port, 'both.triggers.test')).toMatchObject({ status: 200, coldStart: true });
    interceptor.close();
    const { metrics } = JSON.parse(kubectl('get', 'hpa', '-n', namespace, 'keda-hpa-fn-both', '-o', 'json')).spec;
    expect(metrics.map(({ type }: { type: string }) => type).sort()).toEqual(['External', 'External', 'Resource']);
    await has('both', 0);
    expect(replicas('paused')).toBe(1);
    expect(condition('paused', 'Paused').status).toBe('True');
  }, 200_000);

  test('a wrong password is a trigger that cannot be read, until the Secret has the right one', async () => {
    brokers.redis('RPUSH', 'jobs', '1');
    await is('wrong', 'Ready', 'False');
    // the pod that its Deployment was made with: KEDA takes none away while it cannot read the only trigger
    expect(replicas('wrong')).toBe(1);
    const data = { data: { password: Buffer.from(PASSWORD).toString('base64') } };
    kubectl('patch', 'secret', 'wrong', '-n', namespace, '-p', JSON.stringify(data));
    // what never worked KEDA tries again ever later; a change of it at once
    kubectl(
      'patch',
      'scaledobject',
      'fn-wrong',
      '-n',
      namespace,
      '--type=merge',
      '-p',
      '{"spec":{"pollingInterval":3}}',
    );
    await is('wrong', 'Ready', 'True');
    await is('wrong', 'Active', 'True');
    await drain();
    await each(['wrong', 'list', 'idle'], (name) => has(name, 0));
  }, 200_000);

  test('while a source is down a function at zero stays there, and one with a fallback gets its pods', async () => {
    const all: Broker[] = ['redis', 'postgresql', 'prometheus', 'nats', 'kafka'];
    for (const broker of all) await brokers.down(broker);
    const without = ['list', LONG, 'table', 'queue', 'topic'];
    await each(without, (name) => is(name, 'Ready', 'False'));
    await has('metric', 2, 90);
    await is('metric', 'Fallback', 'True');
    expect(without.map(replicas)).toEqual([0, 0, 0, 0, 0]);
    for (const broker of all) await brokers.up(broker);
    await each(WORK, (name) => is(name, 'Ready', 'True'));
    await has('metric', 0, 120);
  }, 300_000);

  test('a source that goes down takes no pod away', async () => {
    await fill();
    await each(['list', 'queue'], (name) => has(name, 1));
    await Promise.all([brokers.down('redis'), brokers.down('nats')]);
    await each(['list', 'queue'], (name) => is(name, 'Ready', 'False'));
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    expect(['list', 'queue'].map(replicas)).toEqual([1, 1]);
    await Promise.all([brokers.up('redis'), brokers.up('nats')]);
    await drain();
    await each(['list', 'queue'], (name) => has(name, 0));
  }, 200_000);

  test('a window opens and closes, and holds a function that has requests too', async () => {
    await windows;
  }, 300_000);
});
