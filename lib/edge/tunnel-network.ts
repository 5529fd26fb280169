import { isIP } from 'node:net';
import { k8s } from 'cdk8s-plus-28';
import type { ClusterNames } from '../function/routing/hosts';
import { podsIn } from '../network/rules';
import { INTERCEPTOR } from '../platform/components';
import type { TunnelRule } from './tunnel-rule-props';
import { namespaceOf, originOf } from './tunnel-rules';

// addresses of clusters and of private networks, where none of Cloudflare's edge is
const PRIVATE_V4 = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const PRIVATE_V6 = ['fc00::/7', 'fe80::/10'];

const port = (number: number, protocol: string): k8s.NetworkPolicyPort => ({
  port: k8s.IntOrString.fromNumber(number),
  protocol,
});

/** What leads to the service of a rule: to pods the ports that they listen on, which a Service's need not be. */
function originEgress(service: string, names: ClusterNames): k8s.NetworkPolicyEgressRule[] {
  const origin = originOf(service);
  if (!origin) return [];
  const namespace = namespaceOf(origin.host, names);
  if (namespace === '') return [{ to: [{ podSelector: {} }] }];
  if (namespace !== undefined)
    return [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }] }];
  const address = origin.host.replace(/^\[|\]$/g, '');
  const bits = { 4: 32, 6: 128, 0: undefined }[isIP(address)];
  const to = bits ? [{ ipBlock: { cidr: `${address}/${bits}` } }] : undefined;
  return [{ to, ports: [port(origin.port, 'TCP')] }];
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
    ingress: [{ ports: [{ port: k8s.IntOrString.fromString('metrics'), protocol: 'TCP' }] }],
    egress: [
      // to anywhere: a cluster's DNS may be pods or a cache at an address of the node
      { ports: [port(53, 'UDP'), port(53, 'TCP')] },
      {
        to: [podsIn(kedaNamespace, INTERCEPTOR.identity)],
        ports: [port(INTERCEPTOR.ports.proxy, 'TCP')],
      },
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_V4 } }, { ipBlock: { cidr: '::/0', except: PRIVATE_V6 } }],
        ports: [port(7844, 'UDP'), port(7844, 'TCP'), port(443, 'TCP')],
      },
      ...rules.flatMap(({ service }) => originEgress(service, names)),
    ],
  };
}
