import { KEDA_CHART, type Owner, ownerOf } from '../owner';
import { Stop } from '../stop';
import { visible } from '../visible';
import { isKeda, releasesIn } from './helm';
import { isController, isPredecessor } from './managers';
import type { Manifest } from './manifests';
import { type ClusterObject, type FieldsEntry, identityOf, titleOf } from './object';
import type { ClusterOptions } from './options';
import { SHARED_KINDS, servicesOf } from './services';
import type { Target } from './target';

export type Mode = 'install' | 'adopt' | 'uninstall' | 'dry-run';

/** What decides whose an object is. */
export interface Question {
  readonly mode: Mode;
  readonly options: ClusterOptions;
  readonly target: Target;
  /** All of the folder. */
  readonly declared: readonly Manifest[];
  /** What of it is asked about. */
  readonly manifests: readonly Manifest[];
  readonly live: readonly ClusterObject[];
  /** Field managers about which `adopt` decides by itself. */
  readonly managers?: readonly string[];
}

/** An object of the folder that belongs to others. */
export interface Foreign {
  readonly object: ClusterObject;
  readonly owner: Owner;
  readonly why: string;
  readonly advice: string;
}

const SHOWN = 20;
const MARK = 'app.kubernetes.io/managed-by';
const PART = 'app.kubernetes.io/part-of';
const METRICS = 'external.metrics.k8s.io';
const NOBODY: Owner = { id: 'unknown', text: 'somebody else' };
const chartOf = ({ metadata }: ClusterObject) => metadata.labels?.['helm.sh/chart'] ?? '';

/** What belongs to others, of the objects that the cluster already has. */
export async function foreignOf(question: Question): Promise<Foreign[]> {
  const { mode, manifests } = question;
  const live = question.live.filter(({ kind }) => mode !== 'dry-run' || kind === 'CustomResourceDefinition');
  const declared = new Map(manifests.map(({ object }) => [identityOf(object), object]));
  const ours = new Set([...question.options.ours, ...toolsOf(question.declared)]);
  const releases = await releasesOfKeda(question, live);
  const decided = ['kubectl', ...(question.managers ?? [])];
  return live.flatMap((object) => {
    const wanted = declared.get(identityOf(object));
    return wanted ? (judge({ mode, object, wanted, ours, releases, decided }) ?? []) : [];
  });
}

/** Stops before anything is changed if something of the folder belongs to others. @throws Stop */
export async function requireOurs(question: Question): Promise<void> {
  const others = await foreignOf(question);
  if (others.length === 0) return;
  const advice = new Set(others.map(({ owner, advice: text }) => `for ${owner.text}: ${text}`));
  throw new Stop(
    ...others.slice(0, SHOWN).map(({ object, owner, why }) => `${titleOf(object)} belongs to ${owner.text}${why}`),
    ...(others.length > SHOWN ? [`and ${others.length - SHOWN} more belong to others`] : []),
    ...[...advice].map((text) => `nothing was changed; allowed ${text}`),
  );
}

/** Applications and Kustomizations that a folder itself declares, also where the cluster lacks their kinds: as owners. */
function toolsOf(manifests: readonly Manifest[]): string[] {
  return manifests.flatMap(({ kind, namespace, name }) => {
    if (kind === 'Application') return `argocd:${name}`;
    return kind === 'Kustomization' ? `flux:${namespace}/${name}` : [];
  });
}

/** Releases of upstream's charts, by the charts' label on their objects and, where it can be read, by Helm's record. */
async function releasesOfKeda(
  { mode, target: { kubectl } }: Question,
  live: readonly ClusterObject[],
): Promise<Set<string>> {
  const marked = live.filter((object) => object.metadata.annotations?.['meta.helm.sh/release-name']);
  const ids = new Set(marked.filter((object) => KEDA_CHART.test(chartOf(object))).map((object) => ownerOf(object)!.id));
  for (const object of marked) {
    // one chart that has KEDA inside is not KEDA's release
    if (chartOf(object) && !KEDA_CHART.test(chartOf(object))) ids.delete(ownerOf(object)!.id);
  }
  for (const id of mode === 'adopt' ? [...ids] : []) {
    const [namespace, name] = id.slice('helm:'.length).split('/') as [string, string];
    const records = await releasesIn(kubectl, namespace, name);
    if (!records.every((release) => release.chart === '' || isKeda(release))) ids.delete(id);
  }
  return ids;
}

interface Case {
  readonly mode: Mode;
  readonly object: ClusterObject;
  readonly wanted: ClusterObject;
  readonly ours: ReadonlySet<string>;
  readonly releases: ReadonlySet<string>;
  readonly decided: readonly string[];
}

