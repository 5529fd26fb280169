import { ensure } from '../../../lib/ensure';
import type { Role } from '../../../lib/platform/components';
import type { Kind } from './kinds';

type Place = [namespace: string, name: string];
type Identity = [kind: Kind, namespace: string | undefined, name: string];

/** Each kind of fault, with what it is about. */
interface Faults {
  /** A component of the platform does not do its part. */
  readonly component: [role: Role];
  /** No node takes a pod. */
  readonly nodes: [];
  /** The HPAs cannot ask KEDA for a metric. */
  readonly 'external-metrics': [];
  /** A namespace is not there, or not for long. */
  readonly namespace: [name: string];
  /** A CRD is missing or another version than the manifests need. */
  readonly crd: [name: string];
  /** An object is not as `dist` says. */
  readonly object: Identity;
  /** An object of `dist` is not in the cluster. */
  readonly missing: Identity;
  /** What a workload names is not there. */
  readonly reference: Place;
  /** Pods of a workload do not start or do not stay. */
  readonly pods: Place;
  /** A container of a workload ends, and so does not answer. */
  readonly crash: Place;
  /** A Service cannot lead to the pods of a workload. */
  readonly endpoints: Place;
  /** A trigger of a ScaledObject cannot authenticate. */
  readonly authentication: Place;
  /** What a ScaledObject of this name is to scale is not there. */
  readonly target: Place;
  /** A component of the platform may not do its part: in a namespace, or in all of them. */
  readonly rights: [namespace: string | undefined];
  /** A ScaledObject or ScaledJob is paused. */
  readonly paused: Place;
  /** KEDA cannot scale by a ScaledObject or ScaledJob. */
  readonly scaling: Place;
}

/** What is wrong, as a finding names it to be found as the cause of others. */
export type Fault = { [K in keyof Faults]: readonly [kind: K, ...about: Faults[K]] }[keyof Faults];

export function fault<K extends keyof Faults>(kind: K, ...about: Faults[K]): Fault {
  return [kind, ...about] as unknown as Fault;
}

/** Faults with what they are part of. */
export class FaultMap<T> {
  private readonly entries = new Map<string, T>();

  public get(fault: Fault): T | undefined {
    return this.entries.get(JSON.stringify(fault));
  }

  /** Unless it has an entry. */
  public add(fault: Fault, value: T): void {
    ensure(this.entries, JSON.stringify(fault), () => value);
  }
}
