import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Cluster } from '../../cluster';
import { ensure } from '../../ensure';
import { groupBy } from '../../group-by';
import { targetOf } from './targets';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
export type Manifest = any;

/** The kinds on which KEDA and its add-on act. */
const ACTED_ON = [
  'ScaledObject',
  'ScaledJob',
  'TriggerAuthentication',
  'ClusterTriggerAuthentication',
  'InterceptorRoute',
  'HTTPScaledObject',
  'CloudEventSource',
  'ClusterCloudEventSource',
] as const;

/** An object on which KEDA or its add-on acts. */
export interface Declared {
  readonly kind: (typeof ACTED_ON)[number];
  /** Undefined for what belongs to no namespace. */
  readonly namespace?: string;
  readonly annotations?: { readonly [key: string]: string };
  readonly spec: Manifest;
  /** What it runs: the pod of a job, or of the target that is scaled, where that is declared too. */
  readonly podSpec?: Manifest;
}

/** All that is declared in a cluster for KEDA and its add-on, with what has no constructs since it is like what has. */
export function declaredIn(scope: IConstruct): Declared[] {
  const known = new Map<IConstruct, Declared[]>();
  const alike = Cluster.at(scope).alike.flatMap(({ chart, namespace }) =>
    ensure(known, chart, () => declaredBelow(chart)).map((each) => ({
      ...each,
      namespace: each.namespace && namespace,
    })),
  );
  return [...declaredBelow(scope), ...alike];
}

function declaredBelow(scope: IConstruct): Declared[] {
  const objects = scope.node.findAll().filter(ApiObject.isApiObject);
  const byName = groupBy(objects, ({ kind, metadata, name }) => `${kind} ${metadata.namespace}/${name}`);
  return objects.flatMap((object): Declared[] => {
    const kind = ACTED_ON.find((each) => each === object.kind);
    if (!kind) return [];
    // that it is there is all that matters
    if (kind === 'InterceptorRoute') return [{ kind, namespace: object.metadata.namespace, spec: {} }];
    const { metadata, spec = {} }: Manifest = object.toJson();
    const { namespace, annotations } = metadata;
    const target = targetOf({ kind, spec });
    const [scaled] = target ? (byName.get(`${target.kind} ${namespace}/${target.name}`) ?? []) : [];
    const template = spec.jobTargetRef?.template ?? scaled?.toJson().spec?.template;
    return [{ kind, namespace, annotations, spec, podSpec: template?.spec }];
  });
}
