import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { Environment, GoFunctionChart, KedaPlatform, ProjectChart, Scaler, synthesize } from '../../lib';
import { kubectl, untilReady, waitUntil } from './cluster';

// As Argo CD applies and compares: server-side, with its field manager. Flux does the same with another name.
const AS_ARGO_CD = ['--server-side', '--force-conflicts', '--field-manager=argocd-controller', '-R'];
const namespace = 'fn-e2e-gitops';
const outdir = mkdtempSync(join(tmpdir(), 'gitops-'));
const folder = join(outdir, 'e2e');

const conditions = (resource: string): string[] =>
  kubectl(
    ...['get', resource, '-n', namespace, '-o'],
    'jsonpath={range .items[*]}{.metadata.name}={.status.conditions[?(@.type=="Ready")].status} {end}',
  )
    .trim()
    .split(' ');

beforeAll(async () => {
  const app = new App({ outdir });
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: 'e2e-gitops' });
  for (const scaler of Object.values(Scaler)) {
    new GoFunctionChart(environment, `drift-${scaler.toLowerCase()}`, {
      project: 'e2e-gitops',
      image: 'docker.io/local/e2e-go:1',
      scaler,
      // no form that Go would print of itself
      requestRateWindow: Duration.seconds(90),
      requestRateGranularity: Duration.millis(1500),
      timeout: Duration.seconds(900),
      readinessTimeout: Duration.millis(60_500),
    });
  }
  synthesize(app);
  for (const file of ['keda/crds.yaml', 'keda/keda.yaml', 'keda/http-add-on.yaml', 'project.yaml', ''])
    kubectl('apply', ...AS_ARGO_CD, '-f', join(folder, file));
  untilReady('keda');
}, 400_000);

afterAll(() => {
  kubectl('delete', 'namespace', namespace, '--wait=false');
  rmSync(outdir, { recursive: true });
});

test('what KEDA and its add-on write back is not a difference: nothing needs to be ignored', async () => {
  const ready = ['drift-httpscaledobject', 'drift-interceptorroute'].map((name) => `fn-${name}=True`);
  await waitUntil('ScaledObjects ready', 120, () => conditions('scaledobjects').join() === ready.join());
  expect(conditions('httpscaledobjects')).toEqual(ready);
  expect(conditions('interceptorroutes')).toEqual([ready[1]]);
  await waitUntil('CA bundle written', 60, () =>
    Boolean(kubectl('get', 'apiservice', 'v1beta1.external.metrics.k8s.io', '-o', 'jsonpath={.spec.caBundle}')),
  );
  const { status, stdout } = spawnSync('kubectl', ['diff', ...AS_ARGO_CD, '-f', folder], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
}, 240_000);
