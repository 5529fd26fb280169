import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'cdk8s';
import { dump, load } from 'js-yaml';
import { ArgoCdHealthChecks, Environment, synthesize } from '../../lib';
import { built, describeWith } from './kit/programs';

// biome-ignore lint/suspicious/noExplicitAny: live objects of all kinds
type Manifest = any;
type Health = [status: string, message: string];

const OBJECTS = join(__dirname, '../gitops/objects');
const object = (file: string): Manifest => load(readFileSync(join(OBJECTS, `${file}.yaml`), 'utf8'));
const run = promisify(execFile);

const WAITING: Health = ['Progressing', 'waiting for the operator of the HTTP add-on'];
const STATES: { readonly [file: string]: Health } = {
  'http-scaled-object-changed': WAITING,
  'http-scaled-object-degraded': ['Degraded', expect.stringContaining('already managed by the ScaledObject')],
  'http-scaled-object-healthy': ['Healthy', 'ScaledObject created and configured'],
  'http-scaled-object-new': WAITING,
  'http-scaled-object-paused': ['Suspended', 'paused by an annotation'],
  'interceptor-route-changed': WAITING,
  'interceptor-route-healthy': ['Healthy', 'InterceptorRoute reconciled'],
  'interceptor-route-new': WAITING,
  // by checks of Argo CD's own
  'scaled-object-failed': ['Degraded', expect.any(String)],
  'scaled-object-new': ['Progressing', expect.any(String)],
  'scaled-object-paused': ['Suspended', expect.any(String)],
  'scaled-object-ready': ['Healthy', expect.any(String)],
};

describeWith('argocd')('what Argo CD, given the ConfigMap, says of an object', () => {
  const folder = mkdtempSync(join(tmpdir(), 'health-'));

  beforeAll(() => {
    const app = new App({ outdir: folder });
    new ArgoCdHealthChecks(new Environment(app, 'a', { domain: 'a.b' }), 'argocd-cm');
    synthesize(app);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (...manifests: Manifest[]): Promise<Health[]> =>
    Promise.all(
      manifests.map(async (manifest, i): Promise<Health> => {
        const file = join(folder, `${i}.yaml`);
        writeFileSync(file, dump(manifest));
        const { stdout } = await run(
          built('argocd').program,
          [
            'admin',
            'settings',
            'resource-overrides',
            'health',
            file,
            '--argocd-cm-path',
            join(folder, 'a/argocd-cm.yaml'),
          ],
          { env: { ...process.env, ARGOCD_BINARY_NAME: 'argocd' } },
        );
        const [, status, message] = /^STATUS: (.*)\nMESSAGE: (.*)$/m.exec(stdout) ?? [];
        return [status!, message!];
      }),
    );

  test('each state, as captured from a cluster', async () => {
    const files = readdirSync(OBJECTS).map((file) => file.replace('.yaml', ''));
    const said = await check(...files.map(object));
    expect(Object.fromEntries(files.map((file, i) => [file, said[i]]))).toEqual(STATES);
  }, 60_000);

  test('what no cluster shows today', async () => {
    const route = (condition: object) => {
      const manifest = object('interceptor-route-healthy');
      Object.assign(manifest.status.conditions[0], condition);
      return manifest;
    };
    const scaled = (state: string, annotations: object) => {
      const manifest = object(`http-scaled-object-${state}`);
      return { ...manifest, metadata: { ...manifest.metadata, annotations } };
    };
    expect(
      await check(
        route({ status: 'False', message: 'no such target' }),
        route({ status: 'Unknown' }),
        route({ type: 'Other' }),
        scaled('healthy', { 'autoscaling.keda.sh/paused-replicas': '0' }),
        scaled('healthy', { 'autoscaling.keda.sh/paused': 'false' }),
        scaled('degraded', { 'autoscaling.keda.sh/paused': 'true' }),
      ),
    ).toEqual([
      ['Degraded', 'no such target'],
      WAITING,
      WAITING,
      ['Suspended', 'paused by an annotation'],
      STATES['http-scaled-object-healthy'],
      STATES['http-scaled-object-degraded'],
    ]);
  }, 60_000);

  test('a child Application has the health that Argo CD computed for it, and waits until there is one', async () => {
    const application = (status?: object) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'child', namespace: 'argocd' },
      ...(status && { status }),
    });
    const healths = ['Healthy', 'Progressing', 'Degraded', 'Missing', 'Suspended'];
    expect(
      await check(
        application(),
        application({ sync: { status: 'Unknown' } }),
        application({ health: {} }),
        ...healths.map((status) => application({ health: { status, message: 'so' } })),
        application({ health: { status: 'Healthy' } }),
      ),
    ).toEqual([
      ...Array(3).fill(['Progressing', 'not compared with the cluster yet']),
      ...healths.map((status) => [status, 'so']),
      ['Healthy', ''],
    ]);
  }, 60_000);
});
