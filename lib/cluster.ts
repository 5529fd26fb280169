import type { IConstruct } from 'constructs';
import { ensure } from './ensure';
import { addRefusal, reject } from './errors';
import type { NetworkPeer } from './network/props';

interface Platform {
  readonly construct: IConstruct;
  readonly namespace: string;
  /** What its components listen on for metrics, by their names. */
  readonly metricsPorts: { readonly [component: string]: number };
  /** Whether the interceptor may read ConfigMaps. */
  readonly readsConfigMaps: boolean;
  /** Whether KEDA may scale in a namespace. Known only when the whole tree is there. */
  readonly serves: (namespace: string) => boolean;
}

interface Alike {
  readonly chart: IConstruct;
  readonly namespace: string;
  /** Whether what stands beside the namespace has no constructs either. */
  readonly isFilled: boolean;
}

/** What the constructs of one cluster have to agree on, and say in several places. */
export class Cluster {
  /** That of a scope as `Environment.scopeOf` gives it. */
  public static at(scope: IConstruct): Cluster {
    return ensure(Cluster.ALL, scope, () => new Cluster());
  }

  private static readonly ALL = new WeakMap<IConstruct, Cluster>();

  /** What stands in front of the interceptor; undefined for an edge that may be anywhere. Complete only when the whole tree is there. */
  public readonly edges: (NetworkPeer | undefined)[] = [];
  /** What scrapes metrics, likewise. */
  public readonly scrapers: (NetworkPeer | undefined)[] = [];
  /** Charts of functions, each with a namespace that has others which are like it and have no constructs. */
  public readonly alike: Alike[] = [];
  /** Puts roles beside what is there so far, where KEDA may do what is declared. They are put there again when the tree is complete. */
  public grantRights: () => void = () => {};
  /** Whether there are pods that call functions at given times, likewise. */
  public hasCallers = false;
  /** What is known of the cluster's KedaPlatform, if it has one yet. */
  public platform?: Platform;

  private constructor() {}

  /** Namespace of the cluster's KedaPlatform, if it has one yet. */
  public get kedaNamespace(): string | undefined {
    return this.platform?.namespace;
  }

  /** The port on which a component of the cluster's KedaPlatform serves its metrics, if it has one yet. */
  public metricsPortOf(component: string): number | undefined {
    return this.platform?.metricsPorts[component];
  }

  /** Whether the interceptor of the cluster's KedaPlatform may read ConfigMaps, if it has one yet. */
  public get readsConfigMaps(): boolean | undefined {
    return this.platform?.readsConfigMaps;
  }

  /** @throws InputError for a second platform: the APIs and CRDs of KEDA are there once in a cluster. */
  public addPlatform(platform: Platform): void {
    if (this.platform) {
      const { path } = this.platform.construct.node;
      reject(platform.construct, `is a second KedaPlatform, beside ${path}; allowed: one in an Environment`);
    }
    this.platform = platform;
  }

  /** Makes it an error that a construct reckons with another namespace than that of the platform, made before or after. */
  public expectPlatform(construct: IConstruct, namespace: string): void {
    addRefusal(construct, () => {
      const { namespace: actual, construct: platform } = this.platform ?? {};
      if (!platform || actual === namespace) return undefined;
      return `kedaNamespace "${namespace}" is not that of ${platform.node.path}; allowed: "${actual}", which an Environment can say as its kedaNamespace, or a KedaPlatform made first`;
    });
  }
}
