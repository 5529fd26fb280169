import { OPERATOR } from '../../lib/platform/components';
import { targetOf } from '../../lib/platform/rights/targets';
import type { Kind, Role, RoleBinding } from '../doctor/model/kinds';
import { Objects } from '../doctor/model/objects';
import { grants, type Right, rightText, rightToScale, rulesOf } from '../doctor/model/rights';
import { shorten } from '../shorten';
import { Stop } from '../stop';
import { visible } from '../visible';
import { servedKinds } from './kinds';
import type { Kubectl } from './kubectl';
import type { Manifest } from './manifests';
import { type ClusterObject, titleOf } from './object';

const ROLES = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'] as const satisfies Kind[];
const SHOWN = 20;

/**
 * Stops before KEDA loses the right to scale what it scales now, such as ScaledObjects of others. Roles that the folder does
 * not have stay as they are.
 * @throws Stop
 */
export async function requireServed(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<void> {
  const operator = manifests.find(({ kind, name }) => kind === 'Deployment' && name === OPERATOR.name);
  const scaled = operator ? await scaledBy(kubectl) : [];
  if (!operator?.namespace || scaled.length === 0) return;
  const live = await read(kubectl, 'rbac.authorization.k8s.io', ROLES);
  const now = index(live);
  const then = index([...live, ...manifests.map(({ object }) => object)]);
  const account = { name: OPERATOR.serviceAccount, namespace: operator.namespace };
  const lost = scaled.flatMap((object) => {
    const right = rightFor(object);
    const may = (objects: Objects) => grants(rulesOf(objects, account, right.namespace), right);
    return may(now) && !may(then) ? [visible(`${titleOf(object)}: KEDA could no longer ${rightText(right)}`)] : [];
  });
  if (lost.length === 0) return;
  throw new Stop(
    ...shorten(lost, SHOWN),
    'nothing was changed; allowed: their namespaces in platform.serves, or platform.rbac: upstream; then npm run synth',
  );
}

async function scaledBy(kubectl: Kubectl): Promise<ClusterObject[]> {
  const served = await servedKinds(kubectl);
  const kinds = ['ScaledObject', 'ScaledJob'].filter((kind) => served.has(`keda.sh/${kind}`));
  return kinds.length > 0 ? read(kubectl, 'keda.sh', kinds) : [];
}

async function read(kubectl: Kubectl, group: string, kinds: readonly string[]): Promise<ClusterObject[]> {
  const named = kinds.map((kind) => `${kind}.${group}`);
  const said = await kubectl.run('get', named.join(), '--all-namespaces', '-o', 'json');
  return JSON.parse(said).items;
}

/** Roles and bindings by their names; the last of a name counts. */
function index(all: readonly ClusterObject[]): Objects {
  const objects = new Objects();
  for (const kind of ROLES)
    objects.add<Kind>(kind, all.filter((object) => object.kind === kind) as (Role & RoleBinding)[]);
  return objects;
}

/** What KEDA needs to change the number of what an object scales. */
function rightFor({ kind, metadata: { namespace }, spec }: ClusterObject): Right {
  const target = targetOf({ kind, spec });
  return target ? rightToScale(target, namespace) : { verb: 'create', group: 'batch', resource: 'jobs', namespace };
}
