import type { Command } from 'commander';
import { apply, waitForCrds, waitForPlatform, waitForRollouts } from '../cluster/apply';
import { confirm } from '../cluster/confirm';
import { requireOurs } from '../cluster/foreign';
import { requireKinds } from '../cluster/kinds';
import { readLive } from '../cluster/live';
import {
  isCrd,
  isNamespace,
  isNamespaceRole,
  isOfPlatform,
  type Manifest,
  nameOf,
  readManifests,
  withoutShared,
} from '../cluster/manifests';
import {
  CLUSTER_EXIT,
  type ClusterOptions,
  clusterCommand,
  nameOption,
  namesOption,
  onCluster,
} from '../cluster/options';
import { requireServed } from '../cluster/served';
import { chooseTarget, type Target } from '../cluster/target';
import { Stop } from '../stop';
import { Ownership } from './fields';
import { sayLeft } from './left';
import { noteOthers, sayPlan, strangersIn, twoScalersIn } from './plan';
import { deleteOrphans, type Orphan, recreate } from './recreate';
import { take } from './take';

interface Options extends ClusterOptions {
  readonly dryRun?: boolean;
  readonly from: readonly string[];
  readonly leave: readonly string[];
  readonly fieldManager: string;
  readonly skipUnknownKinds?: boolean;
}

const MORE = `
The requests go on: fields that the folder does not have are removed, the number
of pods stays, nothing is recreated but Deployments whose selector differs,
whose pods stay until new ones are ready. Names what is left of Helm. Stops
before any change if something belongs to others than KEDA's own releases, or if
KEDA could no longer scale what others have. May be run again.

${CLUSTER_EXIT}

  cdk8s-keda-functions adopt --dry-run
  cdk8s-keda-functions adopt --field-manager argocd-controller --from our-portal`;

export function addAdopt(program: Command): void {
  const summary = 'takes over what Helm or kubectl installed, without an outage';
  const command = clusterCommand(program, 'adopt', summary, 'Applies a folder over what Helm or kubectl installed.')
    .option('--dry-run', 'says what it would do, and changes nothing')
    .addOption(namesOption('--from <name,...>', 'also takes the fields that these field managers own'))
    .addOption(namesOption('--leave <name,...>', 'lets these field managers keep theirs'))
    .addOption(nameOption('--field-manager <name>', 'who owns the fields afterwards').default('kubectl'))
    .option('--skip-unknown-kinds', 'leaves out objects of kinds that the cluster does not have, and lists them');
  onCluster(command, MORE, adopt);
}

async function adopt(folder: string, options: Options): Promise<void> {
  const all = readManifests(folder);
  const target = await chooseTarget(options.context);
  const { kubectl } = target;
  const manifests = await requireKinds(kubectl, folder, withoutShared(all), options.skipUnknownKinds === true);
  const live = await readLive(target, manifests);
  if (live.length === 0) throw new Stop(`nothing of ${folder} is there to adopt; allowed: install`);
  await noteOthers(kubectl, manifests);
  const { fieldManager: owner, from, leave } = options;
  await requireOurs({
    mode: 'adopt',
    options,
    target,
    declared: all,
    manifests,
    live,
    managers: [owner, ...from, ...leave],
  });
  await requireServed(kubectl, manifests);
  const ownership = new Ownership({ owner, from, leave });
  const changed = sayPlan(manifests, live, ownership);
  const problems = [...strangersIn(live, ownership), ...(await twoScalersIn(kubectl, manifests))];
  const advice =
    'nothing was changed; allowed for field managers: --from NAME takes their fields over, --leave NAME lets them keep them';
  if (problems.length > 0) throw new Stop(...problems, advice);
  if (options.dryRun) return;
  await confirm(target, `adopt what runs, with ${folder}`, options.yes === true);
  await take(kubectl, live, ownership);
  await applyAll(target, manifests, changed, owner);
  await sayLeft(target, manifests, live);
  console.log(`adopted: ${folder}`);
}

/** New pods come before the rules that may refuse old ones. */
const isLate = ({ kind }: Manifest) => /^(Namespace|NetworkPolicy|ResourceQuota|LimitRange)$/.test(kind);

async function applyAll(target: Target, manifests: Manifest[], changed: readonly Manifest[], owner: string) {
  const flags = ['--force-conflicts', `--field-manager=${owner}`];
  const step = (what: string, objects: Manifest[]) =>
    apply(target, what, objects, flags, 'run again when the cause is gone');
  await step('CRDs', manifests.filter(isCrd));
  await waitForCrds(target, manifests);
  for (const namespace of manifests.filter(isNamespace)) {
    if ((await target.kubectl.attempt('get', nameOf(namespace))).ok) continue;
    await target.kubectl.run('create', 'namespace', namespace.name, `--field-manager=${owner}`);
  }
  await step('roles of namespaces', manifests.filter(isNamespaceRole));
  const rest = manifests.filter((each) => !isCrd(each) && !isLate(each) && !isNamespaceRole(each));
  const around = rest.filter((each) => !isOfPlatform(each));
  await step('platform', rest.filter(isOfPlatform));
  await waitForPlatform(target, manifests);
  const orphans: Orphan[] = [];
  for (const one of changed)
    orphans.push(...(await recreate(target, one, () => step(`${one.namespace}/${one.name} anew`, [one]))));
  await step('around the platform, functions', around);
  await waitForRollouts(target, around);
  await deleteOrphans(target, orphans);
  await step('namespaces and their rules', manifests.filter(isLate));
}
