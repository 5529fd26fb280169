import type { Command } from 'commander';
import { apply, waitForCrds, waitForPlatform } from '../cluster/apply';
import { confirm } from '../cluster/confirm';
import { requireOurs } from '../cluster/foreign';
import { requireKinds } from '../cluster/kinds';
import { readLive } from '../cluster/live';
import { isCrd, isNamespace, isNamespaceRole, isOfFunction, isOfPlatform, readManifests } from '../cluster/manifests';
import { CLUSTER_EXIT, type ClusterOptions, clusterCommand, onCluster } from '../cluster/options';
import { requireServed } from '../cluster/served';
import { chooseTarget } from '../cluster/target';

interface Options extends ClusterOptions {
  readonly skipUnknownKinds?: boolean;
  readonly forceConflicts?: boolean;
}

const MORE = `
Order: CRDs, namespaces and their roles, KEDA and its add-on, the rest when they
are ready, functions last. May be run again: that brings back what was changed,
and removes nothing that has left the folder. Stops before any change if
something belongs to others, or if KEDA could no longer scale what others have.
--force-conflicts is for single fields; for a whole installation of Helm there
is adopt.

${CLUSTER_EXIT}

  cdk8s-keda-functions install
  cdk8s-keda-functions install dist/staging --context staging --yes`;

export function addInstall(program: Command): void {
  const summary = 'applies what synth wrote to a cluster';
  const command = clusterCommand(program, 'install', summary, 'Applies a folder in the order in which it works.')
    .option('--skip-unknown-kinds', 'leaves out objects of kinds that the cluster does not have, and lists them')
    .option('--force-conflicts', 'takes fields that another tool owns');
  onCluster(command, MORE, install);
}

async function install(folder: string, options: Options): Promise<void> {
  const all = readManifests(folder);
  const target = await chooseTarget(options.context);
  const manifests = await requireKinds(target.kubectl, folder, all, options.skipUnknownKinds === true);
  const live = await readLive(target, manifests);
  await requireOurs({ mode: 'install', options, target, declared: all, manifests, live });
  await requireServed(target.kubectl, manifests);
  await confirm(target, `install ${folder}`, options.yes === true);

  const flags = options.forceConflicts ? ['--force-conflicts'] : [];
  const advice = 'run again when the cause is gone (fields of another tool: --force-conflicts, or adopt)';
  const step = (what: string, objects: typeof manifests) => apply(target, what, objects, flags, advice);
  const rest = manifests.filter((each) => !isCrd(each) && !isNamespace(each) && !isNamespaceRole(each));
  await step('CRDs', manifests.filter(isCrd));
  await waitForCrds(target, manifests);
  await step('namespaces', manifests.filter(isNamespace));
  await step('roles of namespaces', manifests.filter(isNamespaceRole));
  await step('platform', rest.filter(isOfPlatform));
  await waitForPlatform(target, manifests);
  await step(
    'around the platform',
    rest.filter((each) => !isOfPlatform(each) && !isOfFunction(each)),
  );
  await step('functions', rest.filter(isOfFunction));
}
