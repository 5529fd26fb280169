import type { k8s } from 'cdk8s-plus-28';
import type { Cluster } from '../../cluster';
import type { Naming } from '../../naming';
import type { ClusterNetwork } from '../../network/cluster-network';
import type { NetworkPeer } from '../../network/props';
import { CALLERS, connectionOf, egress, ingress, podsBeside, tcp } from '../../network/rules';
import { INTERCEPTOR, METRICS_SERVER, OPERATOR, type Role, SCALER } from '../components';
import { metricsServerPorts, webhooksPorts } from '../ports/ports';
import type { KedaPlatformProps } from '../props';
import { TLS_PORT_NAME } from '../tls/tls';

/** What says who has to reach whom. */
export interface NetworkSetup {
  readonly settings: KedaPlatformProps;
  readonly namespace: string;
  readonly cluster: Cluster;
}

/** What a component is called by, and what it calls. */
interface Flows {
  /** Complete only when the whole tree is there. */
  readonly incoming: () => k8s.NetworkPolicyIngressRule[];
  readonly outgoing: k8s.NetworkPolicyEgressRule[];
}

/** Every connection that the platform needs. Each stands twice: at the one that calls, and at the one that is called. */
export function flowsOf(setup: NetworkSetup, network: ClusterNetwork, naming: Naming): { [role in Role]: Flows } {
  const { settings, cluster } = setup;
  const { dns, apiServer } = network;
  const metrics = (port: number) => cluster.scrapers.map((peer) => ingress(portsOf(peer, [port])));
  const from = ({ selector }: typeof SCALER | typeof OPERATOR | typeof METRICS_SERVER, port: number) =>
    ingress({ peers: [podsBeside(selector)], ports: [tcp(port)] });
  const to = (component: typeof SCALER | typeof INTERCEPTOR | typeof OPERATOR, port: number) =>
    egress({ peers: [podsBeside(component.selector)], ports: [tcp(port)] });
  const telemetry = collector(setup);
  const metricsServer = metricsServerPorts(settings.metricsServer);
  const webhooks = webhooksPorts(settings.webhooks);
  const grpc = OPERATOR.ports.metricsservice;
  return {
    operator: {
      incoming: () => [
        settings.metricsServer?.hostNetwork ? network.fromNodes(grpc) : from(METRICS_SERVER, grpc),
        ...metrics(OPERATOR.ports.metrics),
      ],
      // what triggers ask may be anywhere; the scaler is among it
      outgoing: [dns, apiServer, network.open],
    },
    'metrics-server': {
      incoming: () => [network.fromApiServer(metricsServer.https), ...metrics(metricsServer.metrics)],
      outgoing: [dns, apiServer, to(OPERATOR, grpc)],
    },
    webhooks: {
      incoming: () => [network.fromApiServer(webhooks.https), ...metrics(webhooks.metrics)],
      outgoing: [dns, apiServer],
    },
    'add-on-operator': { incoming: () => [], outgoing: [dns, apiServer] },
    interceptor: {
      incoming: () => [
        from(SCALER, INTERCEPTOR.ports.admin),
        ...callers(setup, naming),
        ...metrics(INTERCEPTOR.ports.metrics),
      ],
      // functions, and what answers in their place: what each lets in is said beside it
      outgoing: [dns, apiServer, egress({ peers: [{ namespaceSelector: {} }] }), ...telemetry],
    },
    scaler: {
      incoming: () => [from(OPERATOR, SCALER.ports.grpc), ...metrics(SCALER.ports.metrics)],
      outgoing: [dns, apiServer, to(INTERCEPTOR, INTERCEPTOR.ports.admin), ...telemetry],
    },
  };
}

/** Who sends requests: the edge, functions, what calls them at given times, and who is declared; where nothing is said of an edge, anybody may be one. */
function callers({ cluster, settings: { interceptor = {} } }: NetworkSetup, naming: Naming) {
  const ports = [
    INTERCEPTOR.ports.proxy,
    ...(interceptor.tls ? [interceptor.tls.port ?? INTERCEPTOR.ports[TLS_PORT_NAME]] : []),
  ];
  const anybody = cluster.edges.length === 0 && !interceptor.ingressFrom;
  const edges: readonly (NetworkPeer | undefined)[] = anybody ? [undefined] : cluster.edges;
  return [
    ...edges.map((peer) => ingress(portsOf(peer, ports))),
    ...[naming.pods, ...(cluster.hasCallers ? [CALLERS] : [])].map((podSelector) =>
      ingress({ peers: [{ namespaceSelector: {}, podSelector }], ports: ports.map(tcp) }),
    ),
  ];
}

function portsOf(peer: NetworkPeer | undefined, ports: readonly number[]) {
  return { ...(peer && connectionOf(peer)), ports: ports.map(tcp) };
}

/** The collector's pods need not listen on the port of its Service. */
function collector({ settings: { openTelemetry } }: NetworkSetup): k8s.NetworkPolicyEgressRule[] {
  if (!openTelemetry) return [];
  const { hostname, port, protocol } = new URL(openTelemetry.endpoint);
  const [, namespace, ...rest] = hostname.split('.');
  return namespace !== undefined && (rest.length === 0 || rest[0] === 'svc')
    ? [egress(connectionOf({ namespace }))]
    : [egress({ ports: [tcp(Number(port) || { 'http:': 80, 'https:': 443 }[protocol]!)] })];
}
