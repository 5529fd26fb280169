import { groupBy } from '../../../lib/group-by';
import type { Desired } from './desired';
import type { Event, Kind, Pod, ScaledJob, ScaledObject } from './kinds';
import type { KubeProxy } from './kube-proxy';
import { tellingIn } from './log';
import type { Objects } from './objects';
import { matches } from './selectors';
import type { Routed, Scaled, Workload } from './units';

/** A kind that could not be read, cluster-wide or in one namespace. */
export interface Hidden {
  readonly kind: Kind;
  /** @default - everywhere */
  readonly namespace?: string;
  /** What the API server said. */
  readonly reason: string;
  /** Whether a right is missing, rather than something broken. */
  readonly forbidden: boolean;
  /** Whether a part was read, and the checks may go by it. @default false */
  readonly partial?: boolean;
}

/** What an interceptor's pod says of the requests that it holds, by `namespace/name` of the route. */
export interface Queue {
  readonly pod: string;
  readonly counts?: { readonly [route: string]: { readonly Concurrency?: number } };
  /** Why it could not be read. */
  readonly problem?: { readonly reason: string; readonly forbidden: boolean };
}

/** What should be and what is, read once: the input of every check. */
export class Snapshot {
  public readonly desired!: Desired;
  public readonly live!: Objects;
  public readonly hidden: Hidden[] = [];
  public readonly queues: Queue[] = [];
  /** Last lines of containers that ended, by `namespace/pod/container`. */
  public readonly logs: ReadonlyMap<string, string[]> = new Map();
  /** Subjects of functions without a pod for which requests wait, and have waited too long. */
  public readonly stuck: ReadonlySet<string> = new Set();
  /** Undefined where nobody may see it, or there is none. */
  public readonly kubeProxy?: KubeProxy;
  /** The API server's clock. */
  public readonly now!: Date;
  private events?: Map<string, Event[]>;

  constructor(seen: Pick<Snapshot, 'desired' | 'live' | 'now'> & Partial<Snapshot>) {
    Object.assign(this, seen);
  }

  /** Whether the objects of a kind in a namespace (or of a cluster-scoped kind) were read. */
  public sees(kind: Kind, namespace?: string): boolean {
    return !this.hidden.some(
      ({ partial, ...hidden }) =>
        !partial && hidden.kind === kind && (hidden.namespace === undefined || hidden.namespace === namespace),
    );
  }

  /** A workload's pods that are to serve: neither ended nor on their way out. */
  public podsOf({ namespace, name, deployment }: Workload): Pod[] {
    const selector = (this.live.find('Deployment', namespace, name) ?? deployment).spec.selector;
    return this.live
      .in('Pod', namespace)
      .filter(
        ({ metadata, status }) =>
          matches(selector, metadata.labels) &&
          !metadata.deletionTimestamp &&
          status?.phase !== 'Succeeded' &&
          status?.phase !== 'Failed',
      );
  }

  /** The ScaledObject or ScaledJob by which KEDA scales something, if the cluster has it. */
  public scalerOf({ namespace, scaledObjectName: name, scaledBy }: Scaled): ScaledObject | ScaledJob | undefined {
    return name === undefined ? undefined : this.live.find(scaledBy ?? 'ScaledObject', namespace, name);
  }

  /** Events about an object, the newest first. */
  public eventsOf(kind: string, namespace: string, name: string): Event[] {
    this.events ??= groupBy(
      this.live.all('Event'),
      ({ involvedObject: about }) => `${about.kind} ${about.namespace ?? ''}/${about.name}`,
    );
    return [...(this.events.get(`${kind} ${namespace}/${name}`) ?? [])].sort((a, b) => seenAt(b) - seenAt(a));
  }

  /** How many seconds ago a time was. */
  public secondsSince(time: string | undefined): number {
    return time ? (this.now.getTime() - Date.parse(time)) / 1000 : Number.POSITIVE_INFINITY;
  }

  /** What a container's log tells of its end, as evidence. */
  public logOf({ metadata: { namespace, name } }: Pod, container: string): string[] {
    return tellingIn(this.logs.get(`${namespace}/${name}/${container}`) ?? []).map((line) => `log: ${line}`);
  }
}

/** Name of a function's route, as the interceptors know it. */
export function routeNameOf({ route, httpScaledObject }: Routed): string {
  return (route ?? httpScaledObject)?.metadata.name ?? '';
}

/** How many requests for a function these interceptors hold. */
export function waitingIn(queues: Queue[], fn: Routed): number {
  const route = `${fn.namespace}/${routeNameOf(fn)}`;
  return queues.reduce((sum, { counts }) => sum + (counts?.[route]?.Concurrency ?? 0), 0);
}

/** When an event was last seen, as the cluster wrote it. */
export function timeOf({ series, lastTimestamp, eventTime, metadata }: Event): string {
  return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
}

/** When an event was last seen, in milliseconds since the epoch. */
export function seenAt(event: Event): number {
  return Date.parse(timeOf(event)) || 0;
}
