import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kubectl, waitUntil } from '../cluster';
import { built, freePort, type Programs, untilAnswers } from './programs';
import { type Seen, watchStates } from './states';
import type { GitOpsTool } from './tool';

export const ARGOCD_NAMESPACE = 'argocd';

/** What Argo CD says of an Application. */
export interface ApplicationState {
  readonly sync: string;
  readonly health: string;
  readonly revision: string;
  /** `Running`, `Succeeded` or `Failed`. */
  readonly phase: string;
  readonly started: string;
  readonly finished: string;
  /** The objects that are not Healthy, each with why. */
  readonly unhealthy: string[];
}

/** Argo CD as processes of this machine, with the CRDs and settings that its own manifests install. */
export async function startArgoCd(programs: Programs): Promise<void> {
  const { program, manifests } = built('argocd');
  kubectl('apply', '--server-side', '-k', join(manifests, 'crds'));
  const conditions = () => kubectl('get', 'crd', 'appprojects.argoproj.io', '-o', 'jsonpath={.status.conditions}');
  await waitUntil('AppProjects can be made', 30, () => /"True","type":"Established"/.test(conditions()));
  kubectl('create', 'namespace', ARGOCD_NAMESPACE);
  kubectl('apply', '-n', ARGOCD_NAMESPACE, '-k', join(manifests, 'base/config'));
  // what Argo CD's API server, which has no part here, makes at its first start
  const all = [{ group: '*', kind: '*' }];
  const spec = { sourceRepos: ['*'], destinations: [{ server: '*', namespace: '*' }], clusterResourceWhitelist: all };
  applyObject({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'default' }, spec });
  const key = JSON.stringify({ stringData: { 'server.secretkey': 'of a test' } });
  kubectl('patch', 'secret', 'argocd-secret', '-n', ARGOCD_NAMESPACE, '-p', key);
  const ports = await Promise.all(Array.from({ length: 7 }, freePort));
  const [redis, repo, repoMetrics, metrics, setsMetrics, setsHealth, setsWebhook] = ports;
  const data = (name: string): string => {
    const folder = join(programs.folder, name);
    mkdirSync(folder);
    return folder;
  };
  const environment = {
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    // the health of each object in the Application, which a failure shows
    ARGOCD_APPLICATION_CONTROLLER_PERSIST_RESOURCE_HEALTH: 'true',
    ARGOCD_TLS_DATA_PATH: data('tls'),
    ARGOCD_SSH_DATA_PATH: data('ssh'),
    ARGOCD_PLUGINSOCKFILEPATH: data('plugins'),
    TMPDIR: data('tmp'),
  };
  const start = (name: string, ...args: string[]) =>
    programs.start(name, program, args, { ...environment, ARGOCD_BINARY_NAME: name });
  const loopback = '127.0.0.1';
  programs.start('redis', 'redis-server', ['--port', String(redis), '--bind', loopback, '--save', '']);
  const caches = ['--redis', `${loopback}:${redis}`];
  start(
    'argocd-repo-server',
    ...caches,
    ...['--address', loopback, '--port', String(repo)],
    ...['--metrics-address', loopback, '--metrics-port', String(repoMetrics)],
  );
  await untilAnswers(`http://${loopback}:${repoMetrics}/metrics`);
  start(
    'argocd-application-controller',
    ...caches,
    ...['--namespace', ARGOCD_NAMESPACE],
    ...['--repo-server', `${loopback}:${repo}`, '--metrics-port', String(metrics)],
  );
  start(
    'argocd-applicationset-controller',
    ...['--namespace', ARGOCD_NAMESPACE, '--argocd-repo-server', `${loopback}:${repo}`],
    ...['--metrics-addr', `${loopback}:${setsMetrics}`, '--webhook-addr', `${loopback}:${setsWebhook}`],
    ...['--probe-addr', `${loopback}:${setsHealth}`],
  );
  await untilAnswers(`http://${loopback}:${metrics}/healthz`);
}

