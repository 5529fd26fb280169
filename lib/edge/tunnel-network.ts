import { isIP } from 'node:net';
import type { k8s } from 'cdk8s-plus-28';
import type { ClusterNames } from '../function/routing/hosts';
import { addresses, podsIn, tcp, udp } from '../network/rules';
import { INTERCEPTOR } from '../platform/components';
import type { TunnelRule } from './tunnel-rule-props';
import { namespaceOf, originOf } from './tunnel-rules';

// addresses of clusters and of private networks, where none of Cloudflare's edge is
const PRIVATE = [
  ...['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ...['fc00::/7', 'fe80::/10'],
];

/** What leads to the service of a rule: to pods the ports that they listen on, which a Service's need not be. */
function originEgress(service: string, names: ClusterNames): k8s.NetworkPolicyEgressRule[] {
  const origin = originOf(service);
  if (!origin) return [];
  const namespace = namespaceOf(origin.host, names);
  if (namespace === '') return [{ to: [{ podSelector: {} }] }];
  if (namespace !== undefined) return [{ to: [podsIn(namespace)] }];
  const address = origin.host.replace(/^\[|\]$/g, '');
  const bits = { 4: 32, 6: 128, 0: undefined }[isIP(address)];
  const to = bits ? [{ ipBlock: { cidr: `${address}/${bits}` } }] : undefined;
  return [{ to, ports: [tcp(origin.port)] }];
}

/** What a tunnel's pods need: DNS, the interceptor, Cloudflare's edge and what rules lead to. Nobody calls them but for their metrics. */
export function tunnelNetwork(
  selector: { [label: string]: string },
  kedaNamespace: string,
  rules: readonly TunnelRule[],
  names: ClusterNames,
): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: selector },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ ports: [tcp('metrics')] }],
    egress: [
      // to anywhere: a cluster's DNS may be pods or a cache at an address of the node
      { ports: [udp(53), tcp(53)] },
      { to: [podsIn(kedaNamespace, INTERCEPTOR.identity)], ports: [tcp(INTERCEPTOR.ports.proxy)] },
      {
        to: [addresses('0.0.0.0/0', PRIVATE), addresses('::/0', PRIVATE)],
        ports: [udp(7844), tcp(7844), tcp(443)],
      },
      ...rules.flatMap(({ service }) => originEgress(service, names)),
    ],
  };
}
