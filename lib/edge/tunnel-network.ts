import { k8s } from 'cdk8s-plus-28';
import { INTERCEPTOR } from '../platform/components';

// addresses of clusters and of private networks, where none of Cloudflare's edge is
const PRIVATE_V4 = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
const PRIVATE_V6 = ['fc00::/7', 'fe80::/10'];

const port = (number: number, protocol: string): k8s.NetworkPolicyPort => ({
  port: k8s.IntOrString.fromNumber(number),
  protocol,
});

/** What a tunnel's pods need: DNS, the interceptor and Cloudflare's edge. Nobody calls them but for their metrics. */
export function tunnelNetwork(selector: { [label: string]: string }, kedaNamespace: string): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: selector },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ ports: [{ port: k8s.IntOrString.fromString('metrics'), protocol: 'TCP' }] }],
    egress: [
      // to anywhere: a cluster's DNS may be pods or a cache at an address of the node
      { ports: [port(53, 'UDP'), port(53, 'TCP')] },
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': kedaNamespace } },
            podSelector: { matchLabels: INTERCEPTOR.identity },
          },
        ],
        ports: [port(INTERCEPTOR.ports.proxy, 'TCP')],
      },
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_V4 } }, { ipBlock: { cidr: '::/0', except: PRIVATE_V6 } }],
        ports: [port(7844, 'UDP'), port(7844, 'TCP'), port(443, 'TCP')],
      },
    ],
  };
}
