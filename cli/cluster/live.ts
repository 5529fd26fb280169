import { Stop } from '../stop';
import { servedOf } from './kinds';
import { linesOf } from './kubectl';
import type { Manifest } from './manifests';
import type { ClusterObject } from './object';
import { fileOf, type Target } from './target';

/** The objects of a folder that the cluster has, with who wrote what. @throws Stop when it cannot be read. */
export async function readLive(target: Target, manifests: readonly Manifest[]): Promise<ClusterObject[]> {
  const asked = await servedOf(target.kubectl, manifests);
  if (asked.length === 0) return [];
  const flags = ['--ignore-not-found', '--show-managed-fields', '-o', 'json'];
  const { ok, out } = await target.kubectl.try('get', ...flags, '-f', fileOf(target, asked));
  if (!ok) throw new Stop('nothing was changed: the cluster cannot be read');
  if (!out.trim()) return [];
  const found = JSON.parse(out) as ClusterObject | { readonly items: ClusterObject[] };
  return 'items' in found ? found.items : [found];
}

/** Names of those that the cluster has. @throws Stop when it cannot be read. */
export async function namesThere(target: Target, manifests: readonly Manifest[]): Promise<string[]> {
  const asked = await servedOf(target.kubectl, manifests);
  if (asked.length === 0) return [];
  const out = await target.kubectl.run('get', '--ignore-not-found', '-o', 'name', '-f', fileOf(target, asked));
  return linesOf(out);
}
