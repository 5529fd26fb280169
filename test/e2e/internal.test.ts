import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, KedaPlatform, ProjectChart, Runtime, Visibility } from '../../lib';
import { apply, image, kubectl, untilReady, waitUntil } from './cluster';

// A pod calls a function at zero by its internal name. Whether NetworkPolicies hold depends on the cluster's network.
const namespace = 'fn-inside';
const FULL = 'hello.fn-inside.svc.cluster.local';
const CALL = `
  const [host, ...headers] = process.argv.slice(1);
  const [name, port] = host.split(':');
  const more = Object.fromEntries(headers.map((header) => header.split('=')));
  require('node:http').get({ host: name, port, headers: more, agent: false, timeout: 60000 }, (answer) => {
    let body = '';
    answer.on('data', (text) => { body += text; });
    answer.on('end', () => console.log(JSON.stringify({
      status: answer.statusCode, body: body.trim(), coldStart: answer.headers['x-keda-http-cold-start'] })));
  }).on('error', ({ code }) => console.log(JSON.stringify({ code })));`;
const PLATFORM = ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml'];
const node = realpathSync(process.execPath);
const call = (...args: string[]) =>
  JSON.parse(kubectl('exec', '-n', 'callers', 'caller', '--', node, '-e', CALL, ...args));
const pods = () => kubectl('get', 'pods', '-n', namespace, '-o', 'name').trim();

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: 'inside' });
  const shared = {
    project: 'inside',
    runtime: Runtime.GO,
    image: image('go'),
    cooldown: Duration.seconds(10),
    initialCooldown: Duration.seconds(0),
    requestRateWindow: Duration.seconds(10),
  };
  new FunctionChart(environment, 'hello', { ...shared, visibility: Visibility.INTERNAL });
  new FunctionChart(environment, 'front', { ...shared, hosts: ['front.fn.test', 'front.fn-inside'] });
  const platform = new App();
  new KedaPlatform(new Environment(platform, 'e2e', { domain: 'fn.test' }), 'keda');
  apply(platform, PLATFORM);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  apply(app, [...PLATFORM, 'e2e/project.yaml']);
  kubectl('apply', '--server-side', '-f', join(__dirname, 'caller.yaml'));
  kubectl('run', 'caller', '-n', 'callers', `--image=${image('node')}`, '--image-pull-policy=Never', '--env=PORT=8080');
  kubectl('wait', '-n', 'callers', 'pod/caller', '--for=condition=Ready', '--timeout=60s');
}, 400_000);

afterAll(() => {
  kubectl('delete', 'namespace', namespace, 'callers', '--wait=false');
});

test('a call by an internal name wakes a function at zero, through the interceptor', async () => {
  await waitUntil('at zero', 90, () => pods() === '');
  expect(call(`${FULL}:8080`)).toEqual({ status: 200, body: 'hello', coldStart: 'true' });
  for (const name of ['hello.fn-inside', 'hello.fn-inside.svc', FULL]) {
    expect(call(`${name}:8080`)).toEqual({ status: 200, body: 'hello', coldStart: 'false' });
  }
  await waitUntil('at zero again', 90, () => pods() === '');
  expect(call('hello.fn-inside:8080')).toEqual({ status: 200, body: 'hello', coldStart: 'true' });
}, 300_000);

test('its own Service leads past the interceptor: nobody is there at zero', async () => {
  await waitUntil('at zero', 90, () => pods() === '');
  expect(call('fn-hello.fn-inside:80')).toEqual({ code: expect.stringMatching(/^(ECONNREFUSED|ETIMEDOUT)$/) });
}, 120_000);

test('a public function is called by its internal host too', () => {
  expect(call('front.fn-inside:8080')).toMatchObject({ status: 200, body: 'front' });
});

test('the Host header alone decides, whatever stands in X-Forwarded-Host', () => {
  const proxy = 'keda-add-ons-http-interceptor-proxy.keda:8080';
  expect(call(proxy, 'Host=front.fn.test', `X-Forwarded-Host=${FULL}`)).toMatchObject({ status: 200, body: 'front' });
  expect(call(proxy, 'Host=nobody.test', `X-Forwarded-Host=${FULL}`)).toMatchObject({ status: 404 });
  expect(call(proxy, `Host=${FULL}`)).toMatchObject({ status: 200, body: 'hello' });
  expect(call(proxy, `Host=${FULL}:8080`)).toMatchObject({ status: 200, body: 'hello' });
});
