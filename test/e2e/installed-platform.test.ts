import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import {
  Environment,
  FunctionChart,
  Monitoring,
  ProjectChart,
  Runtime,
  Scaler,
  Scrape,
  toFiles,
  writeFiles,
} from '../../lib';
import { forward, get, image, kubectl, untilReady, waitUntil } from './cluster';
import { createAs, helmReleases } from './predecessor';

// Functions of an environment without a platform, in a namespace of somebody else, on what upstream's charts install.
// E2E_UPSTREAM: folder with what `helm template` makes of both charts, and their CRDs; without it there is nothing to test.
const { E2E_UPSTREAM: upstream } = process.env;
const NAMESPACE = 'team-a';
const pods = (name: string) =>
  kubectl('get', 'pods', '-n', NAMESPACE, '-l', `app.kubernetes.io/name=${name}`, '-o', 'name').trim();

(upstream ? describe : describe.skip)('KEDA that Helm installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  let interceptor: { port: number; close: () => void };
  const doctor = () => {
    const args = ['node_modules/tsx/dist/cli.mjs', 'cli/main.ts', 'doctor', '--dist', folder];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: join(__dirname, '../..'), encoding: 'utf8' });
    return [status, stdout];
  };

  beforeAll(async () => {
    removePlatform();
    const { crds, objects } = helmReleases(upstream as string);
    kubectl('create', 'namespace', 'keda');
    createAs('helm', crds);
    kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
    createAs('helm', objects);
    untilReady('keda');
    // upstream's webhooks end as long as the operator has made no certificate: doctor would tell of that
    kubectl('rollout', 'restart', 'deployment', '-n', 'keda', 'keda-admission-webhooks');
    untilReady('keda');
    kubectl('create', 'namespace', NAMESPACE);
    const app = new App();
    const environment = new Environment(app, 'installed', { domain: 'installed.test' });
    new ProjectChart(environment, 'project', { name: 'shop', namespace: NAMESPACE });
    const shared = {
      project: 'shop',
      runtime: Runtime.GO,
      image: image('go'),
      cooldown: Duration.seconds(10),
      initialCooldown: Duration.seconds(0),
      requestRateWindow: Duration.seconds(10),
    };
    new FunctionChart(environment, 'routed', shared);
    new FunctionChart(environment, 'scaled', { ...shared, scaler: Scaler.HTTP_SCALED_OBJECT });
    new Monitoring(environment, 'monitoring', { scrape: Scrape.ANNOTATIONS });
    writeFiles(folder, toFiles(app));
    kubectl('apply', '--server-side', '-R', '-f', folder);
    interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
    for (const name of ['routed', 'scaled']) await waitUntil(`${name} at zero`, 120, () => pods(name) === '');
  }, 500_000);

  afterAll(() => {
    interceptor?.close();
    removePlatform();
    rmSync(folder, { recursive: true });
  }, 300_000);

  test.each(['routed', 'scaled'])(
    '%s wakes',
    async (name) => {
      const { status, body, coldStart } = await get(interceptor.port, `${name}.installed.test`);
      expect({ status, body, coldStart }).toEqual({ status: 200, body: name, coldStart: true });
    },
    60_000,
  );

  test.each(['keda-operator', 'keda-add-ons-http-interceptor', 'keda-add-ons-http-external-scaler'])(
    'the metrics Service of %s finds its pods',
    (job) => {
      const selector = `kubernetes.io/service-name=${job}-metrics`;
      const path = '{.items[*].endpoints[*].addresses}';
      expect(kubectl('get', 'endpointslices', '-n', 'keda', '-l', selector, '-o', `jsonpath=${path}`)).not.toBe('');
    },
  );

  test('doctor finds it healthy, and says what is not', () => {
    expect(doctor()).toEqual([0, expect.stringContaining('healthy')]);
    kubectl('scale', 'deployment', '-n', 'keda', 'keda-operator', '--replicas=0');
    expect(doctor()).toEqual([1, expect.stringContaining('error Deployment keda/keda-operator (component)')]);
    // it takes the finalizers off in the end
    kubectl('scale', 'deployment', '-n', 'keda', 'keda-operator', '--replicas=1');
    untilReady('keda');
    kubectl('delete', 'deployment', '-n', 'keda', 'keda-operator-metrics-apiserver');
    expect(doctor()).toEqual([1, expect.stringContaining('warning metrics-server (installed-platform)')]);
  }, 120_000);
});

/** Takes away what this test and those before it installed. */
function removePlatform(): void {
  const custom = kubectl('get', 'crd', '-o', 'name').includes('scaledobjects.keda.sh');
  if (custom) {
    kubectl('delete', 'scaledobjects,httpscaledobjects,interceptorroutes', '--all', '-A', '--timeout=120s');
  }
  // an API without its server keeps every namespace from going
  for (const kinds of [
    'apiservices,validatingwebhookconfigurations',
    'namespaces',
    'clusterroles,clusterrolebindings,crd',
  ]) {
    const names = kubectl('get', kinds, '-o', 'name').split('\n');
    const ours = names.filter((name) => name === `namespace/${NAMESPACE}` || /keda|external\.metrics/.test(name));
    if (ours.length > 0) kubectl('delete', ...ours, '--timeout=180s');
  }
  const rest = kubectl('get', 'rolebindings', '-n', 'kube-system', '-o', 'name')
    .split('\n')
    .filter((name) => /keda/.test(name));
  if (rest.length > 0) kubectl('delete', '-n', 'kube-system', ...rest);
}
