import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../at-end';
import { Stop } from '../stop';
import { visible } from '../visible';
import { Kubectl, linesOf } from './kubectl';
import type { Manifest } from './manifests';

/** The cluster that a command changes. */
export interface Target {
  readonly kubectl: Kubectl;
  /** Name of the context; empty in a pod without a kubeconfig. */
  readonly context: string;
  /** Context and server, for a person. */
  readonly title: string;
  /** A folder that nobody else may enter, for files that kubectl reads. */
  readonly folder: string;
}

/**
 * Stays with one cluster, whatever context becomes the current one meanwhile, and says which it is.
 *
 * @throws Stop when none is chosen, or it does not answer.
 */
export async function chooseTarget(context?: string): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const kubeconfig = join(folder, 'kubeconfig');
  const kubectl = new Kubectl(kubeconfig);
  const chosen = await kubeconfigOf(context);
  writeFileSync(kubeconfig, chosen ?? '', { mode: 0o600 });
  const name = chosen === undefined ? '' : await view(kubectl, '{.current-context}');
  const title = chosen === undefined ? podTitle() : `context ${name}, server ${await view(kubectl, SERVER)}`;
  console.log(`cluster: ${visible(title)}`);
  const { ok, complaint } = await kubectl.attempt('version');
  if (!ok) {
    const why = linesOf(complaint).at(-1) ?? '';
    throw new Stop(`no cluster answers: ${why}; allowed: a KUBECONFIG with cluster-admin rights`);
  }
  return { kubectl, context: name, title, folder };
}

const SERVER = '{.clusters[0].cluster.server}';

/** The part of the kubeconfig for one context; nothing in a pod without a kubeconfig, whose account kubectl then uses. */
async function kubeconfigOf(context?: string): Promise<string | undefined> {
  const kubectl = new Kubectl();
  const flags = context === undefined ? [] : [`--context=${context}`];
  const { ok, out, complaint } = await kubectl.attempt('config', 'view', ...flags, '--minify', '--raw', '--flatten');
  if (ok) return out;
  const isPod = context === undefined && process.env.KUBERNETES_SERVICE_HOST;
  if (isPod && !(await view(kubectl, '{range .contexts[*]}{.name}{end}'))) return undefined;
  const why = linesOf(complaint)[0] ?? '';
  throw new Stop(`no cluster is chosen: ${why}; allowed: a KUBECONFIG with a current context, or --context NAME`);
}

/** A file for kubectl with these objects; the next one takes its place. */
export function fileOf({ folder }: Target, manifests: readonly Manifest[]): string {
  const file = join(folder, 'selected.yaml');
  writeFileSync(file, manifests.map(({ text }) => `---\n${text}${text.endsWith('\n') ? '' : '\n'}`).join(''), {
    mode: 0o600,
  });
  return file;
}

function podTitle(): string {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = process.env;
  return `the cluster of this pod, server https://${host}:${port}`;
}

async function view(kubectl: Kubectl, path: string): Promise<string> {
  return (await kubectl.run('config', 'view', '-o', `jsonpath=${path}`)).trimEnd();
}
