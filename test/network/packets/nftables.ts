// biome-ignore lint/suspicious/noExplicitAny: objects as the API server has them
export type Manifest = any;

/** What NetworkPolicies are about. */
export interface Cluster {
  readonly nodes: readonly Manifest[];
  readonly namespaces: readonly Manifest[];
  readonly pods: readonly Manifest[];
  readonly policies: readonly Manifest[];
}

export const TABLE = 'network_policies';

interface Direction {
  readonly type: 'Egress' | 'Ingress';
  readonly rules: 'egress' | 'ingress';
  readonly peers: 'to' | 'from';
  /** Which address of a packet is the pod's, and which its peer's. */
  readonly own: 'saddr' | 'daddr';
  readonly other: 'saddr' | 'daddr';
}

const DIRECTIONS: Direction[] = [
  { type: 'Egress', rules: 'egress', peers: 'to', own: 'saddr', other: 'daddr' },
  { type: 'Ingress', rules: 'ingress', peers: 'from', own: 'daddr', other: 'saddr' },
];

/** NetworkPolicies as rules of nftables for a node. A pod that is not known yet is closed. What a node sends its own pods passes. */
export function rulesOf(cluster: Cluster): string {
  const pods = cluster.pods.filter(({ status: { podIP, phase } }) => podIP && /Pending|Running/.test(phase));
  const addresses = pods.filter(({ spec }) => !spec.hostNetwork).map(({ status }) => status.podIP);
  const chains: string[] = [];
  const maps = DIRECTIONS.map((direction) => {
    const elements = pods.flatMap((pod) => {
      const policies = cluster.policies.filter(({ metadata, spec }) => {
        const isHere = metadata.namespace === pod.metadata.namespace && spec.policyTypes.includes(direction.type);
        return isHere && matches(spec.podSelector, pod.metadata.labels);
      });
      if (policies.length === 0) return [];
      const rules = policies.flatMap((policy) => allowed({ ...cluster, pods }, policy, pod, direction));
      chains.push(chain(`pod${chains.length}`, [...new Set(rules), 'goto refuse']));
      return [`${pod.status.podIP} : jump pod${chains.length - 1}`];
    });
    return block(`map ${direction.rules}`, ['type ipv4_addr : verdict', ...elementsOf(elements)]);
  });
  const hook = (name: string, rules: string[]) =>
    chain(name, [`type filter hook ${name} priority 0`, 'ct state established,related accept', ...rules]);
  const [egress, ingress] = DIRECTIONS.map(({ rules, own }) => `ip ${own} vmap @${rules}`) as [string, string];
  const unknown = ['saddr', 'daddr'].map((end) => `ip ${end} @nodes ip ${end} != @pods goto refuse`);
  return block(`table ip ${TABLE}`, [
    block('set nodes', [
      'type ipv4_addr',
      'flags interval',
      ...elementsOf(cluster.nodes.map(({ spec }) => spec.podCIDR)),
    ]),
    block('set pods', ['type ipv4_addr', ...elementsOf(addresses)]),
    chain('refuse', ['counter reject with icmp type admin-prohibited']),
    ...chains,
    ...maps,
    hook('forward', [...unknown, egress, ingress]),
    hook('input', [egress]),
  ]);
}

/** Rules that return what a policy allows a pod. */
function allowed(cluster: Cluster, policy: Manifest, pod: Manifest, direction: Direction): string[] {
  return (policy.spec[direction.rules] ?? []).flatMap((rule: Manifest) => {
    const ports: string[] = (rule.ports ?? [undefined]).map((port: Manifest) => portOf(port, pod, direction));
    const peers: Manifest[] = rule[direction.peers] ?? [];
    const ends = peers.length === 0 ? [''] : peers.flatMap((peer) => endOf(cluster, peer, policy, direction));
    return ends.flatMap((end) => ports.map((port) => `${end} ${port} return`.trim()));
  });
}

function endOf(cluster: Cluster, peer: Manifest, policy: Manifest, { other }: Direction): string[] {
  if (peer.ipBlock) {
    const { cidr, except = [] } = peer.ipBlock;
    if (cidr.includes(':')) return [];
    return [`ip ${other} ${cidr}${except.length > 0 ? ` ip ${other} != { ${except.join(', ')} }` : ''}`];
  }
  const namespaces = cluster.namespaces.filter(({ metadata: { name, labels } }) =>
    peer.namespaceSelector ? matches(peer.namespaceSelector, labels) : name === policy.metadata.namespace,
  );
  const names = namespaces.map(({ metadata }) => metadata.name);
  const addresses = cluster.pods
    .filter(({ metadata }) => names.includes(metadata.namespace))
    .filter(({ metadata }) => !peer.podSelector || matches(peer.podSelector, metadata.labels))
    .map(({ status }) => status.podIP);
  return addresses.length > 0 ? [`ip ${other} { ${[...new Set(addresses)].join(', ')} }`] : [];
}

function portOf(port: Manifest | undefined, pod: Manifest, { type }: Direction): string {
  if (port === undefined) return '';
  const protocol = (port.protocol ?? 'TCP').toLowerCase();
  if (typeof port.port !== 'string') return `${protocol} dport ${port.port}`;
  if (type === 'Egress') throw new Error(`port ${port.port}: a name in egress is not one that this library writes`);
  const all: Manifest[] = pod.spec.containers.flatMap(({ ports = [] }: Manifest) => ports);
  return `${protocol} dport ${all.find(({ name }) => name === port.port).containerPort}`;
}

function matches({ matchLabels = {}, matchExpressions = [] }: Manifest, labels: Manifest = {}): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }: Manifest) => {
      if (operator === 'Exists') return key in labels;
      if (operator === 'In') return values.includes(labels[key]);
      if (operator === 'NotIn') return !values.includes(labels[key]);
      throw new Error(`operator ${operator}: is not one that this library writes`);
    })
  );
}

function block(head: string, lines: string[]): string {
  return `${head} {\n${lines.join('\n')}\n}`;
}

function chain(name: string, rules: string[]): string {
  return block(`chain ${name}`, rules);
}

function elementsOf(elements: string[]): string[] {
  return elements.length > 0 ? [`elements = { ${[...new Set(elements)].join(', ')} }`] : [];
}
