import { Construct, type IConstruct } from 'constructs';
import { Cluster } from './cluster';
import {
  DEFAULT_CLUSTER_DOMAIN,
  DEFAULT_KEDA_NAMESPACE,
  ENVIRONMENT,
  type EnvironmentProps,
} from './environment-fields';
import { addRefusal } from './errors';
import { resolve } from './fields';
import { requireId } from './ids';
import { Naming } from './naming';
import { ClusterNetwork } from './network/cluster-network';
import { refusedImages } from './policy/images';
import { Policy } from './policy/policy';
import { addWarning } from './warnings';

export { DEFAULT_CLUSTER_DOMAIN, DEFAULT_KEDA_NAMESPACE, type EnvironmentProps };

const DEFAULT_NAMING = new Naming();
const DEFAULT_NETWORK = new ClusterNetwork();

/**
 * One cluster: the scope in which hosts and object identities are unique. Two environments of one app may hold the
 * same objects, since they are applied to different clusters.
 */
export class Environment extends Construct {
  /** The environment that holds a construct, if any. */
  public static of(construct: IConstruct): Environment | undefined {
    let scope: IConstruct | undefined = construct;
    while (scope && !(scope instanceof Environment)) scope = scope.node.scope;
    return scope;
  }

  /**
   * Namespace of KEDA for a construct: `given`, else that of its environment, else the default. That a KedaPlatform of the
   * cluster is in another one is an error when the tree is rendered.
   */
  public static kedaNamespaceOf(construct: IConstruct, given?: string): string {
    const cluster = Cluster.at(Environment.scopeOf(construct));
    const own = Environment.of(construct)?.kedaNamespace ?? cluster.kedaNamespace ?? DEFAULT_KEDA_NAMESPACE;
    const namespace = given ?? own;
    cluster.expectPlatform(construct, namespace);
    return namespace;
  }

  /** Domain of the cluster's DNS for a construct: that of its environment, else the default. */
  public static clusterDomainOf(construct: IConstruct): string {
    return Environment.of(construct)?.clusterDomain ?? DEFAULT_CLUSTER_DOMAIN;
  }

  /**
   * What is asked of a construct: what its environment says, else the defaults.
   * @jsii ignore
   */
  public static policyOf(construct: IConstruct): Policy {
    return Environment.of(construct)?.policy ?? new Policy();
  }

  /** What the objects of a construct are called and labelled: as its environment says, else by the defaults. */
  public static namingOf(construct: IConstruct): Naming {
    return Environment.of(construct)?.naming ?? DEFAULT_NAMING;
  }

  /**
   * The rules of NetworkPolicies in the cluster of a construct.
   * @jsii ignore
   */
  public static networkOf(construct: IConstruct): ClusterNetwork {
    return Environment.of(construct)?.network ?? DEFAULT_NETWORK;
  }

  /** The constructs that share a cluster with this one live below this scope: its environment, or else the app. */
  public static scopeOf(construct: IConstruct): IConstruct {
    return Environment.of(construct) ?? construct.node.root;
  }

  public readonly domain: string;
  public readonly clusterDomain: string;
  private readonly policy: Policy;
  public readonly naming: Naming;
  private readonly network: ClusterNetwork;
  private readonly givenNamespace?: string;

  constructor(scope: Construct, id: string, props: EnvironmentProps) {
    super(scope, requireId(scope, id));
    const settings = resolve(this, ENVIRONMENT, props);
    const { domain, kedaNamespace, clusterDomain } = settings;
    this.domain = domain;
    this.givenNamespace = kedaNamespace;
    this.clusterDomain = clusterDomain;
    this.naming = new Naming(settings.naming);
    this.network = new ClusterNetwork(settings.network);
    this.policy = new Policy(settings);
    if (settings.requireDigests) addRefusal(this, () => refusedImages(this, this.policy));
    if (settings.requireAllowedHosts) addWarning(this, () => withoutPlatform(Cluster.at(this)));
  }

  /** Namespace of KEDA: as given, else that of its KedaPlatform once there is one, else the default. */
  public get kedaNamespace(): string {
    return this.givenNamespace ?? Cluster.at(this).kedaNamespace ?? DEFAULT_KEDA_NAMESPACE;
  }
}

function withoutPlatform({ kedaNamespace }: Cluster): string | undefined {
  return kedaNamespace === undefined
    ? 'requireAllowedHosts refuses nothing in the cluster without the policy that a KedaPlatform makes, and there is none here'
    : undefined;
}
