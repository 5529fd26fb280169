import { Stop } from '../stop';
import { visible } from '../visible';
import { type Kubectl, linesOf } from './kubectl';
import { isCrd, type Manifest } from './manifests';
import { groupOf } from './object';

const keyOf = (group: string, kind: string) => `${group}/${kind}`;

/** Kinds that the cluster serves now, but for those of APIs that do not answer. */
export async function servedKinds(kubectl: Kubectl): Promise<Set<string>> {
  const { out } = await kubectl.attempt('api-resources', '--no-headers');
  return new Set(
    linesOf(out).map((line) => {
      const words = line.trim().split(/\s+/);
      return keyOf(groupOf(words.at(-3) ?? ''), words.at(-1)!);
    }),
  );
}

/** Objects whose kind the cluster serves: asked for another kind, kubectl would say nothing of the rest either. */
export async function servedOf(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<Manifest[]> {
  const served = await servedKinds(kubectl);
  if (!served.has(keyOf('', 'Namespace')))
    throw new Stop('the cluster does not say which kinds it has; run again when it does');
  return manifests.filter(({ group, kind }) => served.has(keyOf(group, kind)));
}

/** Objects whose kind neither the cluster nor a CRD of the folder knows. */
export async function unknownOf(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<Set<Manifest>> {
  const known = await servedKinds(kubectl);
  for (const { object } of manifests.filter(isCrd))
    known.add(keyOf(object.spec?.group ?? '', object.spec?.names?.kind ?? ''));
  return new Set(manifests.filter(({ group, kind }) => !known.has(keyOf(group, kind))));
}

/** Those whose kinds are known. @throws Stop when there are others, unless they may be skipped, which it says. */
export async function requireKinds(
  kubectl: Kubectl,
  folder: string,
  manifests: readonly Manifest[],
  skip: boolean,
): Promise<Manifest[]> {
  const unknown = await unknownOf(kubectl, manifests);
  const said = new Set(
    [...unknown].map(({ file, kind, group }) => `${folder}/${file}: the cluster has no kind ${kind} (${group || '-'})`),
  );
  if (said.size > 0 && !skip) {
    const advice = 'nothing was changed; allowed: install what these kinds belong to first, or --skip-unknown-kinds';
    throw new Stop(...said, advice);
  }
  for (const line of said) console.log(visible(`skipped: ${line}`));
  return manifests.filter((manifest) => !unknown.has(manifest));
}
