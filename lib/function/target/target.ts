import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { ensure } from '../../ensure';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
import { SERVICE_PORT } from '../defaults';
import type { FunctionMetadata } from '../metadata/metadata';
import { addInterceptorPolicy } from '../network/policy';
import { projectsNear } from '../project/projects';
import { API_VERSIONS, SCALE_TARGET } from './fields';
import type { ScaleTarget } from './props';

/** What KEDA scales. */
export interface ScaleTargetRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Container whose variables triggers read. @default - the first */
  readonly envSourceContainerName?: string;
}

/** What KEDA scales, and where the interceptor sends requests. */
export interface Scaled {
  readonly scaleTargetRef: ScaleTargetRef;
  readonly service: string;
  readonly port: number;
}

/** The target of a function, which without one has the name of its objects. */
export function scaledOf(given: ScaleTarget | undefined, objectName: string): Scaled {
  const { kind, name, apiVersion, container, service, port } = SCALE_TARGET.fill(given ?? { name: objectName });
  return {
    scaleTargetRef: { apiVersion: apiVersion ?? API_VERSIONS[kind]!, kind, name, envSourceContainerName: container },
    service: service ?? name,
    port: given ? port : SERVICE_PORT,
  };
}

interface Claim {
  readonly construct: IConstruct;
  readonly isMadeElsewhere: boolean;
}

const ALL = new WeakMap<IConstruct, Map<string, Claim>>();

/** Makes it an error that two functions scale one workload: KEDA takes the first alone. */
export function claimTarget(
  construct: IConstruct,
  namespace: string,
  { scaleTargetRef: { kind, name } }: Scaled,
  isMadeElsewhere: boolean,
): void {
  const claims = ensure(ALL, Environment.scopeOf(construct), () => new Map());
  const first = ensure(claims, `${kind} ${namespace}/${name}`, () => ({ construct, isMadeElsewhere }));
  // two functions that are made here would have one name, and are told as that
  if (first.construct !== construct && (isMadeElsewhere || first.isMadeElsewhere))
    addRefusal(
      construct,
      () => `target ${kind} ${name} is also scaled by ${first.construct.node.path}; allowed: another target`,
    );
}

/** Lets the interceptor reach the pods of a workload that is made elsewhere, where the project closes its namespace. */
export function addTargetPolicy(
  scope: Construct,
  metadata: FunctionMetadata,
  { podLabels }: ScaleTarget,
  { project, kedaNamespace }: { readonly project: string; readonly kedaNamespace: string },
): ApiObject | undefined {
  if (!podLabels || !projectsNear(scope).get(project)?.deniesAll) return undefined;
  return addInterceptorPolicy(scope, 'target-policy', metadata, { matchLabels: podLabels }, kedaNamespace);
}

/** What is unwise about a target, as far as this app sees it. */
export function targetWarnings(
  scope: IConstruct,
  { name, podLabels }: ScaleTarget,
  { scaleTargetRef: { kind } }: Scaled,
  { project, namespace }: { readonly project: string; readonly namespace: string },
): string[] {
  const made = Environment.scopeOf(scope)
    .node.findAll()
    .find(
      (each): each is ApiObject =>
        ApiObject.isApiObject(each) &&
        each.kind === kind &&
        each.metadata.name === name &&
        each.metadata.namespace === namespace,
    );
  const closed = projectsNear(scope).get(project)?.deniesAll && !podLabels;
  return [
    ...(made?.toJson().spec?.replicas === undefined
      ? []
      : [`target ${kind} ${name} says replicas, which puts back what KEDA scales whenever it is applied; leave them out`]),
    ...(closed
      ? [`target ${kind} ${name} has no podLabels: the project closes its namespace, so nothing reaches its pods`]
      : []),
  ];
}
