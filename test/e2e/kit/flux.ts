import { join } from 'node:path';
import { kubectl, waitUntil } from '../cluster';
import { built, freePort, type Programs, untilAnswers } from './programs';
import { type Seen, watchStates } from './states';
import type { GitOpsTool } from './tool';

export const FLUX_NAMESPACE = 'flux-system';

/** What Flux says of a Kustomization. */
export interface KustomizationState {
  readonly ready: string;
  readonly message: string;
  readonly since: string;
  /** The commit that was applied last. */
  readonly revision: string;
}

/** Flux's source-controller and kustomize-controller as processes of this machine, with their CRDs. */
export async function startFlux(programs: Programs): Promise<void> {
  const source = built('source-controller');
  const kustomize = built('kustomize-controller');
  for (const { manifests } of [source, kustomize]) kubectl('apply', '--server-side', '-f', manifests);
  kubectl('create', 'namespace', FLUX_NAMESPACE);
  const start = async (name: string, program: string, ...more: string[]) => {
    const [metrics, health] = await Promise.all([freePort(), freePort()]);
    const addresses = ['--metrics-addr', `127.0.0.1:${metrics}`, '--health-addr', `127.0.0.1:${health}`];
    programs.start(name, program, ['--watch-all-namespaces', '--events-addr=', ...addresses, ...more], {
      RUNTIME_NAMESPACE: FLUX_NAMESPACE,
      TUF_ROOT: programs.folder,
    });
    await untilAnswers(`http://127.0.0.1:${health}/healthz`);
  };
  const storage = `127.0.0.1:${await freePort()}`;
  await start(
    'source-controller',
    source.program,
    ...['--storage-path', programs.folder, '--storage-addr', storage, '--storage-adv-addr', storage],
  );
  await start(
    'kustomize-controller',
    kustomize.program,
    ...['--feature-gates=CancelHealthCheckOnNewRevision=true', '--requeue-dependency=5s'],
  );
}

/** Tells Flux to look at the repositories, as a receiver of its notification-controller does after a push. */
export function reconcile(): void {
  const annotation = `reconcile.fluxcd.io/requestedAt=${new Date().toISOString()}`;
  // Flux takes away what kubectl writes to an object that it applies, but under another name
  const name = '--field-manager=flux';
  kubectl('annotate', 'gitrepositories', '--all', '-n', FLUX_NAMESPACE, '--overwrite', name, annotation);
}

/** All Kustomizations by name. */
export function kustomizations(): { readonly [name: string]: KustomizationState } {
  const { items } = JSON.parse(kubectl('get', 'kustomizations', '-n', FLUX_NAMESPACE, '-o', 'json'));
  // biome-ignore lint/suspicious/noExplicitAny: a Kustomization of any state
  return Object.fromEntries(items.map(({ metadata, status = {} }: any) => [metadata.name, stateOf(status)]));
}

// biome-ignore lint/suspicious/noExplicitAny: a Kustomization of any state
function stateOf({ conditions = [], lastAppliedRevision = '' }: any): KustomizationState {
  const ready = conditions.find(({ type }: { type: string }) => type === 'Ready');
  return {
    ready: ready?.status ?? '',
    message: ready?.message ?? '',
    since: ready?.lastTransitionTime ?? '',
    revision: lastAppliedRevision.replace(/.*sha1:/, ''),
  };
}

/** Waits until every Kustomization has the commit and, unless it is one of `unready`, is ready. */
export async function untilReconciled(commit: string, unready: string[] = [], seconds = 180): Promise<void> {
  const arrived = () =>
    Object.entries(kustomizations()).every(
      ([name, { ready, revision }]) => unready.includes(name) || (revision === commit && ready === 'True'),
    );
  try {
    await waitUntil(`all at ${commit}`, seconds, arrived);
  } catch (error) {
    throw new Error(`${error}\n${JSON.stringify(kustomizations(), undefined, 2)}`);
  }
}

function watch(programs: Programs): () => Seen {
  const ready = '.status.conditions[?(@.type=="Ready")]';
  const columns = [`${ready}.status`, `${ready}.message`];
  const seen = watchStates(programs, 'kustomizations', FLUX_NAMESPACE, columns, /^\S+ +(True|Unknown) /);
  const before = programs.log('kustomize-controller').length;
  return () => {
    const { faults, ...counts } = seen();
    const applied = programs.log('kustomize-controller').slice(before);
    return { ...counts, faults: [...faults, ...(applied.match(/.*"configured".*/g) ?? [])] };
  };
}

function forget(environment: string): void {
  const root = `${environment}-gitops`;
  const mine = Object.keys(kustomizations()).filter((name) => name !== root && name.startsWith(`${environment}-`));
  for (const name of [root, ...mine]) kubectl('delete', 'kustomization', name, '-n', FLUX_NAMESPACE);
  kubectl('delete', 'gitrepository', root, '-n', FLUX_NAMESPACE);
}

function remove(): void {
  forget('production');
  kubectl('delete', 'namespace', FLUX_NAMESPACE);
  for (const name of FLUX.programs) kubectl('delete', '-f', built(name).manifests);
}

export const FLUX: GitOpsTool = {
  name: 'Flux',
  namespace: FLUX_NAMESPACE,
  programs: ['source-controller', 'kustomize-controller'],
  declare: (url) => ({ flux: { url } }),
  start: startFlux,
  handOver: (folder) => void kubectl('apply', '-f', join(folder, 'flux.yaml')),
  refresh: reconcile,
  untilArrived: untilReconciled,
  applied: () => Object.keys(kustomizations()),
  order() {
    const { 'production-keda': keda, 'production-functions-my-project': functions } = kustomizations();
    return { keda: keda!.since, functions: functions!.since };
  },
  watch,
  forget,
  remove,
};
