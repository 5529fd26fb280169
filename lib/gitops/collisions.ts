import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ensure } from '../ensure';
import { Environment } from '../environment';
import { addRefusal } from '../errors';
import { RouteTable } from '../function/routing/route-table';
import { GitOpsChart } from './parts';
import { unserved } from './unserved';

/** How many objects a message names. */
const SHOWN = 3;

/** Of an app: the environments that are applied to each cluster that has a name or URL of its own. */
const APPLIED = new WeakMap<IConstruct, Map<string, Set<IConstruct>>>();

/**
 * Makes it an error that the environment of a construct has an object or a route that one made before it has, where both
 * say that they are applied to one cluster: each would undo what the other does, or take its requests. So is that KEDA of
 * the one may not scale what the other has.
 */
export function refuseCollisions(construct: IConstruct, cluster: string): void {
  const { root } = construct.node;
  const clusters = ensure(APPLIED, root, () => new Map());
  const scopes = ensure(clusters, cluster, () => new Set());
  const scope = Environment.scopeOf(construct);
  const before = [...scopes].filter((other) => other !== scope);
  scopes.add(scope);
  addRefusal(construct, () =>
    before.map((other) => [...collisions(scope, other, cluster), ...unserved(scope, other), ...unserved(other, scope)]),
  );
}

function collisions(scope: IConstruct, other: IConstruct, cluster: string): string[] {
  const taken = identities(other);
  const shared = [...identities(scope)].filter((identity) => taken.has(identity));
  if (shared.length === 0) return [];
  const shown = shared.slice(0, SHOWN).join(', ') + (shared.length > SHOWN ? ` and ${shared.length - SHOWN} more` : '');
  const allowed = 'another cluster, names by naming, another domain, platform: false where KEDA is there already';
  return [`applies ${shown} to cluster "${cluster}" as ${other.node.path} does; allowed: ${allowed}`];
}

/** What a scope has, as a cluster tells objects and the interceptor routes apart, but for what is the GitOps tool's. */
function identities(scope: IConstruct): Set<string> {
  const objects = scope.node.findAll().filter(ApiObject.isApiObject);
  const applied = objects.filter((object) => !GitOpsChart.isGitOpsChart(Chart.of(object)));
  const objectsOfIt = applied.map(({ apiGroup, kind, name, metadata: { namespace } }) => {
    const ofKind = apiGroup === 'core' ? kind : `${kind}.${apiGroup}`;
    return `${ofKind} ${namespace ? `${namespace}/${name}` : name}`;
  });
  return new Set([...objectsOfIt, ...RouteTable.routesIn(scope).map((route) => `host "${route}"`)]);
}
