// adopt.ts plan|take|left: the part of adopt.sh that reads who owns which field. Its settings come as variables.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { type OwnedObject, ownerOf } from '../cli/owner';
import { visible } from '../cli/visible';
import { left } from './left';

interface Fields {
  [field: string]: Fields;
}
interface Entry {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1: Fields;
}
interface Labels {
  readonly [label: string]: string;
}
interface Live extends OwnedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: OwnedObject['metadata'] & { readonly resourceVersion?: string; readonly managedFields?: Entry[] };
  readonly spec: { readonly selector: { readonly matchLabels?: Labels } };
}

const { WORK, MANAGER = '', FROM = '', LEAVE = '' } = process.env;
const kubectl = (...args: string[]) =>
  execFileSync('kubectl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 27 });
const list = (text: string) => text.split(',').filter(Boolean);
const [from, leave] = [list(FROM), list(LEAVE)];

// people and Helm, whose fields the folder replaces; and controllers, which keep what they write for their own work
const isPredecessor = (manager: string) =>
  /^(helm$|kubectl|before-first-apply$)/.test(manager) || from.includes(manager);
const isController = (manager: string) => /^(kube-.*|keda|operator)$/.test(manager) || leave.includes(manager);
const isOurs = ({ manager, operation }: Entry) => manager === MANAGER && operation === 'Apply';
const ofSpec = (entry: Entry) =>
  Object.keys(entry.fieldsV1 ?? {}).some((key) => key !== 'f:metadata' && key !== 'f:status');
const entriesOf = (object: Live) => (object.metadata.managedFields ?? []).filter((entry) => !entry.subresource);
const taken = (object: Live) => entriesOf(object).filter((entry) => isPredecessor(entry.manager) && !isOurs(entry));
const strangers = (object: Live) =>
  entriesOf(object).filter((entry) => {
    const known = isPredecessor(entry.manager) || isController(entry.manager) || isOurs(entry);
    return !known && ofSpec(entry);
  });
const identity = ({ apiVersion, kind, metadata }: Live) =>
  [apiVersion.split('/').at(-2) ?? '', kind, metadata.namespace ?? '', metadata.name].join(' ');
const title = ({ kind, metadata }: Live) =>
  `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
const resource = ({ apiVersion, kind }: Live) => {
  const [group, version] = apiVersion.split('/');
  return version ? `${kind}.${version}.${group}` : kind;
};
const read = () => JSON.parse(readFileSync(`${WORK}/live.json`, 'utf8')) as { items: Live[] };

/** Says what will be done; writes `recreate` (namespace and name) and `releases`. Fails where a person must decide. */
function plan(): boolean {
  const declared = loadAll(readFileSync(`${WORK}/selected.yaml`, 'utf8')).filter(Boolean) as Live[];
  const live = new Map(read().items.map((object) => [identity(object), object]));
  const owners: { [manager: string]: number } = {};
  for (const object of live.values())
    for (const { manager } of taken(object)) owners[manager] = (owners[manager] ?? 0) + 1;
  const named = Object.entries(owners).map(([manager, count]) => `${visible(manager)} (${count})`);
  console.log(`to create: ${declared.length - live.size} objects`);
  console.log(`to take over: ${live.size} objects${named.length ? `, from ${named.join(', ')}` : ''}`);

  const recreate = declared.filter((object) => object.kind === 'Deployment' && live.has(identity(object)));
  const changed = recreate.filter((object) => {
    return (
      selector(live.get(identity(object))!.spec.selector.matchLabels) !== selector(object.spec.selector.matchLabels)
    );
  });
  for (const object of changed) {
    const before = selector(live.get(identity(object))!.spec.selector.matchLabels);
    console.log(
      `to recreate: ${title(object)}, whose pods stay until new ones are ready; a selector cannot be changed`,
    );
    console.log(`  from ${before}\n  to   ${selector(object.spec.selector.matchLabels)}`);
  }
  writeFileSync(`${WORK}/recreate`, changed.map(({ metadata }) => `${metadata.namespace} ${metadata.name}\n`).join(''));
  const releases = [...live.values()].map((object) => ownerOf(object)?.id ?? '').filter((id) => id.startsWith('helm:'));
  writeFileSync(
    `${WORK}/releases`,
    [...new Set(releases)]
      .map(
        (id) => `${id}
`,
      )
      .join(''),
  );

  const unknown: { [manager: string]: string[] } = {};
  for (const object of live.values())
    for (const { manager } of strangers(object)) unknown[manager] = [...(unknown[manager] ?? []), title(object)];
  for (const [manager, titles] of Object.entries(unknown)) {
    console.error(
      `error: "${visible(manager)}" owns fields of ${titles.slice(0, 3).join(', ')}${titles.length > 3 ? ', ...' : ''}`,
    );
  }
  return Object.keys(unknown).length === 0;
}
const selector = (labels: Labels | undefined) =>
  Object.entries(labels ?? {})
    .sort()
    .map((pair) => pair.join('='))
    .join(',');

/** Makes the predecessors' fields ours, so that the next apply removes those that the folder does not have. */
function take(): void {
  let count = 0;
  for (const object of read().items) if (takeOne(object, 5)) count++;
  console.log(`taken over: ${count} objects`);
}
function takeOne(object: Live, attempts: number): boolean {
  const old = taken(object);
  if (old.length === 0) return false;
  const { resourceVersion, managedFields = [], namespace, name } = object.metadata;
  const ours = managedFields.filter((entry) => isOurs(entry) && !entry.subresource);
  const fields = [...ours, ...old].map((entry) => entry.fieldsV1).reduce<Fields>(union, {});
  // KEDA scales: without an owner the number of pods stays, without the field it would become 1
  if (object.apiVersion === 'apps/v1') delete fields['f:spec']?.['f:replicas'];
  delete fields['f:status'];
  const entry = { ...old.at(-1), manager: MANAGER, operation: 'Apply', fieldsV1: fields };
  const kept = managedFields.filter((other) => !old.includes(other) && !ours.includes(other));
  const patch = [
    { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
    { op: 'replace', path: '/metadata/managedFields', value: [...kept, entry] },
  ];
  const at = [resource(object), name, ...(namespace ? ['-n', namespace] : [])];
  try {
    kubectl('patch', ...at, '--type=json', '-p', JSON.stringify(patch));
  } catch (error) {
    if (attempts === 1) {
      const { stderr, message } = error as { stderr?: string; message: string };
      throw new Error(`${title(object)}: ${stderr?.trim() || message}`);
    }
    return takeOne(JSON.parse(kubectl('get', ...at, '-o', 'json', '--show-managed-fields')), attempts - 1);
  }
  return true;
}
function union(a: Fields, b: Fields): Fields {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in a && key in b ? union(a[key]!, b[key]!) : (a[key] ?? b[key])!]),
  );
}

try {
  const [, , action] = process.argv;
  if (action === 'plan') process.exitCode = plan() ? 0 : 1;
  else if (action === 'take') take();
  else left(kubectl);
} catch (error) {
  console.error(`error: ${visible((error as Error).message)}`);
  process.exitCode = 1;
}
