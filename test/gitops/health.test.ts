import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { load } from 'js-yaml';
import { ArgoCdHealthChecks, Environment, toFiles } from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered and live objects of all kinds
type Manifest = any;

const OBJECTS = join(__dirname, 'objects');
const object = (file: string): Manifest => load(readFileSync(join(OBJECTS, `${file}.yaml`), 'utf8'));
const configMap = (namespace?: string): Manifest => {
  const app = new App();
  new ArgoCdHealthChecks(new Environment(app, 'a', { domain: 'a.b' }), 'argocd-cm', { namespace });
  return load(toFiles(app)['a/argocd-cm.yaml']!);
};
/** What the checks say of objects. */
const check = (...manifests: Manifest[]): { status: string; message?: string }[] => {
  const scripts = configMap().data;
  const key = ({ apiVersion, kind }: Manifest) => `resource.customizations.health.${apiVersion.split('/')[0]}_${kind}`;
  const input = JSON.stringify(manifests.map((object) => ({ script: scripts[key(object)], object })));
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, 'lua.mjs')], { input, encoding: 'utf8' }));
};

const WAITING = { status: 'Progressing', message: 'waiting for the operator of the HTTP add-on' };
const STATES: [string, { status: string; message?: unknown }][] = [
  ['interceptor-route-new', WAITING],
  ['interceptor-route-changed', WAITING],
  ['interceptor-route-healthy', { status: 'Healthy', message: 'InterceptorRoute reconciled' }],
  ['http-scaled-object-new', WAITING],
  ['http-scaled-object-changed', WAITING],
  ['http-scaled-object-healthy', { status: 'Healthy', message: 'ScaledObject created and configured' }],
  ['http-scaled-object-paused', { status: 'Suspended', message: 'paused by an annotation' }],
  [
    'http-scaled-object-degraded',
    { status: 'Degraded', message: expect.stringContaining('already managed by the ScaledObject') },
  ],
];

test('each state, as captured from a cluster', () => {
  const said = check(...STATES.map(([file]) => object(file)));
  expect(STATES.map(([file], i) => [file, said[i]])).toEqual(STATES);
});

test('every captured object of the add-on has a test', () => {
  const files = readdirSync(OBJECTS).filter((file) => !file.startsWith('scaled-object-'));
  expect(files.sort()).toEqual(STATES.map(([file]) => `${file}.yaml`).sort());
});

test('what no cluster shows today', () => {
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
    check(
      route({ status: 'False', message: 'no such target' }),
      route({ status: 'Unknown' }),
      route({ type: 'Other' }),
      scaled('healthy', { 'autoscaling.keda.sh/paused-replicas': '0' }),
      scaled('healthy', { 'autoscaling.keda.sh/paused': 'false' }),
      scaled('degraded', { 'autoscaling.keda.sh/paused': 'true' }),
    ),
  ).toEqual([
    { status: 'Degraded', message: 'no such target' },
    WAITING,
    WAITING,
    expect.objectContaining({ status: 'Suspended' }),
    expect.objectContaining({ status: 'Healthy' }),
    expect.objectContaining({ status: 'Degraded' }),
  ]);
});

test('a child Application has the health that Argo CD computed for it, and waits until there is one', () => {
  const application = (status?: object) => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', status });
  const none = { status: 'Progressing', message: 'not compared with the cluster yet' };
  expect(check(application(), application({ sync: { status: 'Unknown' } }), application({ health: {} }))).toEqual([
    none,
    none,
    none,
  ]);
  const healths = [
    ...['Healthy', 'Progressing', 'Degraded', 'Missing', 'Suspended'].map((status) => ({ status, message: 'so' })),
    { status: 'Healthy' },
  ];
  expect(check(...healths.map((health) => application({ health })))).toEqual(healths);
});

test('the ConfigMap holds the checks and nothing else of argocd-cm', () => {
  const manifest = configMap('tools');
  expect(manifest.metadata).toEqual({
    name: 'argocd-cm',
    namespace: 'tools',
    labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
  });
  expect(Object.keys(manifest.data)).toEqual([
    'resource.customizations.health.argoproj.io_Application',
    'resource.customizations.health.http.keda.sh_HTTPScaledObject',
    'resource.customizations.health.http.keda.sh_InterceptorRoute',
  ]);
  expect(() => configMap('No')).toThrow('a/argocd-cm: namespace "No" is not a DNS label; allowed:');
});
