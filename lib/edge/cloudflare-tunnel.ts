import { type ApiObject, Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { Environment } from '../environment';
import { addRefusal } from '../errors';
import { resolve } from '../fields';
import { clusterNamesOf } from '../function/routing/hosts';
import { denyAll } from '../network/deny-all';
import { addObject } from '../object/object';
import { INTERCEPTOR, INTERCEPTOR_PROXY } from '../platform/components';
import { RESTRICTED_NAMESPACE_LABELS } from '../workload/restricted';
import { CLOUDFLARE } from './cloudflare-fields';
import { warnOfLimits } from './cloudflare-limits';
import { Cloudflared, CONFIG_KEY } from './cloudflared';
import { EdgeHosts } from './hosts';
import type { CloudflareTunnelProps } from './props';
import { tunnelTarget } from './rules';
import { localConfig, originRequest, remoteConfig } from './tunnel-config';
import { TUNNEL_RESOURCES } from './tunnel-defaults';
import type { TunnelMode } from './tunnel-mode';
import { tunnelNetwork } from './tunnel-network';
import { ingressRule, shadows } from './tunnel-rules';

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
    const settings = resolve(this, CLOUDFLARE, props);
    const { mode, name, createNamespace } = settings;
    this.mode = mode;
    this.tunnelId = mode.tunnelId;
    this.namespaceName = settings.namespace;
    const kedaNamespace = Environment.kedaNamespaceOf(this, settings.kedaNamespace);
    const service = `http://${INTERCEPTOR_PROXY}.${kedaNamespace}.svc.${Environment.clusterDomainOf(this)}:${INTERCEPTOR.ports.proxy}`;
    const origin = originRequest(mode, settings.origin);
    this.edgeHosts = new EdgeHosts(this, settings.hosts);
    const { rules = [] } = settings;
    const ingress = () => [
      ...rules.map((rule) => ingressRule(mode, rule)),
      ...this.hosts.map((hostname) => ({ hostname, service, originRequest: origin })),
    ];
    this.config = () => (mode.isLocal ? localConfig(mode.tunnelId, ingress()) : remoteConfig(ingress()));
    addRefusal(this, () => shadows(rules, this.hosts));
    warnOfLimits(this, { ...settings, hosts: this.edgeHosts });

    const selector = { 'app.kubernetes.io/name': 'cloudflared', 'app.kubernetes.io/instance': name };
    const metadata = { name, namespace: this.namespaceName, labels: selector };
    Cluster.at(Environment.scopeOf(this)).edges.push({ namespace: this.namespaceName, podLabels: selector });
    if (createNamespace) {
      addObject(k8s.KubeNamespace, this, 'namespace', {
        metadata: { name: this.namespaceName, labels: { ...RESTRICTED_NAMESPACE_LABELS } },
      });
    }
    addObject(k8s.KubeConfigMap, this, 'config', {
      metadata: mode.isLocal ? metadata : { ...metadata, name: `${name}-remote` },
      data: { [mode.isLocal ? CONFIG_KEY : 'config.json']: Lazy.any({ produce: this.config }) },
    });
    const resources = { ...TUNNEL_RESOURCES, ...settings.resources };
    const pods = new Cloudflared(this, 'cloudflared', {
      ...settings,
      metadata,
      selector,
      resources,
      config: this.config,
    });
    this.deployment = pods.deployment;
    this.node.defaultChild = this.deployment;
    if (settings.networkPolicy) {
      addObject(k8s.KubeNetworkPolicy, this, 'network-policy', {
        metadata,
        spec: tunnelNetwork(selector, kedaNamespace, rules, clusterNamesOf(this)),
      });
      if (createNamespace) denyAll(this, this.namespaceName);
    }
  }

  /** Hosts that lead in, sorted. Complete only when the whole tree is there. */
  public get hosts(): string[] {
    return this.edgeHosts.list();
  }

  /** Host name that DNS records of the hosts lead to. */
  public get dnsTarget(): string {
    return tunnelTarget(this.tunnelId);
  }

  /** The body of the API call that configures a remote tunnel; undefined for a local one. */
  public get remoteConfigJson(): string | undefined {
    return this.mode.isLocal ? undefined : this.config();
  }
}
