import { spawnSync } from 'node:child_process';
import type { ApiObjectProps } from 'cdk8s';
import { kubectl, waitUntil } from './cluster';

const RESTRICTED = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/**
 * Makes happen what a platform of functions knows only from its worst days, or never: the triggers and kinds of others,
 * an interceptor that nobody reaches, a webhook that does not answer. Leaves the platform as it was.
 */
export async function provokeRareMetrics(namespace: string, image: string): Promise<void> {
  create(...emptyPrometheus(namespace, image));
  kubectl('rollout', 'status', '-n', namespace, 'deployment/empty-prometheus', '--timeout=60s');
  create(...rareObjects(namespace));
  await withoutPods('keda-add-ons-http-interceptor', 3, () => {});
  await withoutPods('keda-admission-webhooks', 0, async () => {
    // one that stops is not ready, and still answers
    const gone = () => !kubectl('get', 'pods', '-n', 'keda', '-o', 'name').includes('pod/keda-admission-webhooks-');
    await waitUntil('no webhook that answers', 60, gone);
    const unchecked = apply({ ...emptyScaledObject(namespace), metadata: { name: 'unchecked', namespace } }, true);
    expect(unchecked).toMatchObject({ status: 0 });
  });
}

/** The kinds of others. KEDA may act on them where an app declares them. */
export function rareObjects(namespace: string): ApiObjectProps[] {
  return [cloudEventSource(namespace), failingScaledJob(namespace), emptyScaledObject(namespace)];
}

function create(...objects: object[]): void {
  for (const object of objects) {
    const { status, stderr } = apply(object);
    if (status !== 0) throw new Error(stderr);
  }
}

function apply(object: object, dry = false): { status: number | null; stderr: string } {
  const args = ['apply', '--server-side', ...(dry ? ['--dry-run=server'] : []), '-f', '-'];
  return spawnSync('kubectl', args, { input: JSON.stringify(object), encoding: 'utf8' });
}

/** Scales a Deployment of KEDA to no pod, waits, and scales it back. */
async function withoutPods(deployment: string, seconds: number, meanwhile: () => unknown): Promise<void> {
  const scale = (replicas: string) =>
    kubectl('scale', '-n', 'keda', `deployment/${deployment}`, `--replicas=${replicas}`);
  const replicas = kubectl('get', 'deployment', '-n', 'keda', deployment, '-o', 'jsonpath={.spec.replicas}');
  const ready = () => kubectl('get', 'deployment', '-n', 'keda', deployment, '-o', 'jsonpath={.status.readyReplicas}');
  scale('0');
  try {
    await waitUntil(`no pod of ${deployment}`, 60, () => ready() === '');
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await meanwhile();
  } finally {
    scale(replicas);
    kubectl('rollout', 'status', '-n', 'keda', `deployment/${deployment}`, '--timeout=120s');
  }
}

/** A server that answers every query as a Prometheus without data: the Go function, whose name is the answer. */
function emptyPrometheus(namespace: string, image: string): object[] {
  const metadata = { name: 'empty-prometheus', namespace };
  const labels = { app: metadata.name };
  const answer = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } });
  const container = {
    name: 'server',
    image,
    imagePullPolicy: 'IfNotPresent',
    env: [
      { name: 'PORT', value: '8080' },
      { name: 'FUNCTION_NAME', value: answer },
    ],
    securityContext: RESTRICTED,
  };
  const securityContext = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } };
  const template = { metadata: { labels }, spec: { containers: [container], securityContext } };
  return [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: labels }, template } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ port: 8080 }] } },
  ];
}

const address = (namespace: string) => `http://empty-prometheus.${namespace}:8080`;

function emptyScaledObject(namespace: string): ApiObjectProps {
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'empty', namespace },
    spec: {
      scaleTargetRef: { name: 'empty-prometheus' },
      pollingInterval: 2,
      minReplicaCount: 1,
      triggers: [
        {
          type: 'prometheus',
          name: 'empty',
          metadata: { serverAddress: address(namespace), query: 'nothing', threshold: '1' },
        },
      ],
    },
  };
}

function failingScaledJob(namespace: string): ApiObjectProps {
  const containers = [{ name: 'job', image: 'never/started:1' }];
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledJob',
    metadata: { name: 'failing', namespace },
    spec: {
      jobTargetRef: { template: { spec: { containers, restartPolicy: 'Never' } } },
      pollingInterval: 2,
      triggers: [
        {
          type: 'prometheus',
          metadata: { serverAddress: address(`${namespace}-nowhere`), query: 'nothing', threshold: '1' },
        },
      ],
    },
  };
}

function cloudEventSource(namespace: string): ApiObjectProps {
  return {
    apiVersion: 'eventing.keda.sh/v1alpha1',
    kind: 'CloudEventSource',
    metadata: { name: 'events', namespace },
    spec: { clusterName: 'e2e', destination: { http: { uri: address(namespace) } } },
  };
}
