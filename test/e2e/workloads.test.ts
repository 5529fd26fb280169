import { spawnSync } from 'node:child_process';
import { App, Duration } from 'cdk8s';
import { Environment, KedaPlatform, ProjectChart, WorkloadChart } from '../../lib';
import { apply, deleteNamespace, forward, get, image, kubectl, untilReady, waitUntil } from './cluster';

// A Deployment and a StatefulSet that were made elsewhere start with a request, and end after it.

const namespace = 'fn-elsewhere';
const KINDS = { web: 'Deployment', store: 'StatefulSet' };
const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];
const PLATFORM = ['elsewhere/keda/crds.yaml', 'elsewhere/keda/keda.yaml', 'elsewhere/keda/http-add-on.yaml'];
let interceptor: { port: number; close: () => void };

const replicas = (name: keyof typeof KINDS) =>
  Number(kubectl('get', KINDS[name], '-n', namespace, name, '-o', 'jsonpath={.spec.replicas}'));

/** As somebody's own chart has it: no label and no name of a function. */
function madeElsewhere(name: keyof typeof KINDS): object[] {
  const labels = { chart: name };
  const container = {
    name,
    image: image('go'),
    env: [
      { name: 'PORT', value: '3000' },
      { name: 'FUNCTION_NAME', value: name },
    ],
    ports: [{ containerPort: 3000 }],
    readinessProbe: { httpGet: { path: '/', port: 3000 }, periodSeconds: 1 },
    securityContext: {
      ...{ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, runAsUser: 65532 },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  const template = { metadata: { labels }, spec: { containers: [container] } };
  const spec = { selector: { matchLabels: labels }, template, ...(name === 'store' && { serviceName: name }) };
  return [
    { apiVersion: 'apps/v1', kind: KINDS[name], metadata: { name, namespace }, spec },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: labels, ports: [{ port: 8000, targetPort: 3000 }] },
    },
  ];
}

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'elsewhere', { domain: 'elsewhere.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: 'elsewhere' });
  for (const name of NAMES) {
    new WorkloadChart(environment, name, {
      project: 'elsewhere',
      target: { kind: KINDS[name], name, port: 8000 },
      cooldown: Duration.seconds(5),
      initialCooldown: Duration.seconds(0),
      requestRateWindow: Duration.seconds(5),
    });
  }
  apply(app, [...PLATFORM, 'elsewhere/project.yaml']);
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: NAMES.flatMap(madeElsewhere) });
  const { status, stderr } = spawnSync('kubectl', ['apply', '-f', '-'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  untilReady('keda');
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  for (const name of NAMES) await waitUntil(`${name} at zero`, 120, () => replicas(name) === 0);
}, 400_000);

afterAll(() => {
  interceptor?.close();
  deleteNamespace(namespace);
}, 200_000);

test.each(NAMES)(
  '%s starts with a request, and ends after it',
  async (name) => {
    const { status, body, coldStart } = await get(interceptor.port, `${name}.elsewhere.test`);
    expect({ status, body, coldStart }).toEqual({ status: 200, body: name, coldStart: true });
    await waitUntil(`${name} at zero again`, 120, () => replicas(name) === 0);
  },
  200_000,
);
