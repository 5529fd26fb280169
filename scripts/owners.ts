// owners.ts: the part of lifecycle.sh that asks, before anything is changed, whose the objects are that the cluster
// already has. Its settings come as variables. Prints what belongs to others and fails; with KEEP it lists their numbers in
// $WORK/others instead.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { KEDA_CHART, type OwnedObject, type Owner, ownerOf } from '../cli/owner';
import { visible } from '../cli/visible';
import { isKeda, releasesIn } from './release';

interface Live extends OwnedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: OwnedObject['metadata'] & {
    readonly managedFields?: { manager: string; operation: string; subresource?: string }[];
  };
  readonly spec?: { service?: ServiceReference | null; versions?: { name: string }[] };
  readonly status?: { storedVersions?: string[] };
  readonly webhooks?: { clientConfig?: { service?: ServiceReference } }[];
}
interface ServiceReference {
  readonly name: string;
  readonly namespace: string;
}
interface Foreign {
  readonly object: Live;
  readonly owner: Owner;
  readonly why: string;
  readonly advice: string;
}

const { WORK = '', MODE = '', OURS = '', FROM = '', LEAVE = '', MANAGER = 'kubectl', KEEP = '' } = process.env;
const kubectl = (...args: string[]) =>
  execFileSync('kubectl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 27 });
const list = (text: string) => text.split(',').filter(Boolean);
const MARK = 'app.kubernetes.io/managed-by';
const PART = 'app.kubernetes.io/part-of';
const METRICS = 'external.metrics.k8s.io';
/** Kinds of which a cluster has one for all, and a name is not a proof of whose it is. */
const SHARED = /^(APIService|ClusterRole|ClusterRoleBinding|(Validating|Mutating)WebhookConfiguration)$/;
const SHOWN = 20;

const keyOf = (group: string, kind: string, namespace: string | undefined, name: string) =>
  [group, kind, namespace ?? '-', name].join('\t');
const identity = ({ apiVersion, kind, metadata }: Live) =>
  keyOf(apiVersion.split('/').at(-2) ?? '-', kind, metadata.namespace, metadata.name);
const title = ({ kind, metadata }: Live) =>
  `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
const chartOf = ({ metadata }: Live) => metadata.labels?.['helm.sh/chart'] ?? '';

const objects = loadAll(readFileSync(`${WORK}/selected.yaml`, 'utf8')).filter(Boolean) as Live[];
const declared = new Map(objects.map((object) => [identity(object), object]));
const live = (JSON.parse(readFileSync(`${WORK}/live.json`, 'utf8')) as { items: Live[] }).items.filter(
  (object) => MODE !== 'dry-run' || object.kind === 'CustomResourceDefinition',
);
const ours = new Set([...list(OURS), ...ownTools()]);
const kedaReleases = releasesOfKeda();

/** The applications and Kustomizations that the folder itself declares. */
function ownTools(): string[] {
  return readFileSync(`${WORK}/tools`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [kind, namespace, name] = line.split('\t');
      return kind === 'Application' ? `argocd:${name}` : `flux:${namespace}/${name}`;
    });
}

/** Releases of upstream's charts, by the charts' label on their objects and, where it can be read, by Helm's record. */
function releasesOfKeda(): Set<string> {
  const marked = live.filter((object) => object.metadata.annotations?.['meta.helm.sh/release-name']);
  const ids = new Set(marked.filter((object) => KEDA_CHART.test(chartOf(object))).map((object) => ownerOf(object)!.id));
  for (const object of marked) {
    // one chart that has KEDA inside is not KEDA's release
    if (chartOf(object) && !KEDA_CHART.test(chartOf(object))) ids.delete(ownerOf(object)!.id);
  }
  return new Set([...ids].filter((id) => MODE !== 'adopt' || mayBeKeda(id)));
}

/** Whether Helm's record of a release, where it can be read, does not say that it is another chart's. */
function mayBeKeda(id: string): boolean {
  const [namespace, name] = id.slice('helm:'.length).split('/') as [string, string];
  return releasesIn(kubectl, namespace, name).every((release) => release.chart === '' || isKeda(release));
}

function foreign(object: Live): Foreign | undefined {
  const wanted = declared.get(identity(object))!;
  const { labels = {}, managedFields = [] } = object.metadata;
  const owner = ownerOf(object);
  const [from, to] = [serviceOf(object), serviceOf(wanted)];
  const elsewhere = from === to ? '' : `, and leads to ${from}, not to ${to}`;
  const give = (who: Owner, why: string, advice: string) => ({ object, owner: who, why, advice });
  const oneAdapter =
    object.kind === 'APIService' && object.metadata.name.endsWith(METRICS)
      ? `two adapters cannot share the API of external metrics: switch theirs off in its own configuration, or use another cluster`
      : '';

  if (owner?.id.startsWith('helm:')) {
    const ofKeda = kedaReleases.has(owner.id) && !elsewhere;
    if (ofKeda && MODE === 'adopt') return undefined;
    if (ofKeda) return give(owner, '', 'adopt.sh takes it over');
    if (object.metadata.namespace && ours.has(owner.id)) return undefined;
    const take = `leave its name to it, or take it out of that release first`;
    const own = object.metadata.namespace ? `; if this folder replaces that release: --ours ${owner.id}` : '';
    return give(owner, elsewhere, oneAdapter || take + own);
  }
  if (owner && !ours.has(owner.id)) {
    return give(
      owner,
      elsewhere,
      oneAdapter ||
        `let it apply this folder, or take the object from it first; if it is this folder's: --ours ${owner.id}`,
    );
  }
  const isMarked = wanted.metadata.labels?.[MARK] !== undefined && labels[MARK] === wanted.metadata.labels[MARK];
  if (!isMarked) {
    // adopt.sh itself asks about field managers, of which it takes some over and leaves others
    const stranger = owner || (MODE === 'adopt' && !elsewhere) ? undefined : strangerOf(managedFields);
    if (elsewhere)
      return give(
        stranger ?? unmarked(),
        elsewhere,
        oneAdapter || 'remove what it belongs to first, or give KEDA the namespace that it has there',
      );
    if (stranger && !ours.has(stranger.id))
      return give(stranger, '', `if it may become this folder's: --ours ${stranger.id}`);
    const part = wanted.metadata.labels?.[PART];
    if (SHARED.test(object.kind) && part && labels[PART] !== part) {
      return give(
        unmarked(),
        `: it has not the label ${PART}: ${part}`,
        'leave its name to whoever made it, or label it if it is an older KEDA',
      );
    }
    const version = labels['app.kubernetes.io/version'];
    if (object.kind === 'CustomResourceDefinition' && version && MODE !== 'adopt') {
      return give(
        { id: 'keda', text: `KEDA ${visible(version)}, which was installed by other means` },
        '',
        'adopt.sh takes it over',
      );
    }
  }
  const known = wanted.spec?.versions?.map(({ name }) => name) ?? [];
  const lost = object.status?.storedVersions?.filter((name) => !known.includes(name)) ?? [];
  if (lost.length > 0 && MODE !== 'uninstall') {
    return give(
      { id: 'version', text: 'another version of KEDA' },
      `: objects are stored as ${lost}, which the folder's has not`,
      'migrate what is stored first, as the release notes say',
    );
  }
  return undefined;
}

