import { ensure } from '../ensure';
import { InputError } from '../errors';
import { type Owner, pathOf } from './owner';

interface Count {
  owned: number;
  kept: number;
  removed: number;
}

/**
 * Throws when a run would remove much of what an app has in a folder: the whole, or an environment, or a part of one (a
 * folder directly below it, as `functions`) would lose its last file, or more than half of its files and more than one.
 */
export function refuseManyRemovals(outdir: string, owned: Iterable<Owner>, files: Iterable<Owner>): void {
  const counts = new Map<string, Count>();
  const add = (owner: Owner, what: keyof Count) => {
    for (const scope of scopesOf(owner)) {
      ensure(counts, scope, () => ({ owned: 0, kept: 0, removed: 0 }))[what] += 1;
    }
  };
  const kept = new Set<string>();
  for (const file of files) {
    kept.add(pathOf(file));
    add(file, 'kept');
  }
  for (const file of owned) {
    add(file, 'owned');
    if (!kept.has(pathOf(file))) add(file, 'removed');
  }
  const losses = [...counts].filter(([, count]) => isLoss(count));
  if (losses.length === 0) return;
  const { removed, owned: all } = counts.get('')!;
  const where = losses
    .filter(([scope]) => scope !== '')
    .map(([scope, count]) => `${count.removed} of ${count.owned} in ${scope}`);
  const among = where.length === 0 ? '' : ` (${where.join(', ')})`;
  throw new InputError(
    `${outdir}: ${removed} of the ${all} files of this app would be removed${among}; ` +
      'allowed: --allow-removals or CDK8S_ALLOW_REMOVALS=1 (allowRemovals of synthesize) if they shall go',
  );
}

function isLoss({ owned, kept, removed }: Count): boolean {
  return removed > 0 && (kept === 0 || (removed > 1 && removed * 2 > owned));
}

/** The whole, the environment, and the folder directly below the environment, or below the output folder. */
function scopesOf({ environment, file }: Owner): string[] {
  const within = environment === undefined ? '' : `${environment}/`;
  const part = file.includes('/') ? [within + file.slice(0, file.indexOf('/'))] : [];
  return environment === undefined ? ['', ...part] : ['', environment, ...part];
}
