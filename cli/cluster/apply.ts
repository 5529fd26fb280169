import { setTimeout } from 'node:timers/promises';
import { Stop } from '../stop';
import { linesOf } from './kubectl';
import { isCrd, isOfPlatform, type Manifest, nameOf } from './manifests';
import { fileOf, type Target } from './target';

/** Applies objects server-side, and says how many. @throws Stop with the advice when not all of them are. */
export async function apply(
  target: Target,
  what: string,
  manifests: readonly Manifest[],
  flags: readonly string[],
  advice: string,
): Promise<void> {
  if (manifests.length === 0) return;
  const { ok, out } = await target.kubectl.try('apply', '--server-side', ...flags, '-f', fileOf(target, manifests));
  if (!ok) throw new Stop(`${what}: not all applied; ${advice}`);
  console.log(`applied: ${what}, ${linesOf(out).length} objects`);
}

/** Tries until it is so. @throws Stop after these seconds. */
export async function until(seconds: number, what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() >= end) throw new Stop(what);
    await setTimeout(1000);
  }
}

export async function waitForCrds(target: Target, manifests: readonly Manifest[]): Promise<void> {
  const crds = manifests.filter(isCrd);
  if (crds.length === 0) return;
  const file = fileOf(target, crds);
  await until(60, 'a CRD is not established after 60 s', async () => {
    return (await target.kubectl.attempt('wait', '--for=condition=Established', '--timeout=10s', '-f', file)).ok;
  });
}

export async function waitForRollouts({ kubectl }: Target, manifests: readonly Manifest[]): Promise<void> {
  for (const manifest of manifests.filter(({ kind }) => kind === 'Deployment')) {
    const { namespace = '' } = manifest;
    const { ok } = await kubectl.try('rollout', 'status', '-n', namespace, nameOf(manifest), '--timeout=300s');
    if (!ok) throw new Stop(`${namespace}/${nameOf(manifest)} is not ready after 300 s`);
  }
}

/** The rollouts, the certificates that KEDA makes for itself, and the APIs behind them. */
export async function waitForPlatform(target: Target, manifests: readonly Manifest[]): Promise<void> {
  const { kubectl } = target;
  const named = (kind: string) => manifests.filter((manifest) => manifest.kind === kind).map(nameOf);
  await waitForRollouts(target, manifests.filter(isOfPlatform));
  for (const webhook of named('ValidatingWebhookConfiguration')) {
    const bundle = 'jsonpath={.webhooks[*].clientConfig.caBundle}';
    const has = async () => (await kubectl.attempt('get', webhook, '-o', bundle)).out.trim() !== '';
    await until(120, `KEDA has not written its certificate into ${webhook} after 120 s`, has);
  }
  for (const api of named('APIService')) {
    const { ok } = await kubectl.try('wait', '--for=condition=Available', '--timeout=120s', api);
    if (!ok) throw new Stop(`${api} is not available after 120 s`);
  }
  console.log('ready: Deployments, certificates and APIs of the platform');
}
