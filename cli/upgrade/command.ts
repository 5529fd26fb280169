import type { Command } from 'commander';
import { readLive } from '../cluster/live';
import { isCrd, isOfPlatform, type Manifest, readManifests } from '../cluster/manifests';
import { type ClusterObject, identityOf } from '../cluster/object';
import { nameOption } from '../cluster/options';
import { chooseTarget } from '../cluster/target';
import { exitWith, orStop } from '../stop';
import { visible } from '../visible';
import { compareCrds, normalize } from './crds';
import { lostOf } from './lost';

const MORE = `
Compares images and CRDs of the platform, and looks for what the objects of the
cluster would lose: fields that are gone, and versions that they are stored in.
Only reads. What comes after it: install, or a pull request.

Exit code: 0 nothing is lost; 1 something is, or the cluster cannot be read;
2 an argument is wrong.

  cdk8s-keda-functions upgrade
  cdk8s-keda-functions upgrade dist/staging --context staging`;

export function addUpgrade(program: Command): void {
  program
    .command('upgrade')
    .summary('says what a newer platform changes on a cluster')
    .description('Says what the platform in a folder changes on a cluster, before it is installed. Needs kubectl.')
    .argument('[folder]', 'what synth wrote', 'dist/production')
    .addOption(nameOption('--context <name>', 'context of the kubeconfig (default: the current one)'))
    .addHelpText('after', MORE)
    .action((folder: string, { context }: { readonly context?: string }) => orStop(() => upgrade(folder, context)));
}

async function upgrade(folder: string, context?: string): Promise<void> {
  const manifests = readManifests(folder);
  const crds = manifests.filter(isCrd);
  const deployments = manifests.filter((each) => isOfPlatform(each) && each.kind === 'Deployment');
  const target = await chooseTarget(context);
  const live = await readLive(target, [...crds, ...deployments]);
  for (const line of imagesOf(deployments, live)) console.log(visible(line));

  const before = live.filter(({ kind }) => kind === 'CustomResourceDefinition');
  const after = crds.map(({ object }) => normalize(object));
  const lines = compareCrds(before.map(normalize), after);
  console.log(`CRDs: ${lines.length} ${lines.length === 1 ? 'difference' : 'differences'}`);
  for (const line of lines) console.log(visible(`  ${line}`));

  const lost = await lostOf(target.kubectl, before, after);
  for (const line of lost) console.error(visible(`error: ${line}`));
  if (lost.length === 0) console.log('no object of the cluster loses anything');
  exitWith(lost.length > 0 ? 1 : 0);
}

/** The images of Deployments that are not those of the cluster, a line each. */
function imagesOf(deployments: readonly Manifest[], live: readonly ClusterObject[]): string[] {
  return deployments.flatMap(({ namespace, name, object }) => {
    const there = live.find((each) => identityOf(each) === identityOf(object));
    const [before, after] = [there ? images(there) : 'nothing', images(object)];
    return before === after ? [] : [`${namespace}/${name}: ${before} -> ${after}`];
  });
}

function images({ spec }: ClusterObject): string {
  const containers = (spec?.template?.spec?.containers ?? []) as { readonly image: string }[];
  return containers.map(({ image }) => image).join(', ');
}
