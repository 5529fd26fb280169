import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { atEnd } from '../at-end';
import { until } from '../cluster/apply';
import { confirm } from '../cluster/confirm';
import { requireOurs } from '../cluster/foreign';
import { readLive } from '../cluster/live';
import { filesOf, readManifests } from '../cluster/manifests';
import { CLUSTER_EXIT, type ClusterOptions, clusterCommand, onCluster } from '../cluster/options';
import { chooseTarget, type Target } from '../cluster/target';
import { exitWith, Stop } from '../stop';
import { visible } from '../visible';
import { Acceptance } from './accept';
import { type Needed, neededBy, podsOf } from './needed';

interface Options extends ClusterOptions {
  readonly keep?: boolean;
  readonly crds: readonly string[];
}

const MORE = `
Makes for a while what the rest needs, and deletes it at the end: the CRDs,
namespaces and service accounts that are missing. Dry-runs every object, and a
Pod for each pod template, so that Pod Security and admission see it. An error
or a warning fails. Never forces a conflict.

${CLUSTER_EXIT}

  cdk8s-keda-functions dry-run
  cdk8s-keda-functions dry-run --crds crds/others --yes`;

export function addDryRun(program: Command): void {
  const summary = 'asks an API server whether it accepts what synth wrote';
  const command = clusterCommand(program, 'dry-run', summary, 'Asks an API server whether it accepts every object.')
    .option('--keep', 'deletes nothing at the end')
    .addOption(
      new Option('--crds <folder>', 'also the CRDs of other tools; those that the cluster has stay as they are')
        .argParser((folder: string, before: string[]) => [...before, folder])
        .default([], 'none'),
    );
  onCluster(command, MORE, dryRun);
}

async function dryRun(folder: string, options: Options): Promise<void> {
  const manifests = readManifests(folder);
  const needed = neededBy(manifests, options.crds.flatMap(readManifests));
  const target = await chooseTarget(options.context);
  const live = await readLive(target, manifests);
  await requireOurs({ mode: 'dry-run', options, target, declared: manifests, manifests, live });
  await confirm(target, `create for a while what ${folder} needs, and dry-run the rest`, options.yes === true);

  const acceptance = new Acceptance(target.kubectl);
  const made: string[] = []; // files of what this run made, in order
  const clean = atEnd(() => {
    if (options.keep) return;
    for (const file of made.reverse()) {
      const flags = ['--ignore-not-found', '--timeout=120s'];
      const { status, stderr } = target.kubectl.runAtEnd('delete', ...flags, '-f', file);
      if (status === 0) continue;
      process.exitCode = 1;
      console.error(visible(`error: not deleted: ${stderr}`));
    }
  });
  try {
    await makeReal(target, needed, acceptance, made);
    let accepted = 0;
    for (const file of filesOf(folder).map((each) => join(folder, each))) {
      accepted += (await acceptance.accept(file, file, '--dry-run=server')).count;
    }
    const pods = podsOf(manifests);
    const list = write(target, 'pods', { apiVersion: 'v1', kind: 'List', items: pods });
    const { count } =
      pods.length > 0 ? await acceptance.accept(`pods of ${folder}`, list, '--dry-run=server') : { count: 0 };
    const missing = manifests.length + pods.length - accepted - count;
    report(acceptance, accepted, count, Math.max(missing, acceptance.hasErrors ? 1 : 0));
  } finally {
    clean();
  }
}

function report(acceptance: Acceptance, objects: number, pods: number, errors: number): void {
  const { complaints, warnings } = acceptance;
  for (const line of complaints) console.error(visible(line));
  console.log(`${objects} objects accepted, ${pods} pods accepted, ${errors} errors, ${warnings} warnings`);
  exitWith(errors + warnings > 0 ? 1 : 0);
}

/** Makes what is missing, and waits until the rest can use it. */
async function makeReal(target: Target, needed: Needed[], acceptance: Acceptance, made: string[]): Promise<void> {
  const { kubectl } = target;
  const applied: { readonly object: Needed['object']; readonly file: string }[] = [];
  for (const [index, { object, always }] of needed.entries()) {
    const file = write(target, `needed-${index}`, object);
    const there = await kubectl.attempt('get', '--ignore-not-found', '-o', 'name', '-f', file);
    if (!there.ok) throw new Stop(...there.complaint.trim().split('\n'));
    if (!there.out.trim()) made.push(file);
    else if (!always) continue;
    if ((await acceptance.accept('made for real', file)).quiet) applied.push({ object, file });
  }
  const ofKind = (kind: string) => applied.filter(({ object }) => object.kind === kind);
  for (const { file } of ofKind('CustomResourceDefinition')) {
    const args = ['wait', '--for=condition=Established', '--timeout=10s', '-f', file];
    await until(60, 'a CRD is not established within 60 s', async () => (await kubectl.attempt(...args)).ok);
  }
  for (const { object } of ofKind('Namespace')) {
    // a pod is refused until the controller has made the service account it runs as
    const { name } = object.metadata;
    const args = ['get', 'serviceaccount', 'default', '-n', name];
    const what = `namespace ${name} has no default service account within 60 s`;
    await until(60, what, async () => (await kubectl.attempt(...args)).ok);
  }
}

function write({ folder }: Target, name: string, object: object): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(object), { mode: 0o600 });
  return file;
}
