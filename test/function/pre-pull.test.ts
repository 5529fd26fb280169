import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Architecture,
  Environment,
  FunctionChart,
  type FunctionProps,
  ProjectChart,
  Runtime,
  TolerationOperator,
  toFiles,
  Volume,
} from '../../lib';
import type { Any } from './render';

/** The DaemonSet of a project whose functions are declared after it. */
function rendered(...functions: Partial<FunctionProps>[]): Any {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.test' });
  new ProjectChart(environment, 'shop', { name: 'shop', prePull: {} });
  const base = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };
  functions.forEach((props, index) => {
    new FunctionChart(environment, `f${index}`, { ...base, ...props });
  });
  new FunctionChart(environment, 'other', { ...base, project: 'other', image: 'other/a:1' });
  const objects = loadAll(toFiles(app)['e/shop.yaml'] as string) as Any[];
  return objects.find(({ kind }) => kind === 'DaemonSet');
}
const podOf = (...functions: Partial<FunctionProps>[]) => rendered(...functions).spec.template.spec;

test('each image of the project is a volume of its pods, once', () => {
  const { volumes, containers } = podOf(
    { image: 'b/b:1' },
    { image: 'a/b:1', initContainers: [{ name: 'i', image: 'a/init:1' }] },
    { image: 'b/b:1', volumes: { '/m': Volume.fromImage('a/model:1'), '/c': Volume.fromEmptyDir() } },
  );
  const images = ['a/b:1', 'a/init:1', 'a/model:1', 'b/b:1'];
  expect(volumes).toEqual(
    images.map((reference, index) => ({
      name: `image-${index}`,
      image: { reference, pullPolicy: 'IfNotPresent' },
    })),
  );
  // what no container mounts, the kubelet takes for unused
  expect(containers[0].volumeMounts).toEqual(
    images.map((_, index) => ({ name: `image-${index}`, mountPath: `/images/image-${index}` })),
  );
});

test('it is on every node on which a function may be, and may pull what they may', () => {
  const gpu = { key: 'gpu', operator: TolerationOperator.EXISTS };
  const pod = podOf(
    { nodeSelector: { pool: 'fn', disk: 'ssd' }, architecture: Architecture.ARM64, tolerations: [gpu] },
    { nodeSelector: { pool: 'fn' }, architecture: Architecture.ARM64, imagePullSecrets: ['a'] },
    { nodeSelector: { pool: 'fn', disk: 'hdd' }, architecture: Architecture.ARM64, imagePullSecrets: ['a', 'b'] },
  );
  expect(pod).toMatchObject({
    nodeSelector: { pool: 'fn', 'kubernetes.io/arch': 'arm64' },
    tolerations: [gpu],
    imagePullSecrets: [{ name: 'a' }, { name: 'b' }],
  });
  expect(podOf({ nodeSelector: { pool: 'fn' } }, {})).not.toHaveProperty('nodeSelector');
});

test('it runs under the standard of the namespace, and its selector is that of no function', () => {
  const { metadata, spec } = rendered({});
  expect(metadata).toMatchObject({ name: 'pre-pull', namespace: 'fn-shop' });
  expect(spec.selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'pre-pull',
    'app.kubernetes.io/instance': 'pre-pull-shop',
  });
  expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
  expect(spec.template.spec.securityContext.runAsNonRoot).toBe(true);
  expect(spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem).toBe(true);
  expect(JSON.stringify(spec)).not.toContain('Always');
});

test('a project without functions has nothing to pull', () => {
  expect(podOf()).not.toHaveProperty('volumes');
});
