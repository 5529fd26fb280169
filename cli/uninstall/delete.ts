import { linesOf } from '../cluster/kubectl';
import { isCrd, isNamespace, isOfFunction, isOfPlatform, type Manifest } from '../cluster/manifests';
import { fileOf, type Target } from '../cluster/target';
import { Stop } from '../stop';
import { waitForCleanUp } from './finalizers';
import type { CustomResource } from './found';

interface What {
  /** Custom resources that have to go before the rest. */
  readonly remaining: () => Promise<CustomResource[]>;
  /** Resources of which all objects go, whoever made them. */
  readonly also: readonly string[];
  readonly force: boolean;
}

const isApi = ({ kind }: Manifest) => kind.endsWith('WebhookConfiguration') || kind === 'APIService';

/** Deletes in the order that keeps anything from hanging. */
export async function deleteAll(
  target: Target,
  manifests: Manifest[],
  { remaining, also, force }: What,
): Promise<void> {
  const { kubectl } = target;
  const path = 'jsonpath={range .items[*]}{.spec.group} {end}';
  const groups = new Set((await kubectl.run('get', 'crd', '-o', path)).split(/\s+/).filter(Boolean));
  // of KEDA's kinds and of others: a finalizer holds each until its operator has cleaned up
  const isCustom = ({ group }: Manifest) => groups.has(group);
  await deleteSome(target, 'custom resources', manifests.filter(isCustom), '--wait=false');
  for (const resource of also) await kubectl.run('delete', resource, '-A', '--all', '--wait=false');
  await waitForCleanUp(kubectl, remaining, force);

  // namespaces can only go when every API answers, so KEDA's goes before its server
  await deleteSome(target, 'webhooks and APIs', manifests.filter(isApi));
  const rest = manifests.filter((each) => !isCustom(each) && !isCrd(each) && !isNamespace(each) && !isApi(each));
  await deleteSome(target, 'functions', rest.filter(isOfFunction));
  await deleteSome(
    target,
    'around the platform',
    rest.filter((each) => !isOfFunction(each) && !isOfPlatform(each)),
  );
  await deleteSome(target, 'platform', rest.filter(isOfPlatform));
  await deleteSome(target, 'namespaces', manifests.filter(isNamespace));
  await deleteSome(target, 'CRDs', manifests.filter(isCrd));
}

async function deleteSome(target: Target, what: string, manifests: Manifest[], ...flags: string[]): Promise<void> {
  if (manifests.length === 0) return;
  const file = fileOf(target, manifests);
  const { ok, out } = await target.kubectl.try('delete', '--ignore-not-found', '--timeout=180s', ...flags, '-f', file);
  if (!ok) throw new Stop(`${what}: not all deleted; run again when the cause is gone`);
  console.log(`deleted: ${what}, ${linesOf(out).length} objects`);
}