function unmarked(): Owner {
  return { id: 'unknown', text: 'somebody else' };
}

/** Who alone wrote an object, if it is neither this project nor what it replaces. */
function strangerOf(entries: NonNullable<Live['metadata']['managedFields']>): Owner | undefined {
  const names = entries.filter(({ subresource }) => !subresource).map(({ manager }) => manager);
  const decided = [MANAGER, ...list(FROM), ...list(LEAVE)];
  const isKnown = (name: string) =>
    /^(helm$|kubectl|before-first-apply$|argocd-controller$|kustomize-controller$)/.test(name) ||
    decided.includes(name);
  const isController = (name: string) => /^(kube-.*|keda|operator)$/.test(name);
  if (names.length === 0 || names.some(isKnown)) return undefined;
  const name = names.find((one) => !isController(one));
  return name === undefined ? undefined : { id: `manager:${name}`, text: visible(`field manager "${name}"`) };
}

function serviceOf({ spec, webhooks = [], kind }: Live): string {
  if (!SHARED.test(kind)) return '';
  const services = [spec?.service, ...webhooks.map(({ clientConfig }) => clientConfig?.service)].flatMap(
    (one) => one ?? [],
  );
  const names = [...new Set(services.map(({ namespace, name }) => visible(`Service ${namespace}/${name}`)))];
  return names.sort().join(', ') || (kind.startsWith('ClusterRole') ? '' : 'no Service');
}

const others = live.flatMap((object) => foreign(object) ?? []);
if (KEEP) {
  const keys = new Set(others.map(({ object }) => identity(object)));
  const numbers = readFileSync(`${WORK}/index`, 'utf8')
    .split('\n')
    .filter((line) => keys.has(line.split('\t').slice(1, 5).join('\t')))
    .map((line) => `${line.split('\t')[0]}\n`);
  writeFileSync(`${WORK}/others`, numbers.join(''));
  for (const { object, owner } of others) console.log(`left alone: ${title(object)} belongs to ${owner.text}`);
} else if (others.length > 0) {
  for (const { object, owner, why } of others.slice(0, SHOWN)) {
    console.error(`error: ${title(object)} belongs to ${owner.text}${why}`);
  }
  if (others.length > SHOWN) console.error(`error: and ${others.length - SHOWN} more belong to others`);
  const advice = new Set(others.map(({ owner, advice: text }) => `for ${owner.text}: ${text}`));
  for (const line of advice) console.error(`error: nothing was changed; allowed ${line}`);
  process.exitCode = 1;
}
