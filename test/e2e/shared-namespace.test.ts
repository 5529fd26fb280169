import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { Environment, KedaPlatform, type KedaPlatformProps, toFiles } from '../../lib';
import { image, kubectl } from './cluster';
import { command } from './commands';

// KEDA in a namespace that belongs to somebody else, who has a pod there that the restricted standard refuses.
const NAMESPACE = 'somebodys';
/** All of theirs, byte for byte; of a pod without its status, which the kubelet goes on writing. */
const theirs = () => [
  ...[
    ['namespace', NAMESPACE],
    ['configmap', 'theirs'],
    ['serviceaccount', 'default'],
  ].map((object) => kubectl('get', ...object, '-n', NAMESPACE, '-o', 'json', '--show-managed-fields')),
  kubectl(
    'get',
    'pod',
    'theirs',
    '-n',
    NAMESPACE,
    '-o',
    'jsonpath={.metadata.uid} {.metadata.labels} {.metadata.annotations} {.spec} {.status.startTime} {.status.containerStatuses[*].restartCount}',
  ),
];

/** Writes the folder of a platform. */
function render(props: KedaPlatformProps): string {
  const app = new App();
  new KedaPlatform(new Environment(app, 'e2e', { domain: 'fn.test' }), 'keda', props);
  const root = mkdtempSync(join(tmpdir(), 'shared-'));
  for (const [path, content] of Object.entries(toFiles(app))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return join(root, 'e2e');
}

// one KEDA in a cluster: that of other tests goes first
beforeAll(() => {
  command('uninstall', '--all', render({}));
}, 300_000);

test('nothing of theirs is changed when the platform comes, and when it goes', () => {
  kubectl('create', 'namespace', NAMESPACE);
  kubectl('label', 'namespace', NAMESPACE, 'team=somebody', 'pod-security.kubernetes.io/enforce=privileged');
  kubectl('annotate', 'namespace', NAMESPACE, 'example.com/note=ours');
  kubectl('create', 'configmap', 'theirs', '-n', NAMESPACE, '--from-literal=a=b');
  kubectl(
    'run',
    'theirs',
    '-n',
    NAMESPACE,
    `--image=${image('go')}`,
    '--privileged',
    '--image-pull-policy=Never',
    '--env=PORT=8080',
  );
  kubectl('wait', '-n', NAMESPACE, 'pod/theirs', '--for=condition=Ready', '--timeout=60s');
  const before = theirs();

  const folder = render({ namespace: NAMESPACE, createNamespace: false });
  command('install', folder);
  expect(kubectl('get', 'deployments', '-n', NAMESPACE, '-o', 'name').trim().split('\n')).toHaveLength(6);
  expect(theirs()).toEqual(before);

  command('uninstall', folder);
  expect(kubectl('get', 'deployments', '-n', NAMESPACE, '-o', 'name')).toBe('');
  expect(theirs()).toEqual(before);
  kubectl('delete', 'namespace', NAMESPACE);
}, 600_000);
