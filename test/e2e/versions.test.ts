import { App, Duration, JsonPatch } from 'cdk8s';
import { Environment, FunctionChart, type FunctionProps, KedaPlatform, ProjectChart, Runtime } from '../../lib';
import { apply, deleteNamespace, forward, get, image, podsOf, untilAtZero, untilReady, waitUntil } from './cluster';

const { seconds } = Duration;
const PROJECT = 'versions';
const DOMAIN = 'versions.test';
const namespace = `fn-${PROJECT}`;
const pods = (name: string): number => podsOf(namespace, name).length;
const ask = (name: string, headers = {}) => get(interceptor.port, `${name}.${DOMAIN}`, 70_000, headers);
let interceptor: { port: number; close: () => void };

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'versions', { domain: DOMAIN });
  new KedaPlatform(environment, 'keda', { interceptor: { readConfigMaps: true } });
  new ProjectChart(environment, 'project', { name: PROJECT });
  const add = (name: string, props: Partial<FunctionProps> = {}) =>
    new FunctionChart(environment, name, {
      project: PROJECT,
      runtime: Runtime.GO,
      image: image('go'),
      cooldown: seconds(60),
      initialCooldown: seconds(0),
      requestRateWindow: seconds(10),
      ...props,
    });
  add('stable');
  add('canary', { hosts: [`stable.${DOMAIN}`], headers: [{ name: 'X-Version', value: 'v2' }] });
  add('pages', {
    coldStart: { placeholder: { headers: { 'Retry-After': '1' }, pages: { 'index.html': '<p>starting' } } },
  });
  const body = { coldStart: { placeholder: { statusCode: 202, body: 'starting' } } };
  const deaf = add('deaf', body);
  // as an InterceptorRoute without a request rate
  deaf.scaledObject!.addJsonPatch(JsonPatch.remove('/spec/triggers/1'));
  add('waiting', { minReplicas: 1 });
  add('placeless', {
    nodeSelector: { nowhere: 'here' },
    readinessTimeout: seconds(3),
    coldStart: { fallback: { service: 'fn-waiting' } },
  });
  apply(app, [
    'versions/keda/crds.yaml',
    'versions/keda/keda.yaml',
    'versions/keda/http-add-on.yaml',
    'versions/project.yaml',
  ]);
  untilReady('keda');
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  for (const name of ['stable', 'canary', 'pages', 'deaf', 'placeless']) await untilAtZero(namespace, name);
  await waitUntil('the fallback runs', 60, () => pods('waiting') === 1);
}, 400_000);

afterAll(() => {
  interceptor?.close();
  deleteNamespace(namespace);
});

test('a header chooses one of two versions, and the other one sleeps on', async () => {
  const canary = await ask('stable', { 'x-version': 'v2' });
  expect(canary).toMatchObject({ status: 200, body: 'canary', coldStart: true });
  expect(pods('stable')).toBe(0);
  for (const headers of [{}, { 'x-version': 'v1' }])
    expect(await ask('stable', headers)).toMatchObject({ status: 200, body: 'stable' });
}, 60_000);

test('a placeholder is the first answer, the function a later one', async () => {
  const start = Date.now();
  const first = await ask('pages');
  expect(first).toMatchObject({ status: 503, body: '<p>starting' });
  expect(first.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' });
  await waitUntil('its pod', 15, () => pods('pages') > 0);
  let answer = await ask('pages');
  while (answer.status === 503 && Date.now() - start < 30_000) answer = await ask('pages');
  expect(answer).toMatchObject({ status: 200, body: 'pages' });
  console.log(`the function answers ${Date.now() - start} ms after its placeholder`);
}, 60_000);

test('without a request rate a placeholder wakes nobody', async () => {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    expect(await ask('deaf')).toMatchObject({ status: 202, body: 'starting' });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(pods('deaf')).toBe(0);
}, 40_000);

test('who has waited for a pod in vain gets the fallback', async () => {
  const { status, body, millis } = await ask('placeless');
  expect({ status, body }).toEqual({ status: 200, body: 'waiting' });
  expect(millis).toBeGreaterThan(3000);
  expect(millis).toBeLessThan(10_000);
}, 30_000);
