import { App, Duration, JsonPatch } from 'cdk8s';
import { Environment, FunctionChart, type FunctionProps, KedaPlatform, ProjectChart, Runtime } from '../../lib';
import { apply, forward, get, image, kubectl, podsOf, untilAtZero, untilReady, waitUntil } from './cluster';

const { seconds } = Duration;
const PROJECT = 'slow';
const DOMAIN = 'slow.test';
const namespace = `fn-${PROJECT}`;
const restarts = (name: string): number => podsOf(namespace, name)[0]?.status.containerStatuses?.[0].restartCount ?? 0;
const ask = (name: string) => get(interceptor.port, `${name}.${DOMAIN}`, 200_000);
let interceptor: { port: number; close: () => void };

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'slow', { domain: DOMAIN });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: PROJECT });
  const platform = ['slow/keda/crds.yaml', 'slow/keda/keda.yaml', 'slow/keda/http-add-on.yaml'];
  apply(app, platform);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  const add = (name: string, delay: string, props: Partial<FunctionProps>) =>
    new FunctionChart(environment, name, {
      project: PROJECT,
      runtime: Runtime.GO,
      image: image('go'),
      env: { STARTUP_DELAY: delay },
      cooldown: seconds(60),
      initialCooldown: seconds(0),
      requestRateWindow: seconds(10),
      ...props,
    });
  add('minutes', '100s', { readinessTimeout: seconds(150) });
  add('late', '45s', {});
  add('hung', '1h', { startupTimeout: seconds(5) });
  add('hung-late', '1h', { readinessTimeout: seconds(150), startupTimeout: seconds(61) });
  const ungated = add('ungated', '100s', { readinessTimeout: seconds(150) });
  ungated.deployment!.addJsonPatch(JsonPatch.remove('/spec/template/spec/containers/0/startupProbe'));
  apply(app, [...platform, 'slow/project.yaml']);
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  for (const name of ['minutes', 'late', 'hung', 'hung-late', 'ungated']) {
    await untilAtZero(namespace, name);
  }
}, 400_000);

afterAll(() => {
  interceptor?.close();
  kubectl('delete', 'namespace', namespace, '--wait=false');
});

test.concurrent('a process that listens after 100 s wakes, is answered and is not restarted', async () => {
  const { status, body, coldStart, millis } = await ask('minutes');
  expect({ status, body, coldStart }).toEqual({ status: 200, body: 'minutes', coldStart: true });
  expect(millis).toBeGreaterThan(100_000);
  expect(restarts('minutes')).toBe(0);
  console.log(`minutes: ${Math.round(millis)} ms`);
}, 240_000);

test.concurrent('so does one of 45 s, by every default', async () => {
  const { status, coldStart, millis } = await ask('late');
  expect({ status, coldStart }).toEqual({ status: 200, coldStart: true });
  expect(millis).toBeGreaterThan(45_000);
  expect(restarts('late')).toBe(0);
  console.log(`late: ${Math.round(millis)} ms`);
}, 240_000);

test.concurrent('without the probe of a slow start, the interceptor dials for 60 s and gives up', async () => {
  const { status, millis } = await ask('ungated');
  expect(status).toBe(504);
  expect(millis).toBeGreaterThan(60_000);
  expect(millis).toBeLessThan(75_000);
  console.log(`ungated: ${status} after ${Math.round(millis)} ms`);
}, 240_000);

test.concurrent.each(['hung', 'hung-late'])(
  '%s, which never listens, is started anew',
  async (name) => {
    void ask(name).catch(() => undefined);
    await waitUntil(`${name} restarted`, 150, () => restarts(name) > 0);
  },
  240_000,
);
