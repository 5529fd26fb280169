import { type ApiObject, Chart, Duration, Lazy, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../environment';
import { addObject } from '../object/object';
import { INTERCEPTOR, INTERCEPTOR_PROXY } from '../platform/components';
import { Cpu } from '../workload/cpu';
import { requirePinnedImage } from '../workload/image';
import { requireHost, requireLabel, requireNamespace } from '../workload/names';
import type { Resources } from '../workload/resources';
import { RESTRICTED_NAMESPACE_LABELS } from '../workload/restricted';
import { warnOfLimits } from './cloudflare-limits';
import { Cloudflared, CONFIG_KEY } from './cloudflared';
import { EdgeHosts, type EdgeHostsProps } from './hosts';
import { localConfig, originRequest, remoteConfig, type TunnelOriginProps } from './tunnel-config';
import { checkMode, type TunnelMode } from './tunnel-mode';
import { tunnelNetwork } from './tunnel-network';

export const CLOUDFLARED_VERSION = '2026.8.2';

/** The defaults of a tunnel, for the construct and for the catalog's JSON Schema. */
export const TUNNEL_DEFAULTS = {
  name: 'cloudflared',
  namespace: 'cloudflared',
  image: `cloudflare/cloudflared:${CLOUDFLARED_VERSION}`,
  replicas: 2,
  gracePeriod: Duration.seconds(30),
  resources: {
    cpuRequest: Cpu.millis(50),
    memoryRequest: Size.mebibytes(64),
    memoryLimit: Size.mebibytes(256),
  },
} as const;

export interface CloudflareTunnelProps extends EdgeHostsProps {
  /** Which tunnel, and where its rules live: `TunnelMode.local` or `TunnelMode.remote`. */
  readonly mode: TunnelMode;
  /** How cloudflared connects to the interceptor. @default - as `TunnelOriginProps` says */
  readonly origin?: TunnelOriginProps;
  /** Namespace of the tunnel's pods. @default "cloudflared" */
  readonly namespace?: string;
  /** Whether the namespace is made here; else it has to exist. @default true */
  readonly createNamespace?: boolean;
  /** Name of the objects; another one for a second tunnel in a namespace. @default "cloudflared" */
  readonly name?: string;
  /** Image with a tag other than `latest`, or with a digest. @default "cloudflare/cloudflared:2026.8.2" */
  readonly image?: string;
  /** Number of pods, at least 1. Not scaled: a pod that goes takes its connections along. @default 2 */
  readonly replicas?: number;
  /** CPU and memory of a pod. @default - requests 50 millicores and 64 MiB, limit 256 MiB */
  readonly resources?: Resources;
  /** How long a pod that stops waits for requests in flight; whole seconds, at most 180. @default 30 seconds */
  readonly gracePeriod?: Duration;
  /** Whether the pods reach only DNS, the interceptor and Cloudflare, and are reached only at their metrics. @default true */
  readonly networkPolicy?: boolean;
  /** Zone at Cloudflare that holds the hosts, from which the depth of a host is counted. @default - the last two labels of each host */
  readonly zone?: string;
  /** Whether certificates cover hosts more than one level below the zone, so that nothing warns of them. @default false */
  readonly advancedCertificate?: boolean;
}

/** Cloudflare Tunnel: pods that lead requests from Cloudflare's edge to the interceptor, without a public address. */
export class CloudflareTunnel extends Chart {
  public readonly namespaceName: string;
  public readonly tunnelId: string;
  /** The Deployment of cloudflared; what `ApiObject.of` gives for the chart. */
  public readonly deployment: ApiObject;
  private readonly edgeHosts: EdgeHosts;
  private readonly config: () => string;
  private readonly mode: TunnelMode;

  constructor(scope: Construct, id: string, props: CloudflareTunnelProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { mode } = props;
    checkMode(this, mode);
    this.mode = mode;
    this.tunnelId = mode.tunnelId;
    const createNamespace = props.createNamespace ?? true;
    this.namespaceName = requireNamespace(
      this,
      'namespace',
      props.namespace ?? TUNNEL_DEFAULTS.namespace,
      createNamespace,
    );
    const name = requireLabel(this, 'name', props.name ?? TUNNEL_DEFAULTS.name);
    const kedaNamespace = Environment.kedaNamespaceOf(this, props.kedaNamespace);
    const service = `http://${INTERCEPTOR_PROXY}.${kedaNamespace}.svc.${Environment.clusterDomainOf(this)}:${INTERCEPTOR.ports.proxy}`;
    const origin = originRequest(this, mode, props.origin);
    const zone = props.zone === undefined ? undefined : requireHost(this, 'zone', props.zone);
    this.edgeHosts = new EdgeHosts(this, props.hosts);
    this.config = () =>
      mode.isLocal
        ? localConfig(mode.tunnelId, this.hosts, service, origin)
        : remoteConfig(this.hosts, service, origin);
    warnOfLimits(this, { hosts: this.edgeHosts, zone, advancedCertificate: props.advancedCertificate });

    const selector = { 'app.kubernetes.io/name': 'cloudflared', 'app.kubernetes.io/instance': name };
    const metadata = { name, namespace: this.namespaceName, labels: selector };
    if (createNamespace) {
      addObject(k8s.KubeNamespace, this, 'namespace', {
        metadata: { name: this.namespaceName, labels: { ...RESTRICTED_NAMESPACE_LABELS } },
      });
    }
    addObject(k8s.KubeConfigMap, this, 'config', {
      metadata: mode.isLocal ? metadata : { ...metadata, name: `${name}-remote` },
      data: { [mode.isLocal ? CONFIG_KEY : 'config.json']: Lazy.any({ produce: this.config }) },
    });
    const pods = new Cloudflared(this, 'cloudflared', {
      metadata,
      selector,
      mode,
      image: requirePinnedImage(this, props.image ?? TUNNEL_DEFAULTS.image),
      replicas: props.replicas ?? TUNNEL_DEFAULTS.replicas,
      resources: props.resources ?? TUNNEL_DEFAULTS.resources,
      gracePeriod: props.gracePeriod ?? TUNNEL_DEFAULTS.gracePeriod,
      config: this.config,
    });
    this.deployment = pods.deployment;
    this.node.defaultChild = this.deployment;
    if (props.networkPolicy ?? true) {
      addObject(k8s.KubeNetworkPolicy, this, 'network-policy', {
        metadata,
        spec: tunnelNetwork(selector, kedaNamespace),
      });
    }
  }

  /** Hosts that lead in, sorted. Complete only when the whole tree is there. */
  public get hosts(): string[] {
    return this.edgeHosts.list();
  }

  /** Host name that DNS records of the hosts lead to. */
  public get dnsTarget(): string {
    return `${this.tunnelId}.cfargotunnel.com`;
  }

  /** The body of the API call that configures a remote tunnel; undefined for a local one. */
  public get remoteConfigJson(): string | undefined {
    return this.mode.isLocal ? undefined : this.config();
  }
}
