import { execFileSync } from 'node:child_process';
import { App, Size } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Environment,
  FunctionChart,
  FunctionDefaults,
  type FunctionProps,
  KedaPlatform,
  ProjectChart,
  Runtime,
  toFiles,
} from '../../lib';
import { deleteNamespace, image, kubectl, waitUntil } from './cluster';

// As whom pods run and pull, and what an environment with higher limits lets them ask for, on a cluster's own word.

// biome-ignore lint/suspicious/noExplicitAny: objects as the API server gives them
type Any = any;

const PROJECT = 'identity';
const namespace = `fn-${PROJECT}`;
const ROLE = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders' };
const FUNCTIONS: { readonly [name: string]: Partial<FunctionProps> } = {
  own: { serviceAccount: { annotations: ROLE } },
  named: { serviceAccount: {}, serviceAccountName: 'orders', automountServiceAccountToken: true },
  large: { memory: Size.mebibytes(64), memoryLimit: Size.gibibytes(5) },
};

const get = (...args: string[]): Any => JSON.parse(kubectl('get', ...args, '-n', namespace, '-o', 'json'));
/** Pods as the Deployment finds them. */
function podsOf(name: string): Any[] {
  const { matchLabels } = get('deployment', `fn-${name}`).spec.selector;
  const selector = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  return get('pods', '-l', selector.join(',')).items;
}
const podOf = (name: string): Any => podsOf(name)[0];
const apply = (text: string) =>
  execFileSync('kubectl', ['apply', '--server-side', '--force-conflicts', '-f', '-'], { input: text });
const hasToken = (name: string) => podOf(name).spec.volumes?.some((volume: Any) => volume.projected) ?? false;

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test', limits: { maxMemory: Size.gibibytes(8) } });
  new KedaPlatform(environment, 'keda');
  const folder = new Construct(environment, PROJECT);
  FunctionDefaults.of(folder).add({ imagePullSecrets: ['registry'] });
  new ProjectChart(folder, 'project', { name: PROJECT });
  for (const [name, props] of Object.entries(FUNCTIONS)) {
    new FunctionChart(folder, name, { project: PROJECT, runtime: Runtime.GO, image: image('go'), ...props });
  }
  // nobody has to scale them
  const files = toFiles(app) as { readonly [file: string]: string };
  const functions = Object.keys(FUNCTIONS).map((name) => `${PROJECT}/${name}`);
  for (const path of ['keda/crds', `${PROJECT}/project`, ...functions]) apply(files[`e2e/${path}.yaml`]!);
  kubectl(
    'create',
    'secret',
    'docker-registry',
    'registry',
    '-n',
    namespace,
    '--docker-username=u',
    '--docker-password=p',
  );
  for (const name of Object.keys(FUNCTIONS))
    await waitUntil(`a pod of ${name}`, 60, () => podsOf(name).some(({ status }) => status.phase === 'Running'));
}, 200_000);

afterAll(() => deleteNamespace(namespace), 200_000);

test('a ServiceAccount is made beside the function, annotated, and its pod runs as it, without a token', () => {
  const account = get('serviceaccount', 'fn-own');
  expect(account.metadata.annotations).toMatchObject(ROLE);
  expect(account.automountServiceAccountToken).toBe(false);
  expect(podOf('own').spec.serviceAccountName).toBe('fn-own');
  expect(hasToken('own')).toBe(false);
});

test('it can be called otherwise, and its token asked for', () => {
  expect(get('serviceaccount', 'orders').metadata.annotations).toBeUndefined();
  expect(podOf('named').spec.serviceAccountName).toBe('orders');
  expect(hasToken('named')).toBe(true);
});

test('the pull secret that the functions of a project share is in each pod', () => {
  for (const name of Object.keys(FUNCTIONS))
    expect([name, podOf(name).spec.imagePullSecrets]).toEqual([name, [{ name: 'registry' }]]);
});

test('a function above the default limits is taken, where the environment has raised them', () => {
  expect(podOf('large').spec.containers[0].resources.limits.memory).toBe('5Gi');
});