function judge(one: Case): Foreign | undefined {
  const { object, wanted, ours } = one;
  const owner = ownerOf(object);
  const [from, to] = [servicesOf(object), servicesOf(wanted)];
  const elsewhere = from === to ? '' : `, and leads to ${from}, not to ${to}`;
  const oneAdapter =
    object.kind === 'APIService' && object.metadata.name.endsWith(METRICS)
      ? 'two adapters cannot share the API of external metrics: switch theirs off in its own configuration, or use another cluster'
      : '';
  const give = (who: Owner, why: string, advice: string) => ({ object, owner: who, why, advice });

  if (owner?.id.startsWith('helm:')) {
    const ofKeda = one.releases.has(owner.id) && !elsewhere;
    if (ofKeda) return one.mode === 'adopt' ? undefined : give(owner, '', 'adopt takes it over');
    if (object.metadata.namespace && ours.has(owner.id)) return undefined;
    const own = object.metadata.namespace ? `; if this folder replaces that release: --ours ${owner.id}` : '';
    return give(owner, elsewhere, oneAdapter || `leave its name to it, or take it out of that release first${own}`);
  }
  if (owner && !ours.has(owner.id)) {
    const advice = `let it apply this folder, or take the object from it first; if it is this folder's: --ours ${owner.id}`;
    return give(owner, elsewhere, oneAdapter || advice);
  }
  const mark = wanted.metadata.labels?.[MARK];
  const isMarked = mark !== undefined && object.metadata.labels?.[MARK] === mark;
  return (isMarked ? undefined : judgeUnmarked(one, owner, elsewhere, oneAdapter)) ?? judgeVersions(one);
}

/** An object that does not say that this project made it. */
function judgeUnmarked(
  one: Case,
  owner: Owner | undefined,
  elsewhere: string,
  oneAdapter: string,
): Foreign | undefined {
  const { mode, object, wanted, ours } = one;
  const { labels = {}, managedFields = [] } = object.metadata;
  const give = (who: Owner, why: string, advice: string) => ({ object, owner: who, why, advice });
  // adopt itself asks about field managers, of which it takes some over and leaves others
  const stranger = owner || (mode === 'adopt' && !elsewhere) ? undefined : strangerOf(managedFields, one.decided);
  if (elsewhere) {
    const advice = 'remove what it belongs to first, or give KEDA the namespace that it has there';
    return give(stranger ?? NOBODY, elsewhere, oneAdapter || advice);
  }
  if (stranger && !ours.has(stranger.id)) {
    return give(stranger, '', `if it may become this folder's: --ours ${stranger.id}`);
  }
  const part = wanted.metadata.labels?.[PART];
  if (SHARED_KINDS.test(object.kind) && part && labels[PART] !== part) {
    const advice = 'leave its name to whoever made it, or label it if it is an older KEDA';
    return give(NOBODY, `: it has not the label ${PART}: ${part}`, advice);
  }
  const version = labels['app.kubernetes.io/version'];
  if (object.kind === 'CustomResourceDefinition' && version && mode !== 'adopt') {
    const keda = { id: 'keda', text: `KEDA ${visible(version)}, which was installed by other means` };
    return give(keda, '', 'adopt takes it over');
  }
  return undefined;
}

/** A CRD whose objects are stored as the folder's CRD cannot read them. */
function judgeVersions({ mode, object, wanted }: Case): Foreign | undefined {
  const known = wanted.spec?.versions?.map(({ name }) => name) ?? [];
  const lost = object.status?.storedVersions?.filter((name) => !known.includes(name)) ?? [];
  if (lost.length === 0 || mode === 'uninstall') return undefined;
  return {
    object,
    owner: { id: 'version', text: 'another version of KEDA' },
    why: `: objects are stored as ${lost}, which the folder's has not`,
    advice: 'migrate what is stored first, as the release notes say',
  };
}

/** Who alone wrote an object, if it is neither this project nor what it replaces. */
function strangerOf(entries: readonly FieldsEntry[], decided: readonly string[]): Owner | undefined {
  const names = entries.filter(({ subresource }) => !subresource).map(({ manager }) => manager);
  const isKnown = (name: string) =>
    isPredecessor(name) || /^(argocd|kustomize)-controller$/.test(name) || decided.includes(name);
  if (names.length === 0 || names.some(isKnown)) return undefined;
  const name = names.find((one) => !isController(one));
  return name === undefined ? undefined : { id: `manager:${name}`, text: visible(`field manager "${name}"`) };
}