/** Applies an object in the namespace of Argo CD. */
export function applyObject(object: object): void {
  const input = JSON.stringify(object);
  execFileSync('kubectl', ['apply', '-n', ARGOCD_NAMESPACE, '-f', '-'], { input, stdio: 'pipe' });
}

/** Tells Argo CD to look at the repository, as its webhook does after a push. */
export function refresh(): void {
  const annotation = 'argocd.argoproj.io/refresh=normal';
  kubectl('annotate', 'applications', '--all', '-n', ARGOCD_NAMESPACE, '--overwrite', annotation);
}

/** All Applications by name. */
export function applications(): { readonly [name: string]: ApplicationState } {
  const { items } = JSON.parse(kubectl('get', 'applications', '-n', ARGOCD_NAMESPACE, '-o', 'json'));
  // biome-ignore lint/suspicious/noExplicitAny: an Application of any state
  return Object.fromEntries(items.map(({ metadata, status = {} }: any) => [metadata.name, stateOf(status)]));
}

// biome-ignore lint/suspicious/noExplicitAny: an Application of any state
function stateOf({ sync, health, operationState, resources = [] }: any): ApplicationState {
  return {
    sync: sync?.status ?? '',
    health: health?.status ?? '',
    revision: sync?.revision ?? '',
    phase: operationState?.phase ?? '',
    started: operationState?.startedAt ?? '',
    finished: operationState?.finishedAt ?? '',
    unhealthy: resources
      // biome-ignore lint/suspicious/noExplicitAny: an object of any kind
      .filter(({ health }: any) => health && health.status !== 'Healthy')
      // biome-ignore lint/suspicious/noExplicitAny: an object of any kind
      .map(({ kind, name, health }: any) => `${kind}/${name}: ${health.status}: ${health.message}`),
  };
}

/** Waits until every Application has the commit, is Synced, and Healthy unless it is one of `unhealthy`. */
export async function untilSynced(commit: string, unhealthy: string[] = [], seconds = 300): Promise<void> {
  const arrived = () =>
    Object.entries(applications()).every(
      ([name, { sync, health, revision, phase }]) =>
        revision === commit &&
        sync === 'Synced' &&
        phase !== 'Running' &&
        (health === 'Healthy' || unhealthy.includes(name)),
    );
  try {
    await waitUntil(`all at ${commit}`, seconds, arrived);
  } catch (error) {
    throw new Error(`${error}\n${JSON.stringify(applications(), undefined, 2)}`);
  }
}

function watch(programs: Programs): () => Seen {
  const columns = ['.status.sync.status', '.status.health.status'];
  return watchStates(programs, 'applications', ARGOCD_NAMESPACE, columns, / Synced +(Healthy|Progressing)$/);
}

function forget(environment: string): void {
  const root = `${environment}-gitops`;
  const mine = Object.keys(applications()).filter((name) => name !== root && name.startsWith(`${environment}-`));
  for (const name of [root, ...mine]) kubectl('delete', 'application', name, '-n', ARGOCD_NAMESPACE);
}

function remove(): void {
  forget('production');
  kubectl('delete', 'namespace', ARGOCD_NAMESPACE);
  kubectl('delete', '-k', join(built('argocd').manifests, 'crds'));
}

export const ARGO_CD: GitOpsTool = {
  name: 'Argo CD',
  namespace: ARGOCD_NAMESPACE,
  programs: ['argocd'],
  declare: (repoUrl) => ({ argocd: { repoUrl, cluster: 'in-cluster' } }),
  start: startArgoCd,
  handOver(folder) {
    const manager = '--field-manager=cdk8s-keda-functions';
    kubectl('apply', '--server-side', manager, '-f', join(folder, 'argocd-cm.yaml'));
    kubectl('apply', '-f', join(folder, 'argocd.yaml'), '-l', 'app.kubernetes.io/name=hand-over');
  },
  refresh,
  untilArrived: untilSynced,
  applied: () => Object.keys(applications()),
  order() {
    const { 'production-keda': keda, 'production-functions-my-project': functions } = applications();
    return { keda: keda!.finished, functions: functions!.started };
  },
  watch,
  forget,
  remove,
};
