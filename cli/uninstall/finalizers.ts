import { setTimeout } from 'node:timers/promises';
import type { Kubectl } from '../cluster/kubectl';
import { Stop } from '../stop';
import { visible } from '../visible';
import { type CustomResource, textOf } from './found';

const PATIENCE_SECONDS = 120;

/** Waits until the operators have cleaned up after each custom resource, or takes the finalizers off. */
export async function waitForCleanUp(
  kubectl: Kubectl,
  remaining: () => Promise<CustomResource[]>,
  force: boolean,
): Promise<void> {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  for (let left = await remaining(); left.length > 0; left = await remaining()) {
    if (force) for (const each of left) await takeOff(kubectl, each);
    if (Date.now() > end) {
      const still = (await remaining()).map((each) => `still there after ${PATIENCE_SECONDS} s: ${textOf(each)}`);
      const advice =
        'their finalizers are not taken off; look into the log of keda-operator, or use --force-finalizers';
      throw new Stop(...still, advice);
    }
    await setTimeout(1000);
  }
}

async function takeOff(kubectl: Kubectl, each: CustomResource): Promise<void> {
  const [namespace, name = ''] = each.object.split('/');
  const at = [each.resource, ...(namespace ? ['-n', namespace] : []), name];
  const none = '{"metadata":{"finalizers":null}}';
  const { ok } = await kubectl.attempt('patch', ...at, '--type=merge', '-p', none);
  if (ok) console.log(visible(`finalizers taken off: ${textOf(each)}`));
}
