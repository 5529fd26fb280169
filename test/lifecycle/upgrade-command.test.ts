import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, manifest } from './kubectl';

jest.setTimeout(60_000);
let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  cluster.answer('api-resources*', API_RESOURCES);
  cluster.put('dist/production/keda/crds.yaml', crd([version('v1beta1', { replicas: { type: 'integer' } })]));
  cluster.put('dist/production/keda/keda.yaml', operator('ghcr.io/kedacore/keda:2.21.0'));
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

const CRD = 'scaledobjects.keda.sh';
const version = (name: string, properties: object) => ({
  name,
  schema: {
    openAPIV3Schema: {
      type: 'object',
      properties: { spec: { type: 'object', description: 'what is wanted', properties } },
    },
  },
});
const crdObject = (versions: object[], status?: object) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: CRD },
  spec: { group: 'keda.sh', versions },
  ...(status && { status }),
});
const crd = (versions: object[]) => JSON.stringify(crdObject(versions));
const operator = (image: string) =>
  manifest(
    'apps/v1',
    'Deployment',
    'keda-operator',
    'keda',
    `spec: { template: { spec: { containers: [{ image: '${image}' }] } } }\n`,
  );
const deployment = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'keda-operator', namespace: 'keda' },
  spec: { template: { spec: { containers: [{ image }] } } },
});
const scaledObject = (name: string, spec: object) => ({
  apiVersion: 'keda.sh/v1beta1',
  kind: 'ScaledObject',
  metadata: { name, namespace: 'fn-shop' },
  spec,
});

test('the same platform changes nothing', () => {
  const versions = [version('v1beta1', { replicas: { type: 'integer' } })];
  cluster.has(crdObject(versions, { storedVersions: ['v1beta1'] }), deployment('ghcr.io/kedacore/keda:2.21.0'));
  expect(cluster.runAsked('upgrade')).toEqual({
    status: 0,
    stdout:
      'cluster: context here, server https://here.example\nCRDs: 0 differences\nno object of the cluster loses anything\n',
    stderr: '',
  });
  expect(cluster.calls('apply', 'delete', 'patch', 'replace')).toEqual([]);
});

test('what becomes another, and what objects lose, is told', () => {
  const trigger = { triggers: { type: 'array', items: { properties: { metricType: { type: 'string' } } } } };
  const before = [version('v1beta1', trigger), version('v1alpha1', trigger)];
  cluster.has(
    deployment('ghcr.io/kedacore/keda:2.20.1'),
    crdObject(before, { storedVersions: ['v1alpha1', 'v1beta1'] }),
  );
  const items = [
    scaledObject('uses', { triggers: [{}, { metricType: 'Value' }] }),
    scaledObject('does-not', { replicas: 1 }),
  ];
  cluster.answer(`get ${CRD} -A*`, JSON.stringify({ items }));
  const { status, stdout, stderr } = cluster.runAsked('upgrade', 'dist/production', '--context', 'there');
  expect(stdout.split('\n')).toEqual([
    'cluster: context there, server https://there.example',
    'keda/keda-operator: ghcr.io/kedacore/keda:2.20.1 -> ghcr.io/kedacore/keda:2.21.0',
    'CRDs: 3 differences',
    `  - ${CRD} v1beta1.spec.triggers`,
    `  - ${CRD} v1alpha1`,
    `  + ${CRD} v1beta1.spec.replicas`,
    '',
  ]);
  expect(stderr.split('\n')).toEqual([
    `error: ${CRD}: objects are stored as v1alpha1, which is gone; allowed: v1beta1`,
    'error: ScaledObject fn-shop/uses: has spec.triggers, which is gone',
    '',
  ]);
  expect(status).toBe(1);
});

test('a cluster without the platform gets all of it', () => {
  const { status, stdout } = cluster.runAsked('upgrade');
  expect([status, stdout.split('\n').slice(1)]).toEqual([
    0,
    [
      'keda/keda-operator: nothing -> ghcr.io/kedacore/keda:2.21.0',
      'CRDs: 1 difference',
      `  + ${CRD}`,
      'no object of the cluster loses anything',
      '',
    ],
  ]);
});

test('a folder that is none is told', () => {
  expect(cluster.runAsked('upgrade', 'elsewhere')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^error: elsewhere: is not a folder; allowed: what synth wrote/),
  });
});
