import type { Command } from 'commander';
import { DEFAULT_KEDA_NAMESPACE } from '../../lib/environment';
import { OPERATOR } from '../../lib/platform/components';
import { confirm } from '../cluster/confirm';
import { foreignOf, requireOurs } from '../cluster/foreign';
import { unknownOf } from '../cluster/kinds';
import { linesOf } from '../cluster/kubectl';
import { namesThere, readLive } from '../cluster/live';
import { isCrd, type Manifest, readManifests, withoutShared } from '../cluster/manifests';
import { identityOf, titleOf } from '../cluster/object';
import { CLUSTER_EXIT, type ClusterOptions, clusterCommand, onCluster } from '../cluster/options';
import { chooseTarget, type Target } from '../cluster/target';
import { Stop } from '../stop';
import { visible } from '../visible';
import { deleteAll } from './delete';
import { Found, textOf } from './found';

export interface Options extends ClusterOptions {
  readonly keepOthers?: boolean;
  readonly keepCrds?: boolean;
  readonly all?: boolean;
  readonly forceFinalizers?: boolean;
}

const MORE = `
Order: custom resources first, while the operators still run that take their
finalizers off, then webhooks and APIs, functions, platform, namespaces, CRDs.
Stop Argo CD or Flux first, or they bring it back. May be run again.

${CLUSTER_EXIT}

  cdk8s-keda-functions uninstall
  cdk8s-keda-functions uninstall dist/staging --context staging --keep-crds`;

export function addUninstall(program: Command): void {
  const summary = 'deletes from a cluster what synth wrote';
  const command = clusterCommand(program, 'uninstall', summary, 'Deletes what a folder describes, with nothing left.')
    .option('--keep-others', 'leaves what belongs to others, rather than to stop at it')
    .option('--keep-crds', 'leaves the CRDs, and with them custom resources that are not in the folder')
    .option('--all', 'also deletes what is not in the folder and would go with its CRDs or namespaces')
    .option('--force-finalizers', 'takes finalizers off by itself, for when KEDA no longer runs');
  onCluster(command, MORE, uninstall);
}

async function uninstall(folder: string, options: Options): Promise<void> {
  const declared = readManifests(folder);
  const target = await chooseTarget(options.context);
  const { kubectl } = target;
  const manifests = await ownOf(target, withoutShared(declared), options);

  // the plan
  const found = await Found.in(kubectl, manifests);
  const custom = (await found.foreignCustomResources()).map(textOf);
  const kept = options.keepCrds ? custom : [];
  const foreign = [...(options.keepCrds ? [] : custom), ...(await found.foreignInNamespaces())];
  const unknown = await unknownOf(kubectl, manifests);
  const going = manifests.filter((each) => !unknown.has(each) && !(options.keepCrds && isCrd(each)));
  const there = await namesThere(target, going);
  if (there.length === 0) {
    console.log(`nothing of ${folder} is there`);
    return;
  }
  const inside = found.namespaces.length ? `, all that is in the namespaces ${found.namespaces.join(' ')}` : '';
  console.log(`to delete: ${there.length} objects of ${folder}${inside}`);
  for (const each of kept) console.log(visible(`stays with its CRD, and nothing acts on it any more: ${each}`));
  if (foreign.length > 0 && !options.all) {
    const lines = foreign.map((each) => `not in the folder, and would be deleted with it: ${each}`);
    throw new Stop(...lines, 'nothing was deleted; allowed: move these away, or --all');
  }
  for (const each of foreign) console.log(visible(`to delete too, though not in the folder: ${each}`));
  const remaining = async () => (await found.customResources()).filter((each) => !kept.includes(textOf(each)));
  const held = (await isRunning(target, manifests)) || options.forceFinalizers ? [] : await remaining();
  if (held.length > 0) {
    const advice =
      'nothing was deleted: KEDA does not run, and nothing else takes them off; allowed: start it (install), or --force-finalizers';
    throw new Stop(...held.map((each) => `has finalizers: ${textOf(each)}`), advice);
  }
  await confirm(target, 'delete that', options.yes === true);

  await deleteAll(target, going, {
    remaining,
    also: options.all ? found.resources : [],
    force: options.forceFinalizers === true,
  });
  const left = await namesThere(target, going);
  if (left.length > 0) throw new Stop(`still there: ${left.join(' ')}`);
  console.log(`left of ${folder}: nothing${options.keepCrds ? ' but its CRDs' : ''}`);
}

/** What is the folder's alone. @throws Stop when something belongs to others, unless they may keep it, which it says. */
async function ownOf(target: Target, manifests: Manifest[], options: Options): Promise<Manifest[]> {
  const live = await readLive(target, manifests);
  const question = { mode: 'uninstall', options, target, declared: manifests, manifests, live } as const;
  if (!options.keepOthers) {
    await requireOurs(question);
    return manifests;
  }
  const others = await foreignOf(question);
  for (const { object, owner } of others) console.log(`left alone: ${titleOf(object)} belongs to ${owner.text}`);
  const theirs = new Set(others.map(({ object }) => identityOf(object)));
  return manifests.filter(({ object }) => !theirs.has(identityOf(object)));
}

/** Whether KEDA runs, which takes its finalizers off. */
async function isRunning({ kubectl }: Target, manifests: readonly Manifest[]): Promise<boolean> {
  const operator = manifests.find(({ kind, name }) => kind === 'Deployment' && name === OPERATOR.name);
  const at = [OPERATOR.name, '-n', operator?.namespace ?? DEFAULT_KEDA_NAMESPACE, '--ignore-not-found'];
  const ready = linesOf(await kubectl.run('get', 'deployment', ...at, '-o', 'jsonpath={.status.readyReplicas}'));
  return Number(ready[0] ?? 0) > 0;
}
