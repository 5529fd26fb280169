import { BlockList, isIPv6 } from 'node:net';
import type { Labels, NetworkPolicy, PodSpec, PolicyPeer, PolicyPort } from './kinds';
import { matches } from './selectors';
import type { Snapshot } from './snapshot';
import type { Workload } from './units';

/** One end of a connection: the pods of a workload, whether or not there are any now. */
interface Party {
  readonly namespace: string;
  readonly namespaceLabels?: Labels;
  readonly labels?: Labels;
  readonly addresses: string[];
  readonly spec: PodSpec;
}

/** Policies that keep a connection away, and at which end. */
export interface Blockade {
  readonly direction: 'Ingress' | 'Egress';
  readonly policies: NetworkPolicy[];
}

/** Evaluates the NetworkPolicies at both ends of a TCP connection, as a network plugin that enforces them would. */
export function blockadeOf(snapshot: Snapshot, from: Workload, to: Workload, port: number): Blockade | undefined {
  const source = partyOf(snapshot, from);
  const target = partyOf(snapshot, to);
  // no policy is for pods on the network of their node, and what one says of their peers is up to the plugin
  if (source.spec.hostNetwork || target.spec.hostNetwork) return undefined;
  const named = (name: string) =>
    target.spec.containers.flatMap(({ ports }) => ports ?? []).find((entry) => entry.name === name)?.containerPort;
  const admitsPort = (ports: PolicyPort[] | undefined) =>
    !ports?.length ||
    ports.some((entry) => {
      if ((entry.protocol ?? 'TCP') !== 'TCP') return false;
      if (entry.port === undefined) return true;
      const first = typeof entry.port === 'string' ? named(entry.port) : entry.port;
      return first !== undefined && port >= first && port <= (entry.endPort ?? first);
    });

  const closed = (direction: Blockade['direction'], at: Party, other: Party): Blockade | undefined => {
    const policies = selecting(snapshot, at, direction);
    const admitted = policies.some(({ metadata: { namespace }, spec: { ingress = [], egress = [] } }) =>
      direction === 'Ingress'
        ? ingress.some(({ ports, from: peers }) => admitsPort(ports) && admitsPeer(peers, other, namespace))
        : egress.some(({ ports, to: peers }) => admitsPort(ports) && admitsPeer(peers, other, namespace)),
    );
    return policies.length > 0 && !admitted ? { direction, policies } : undefined;
  };
  return closed('Ingress', target, source) ?? closed('Egress', source, target);
}

function partyOf(snapshot: Snapshot, workload: Workload): Party {
  const { namespace, name } = workload;
  const { template } = (snapshot.live.find('Deployment', namespace, name) ?? workload.deployment).spec;
  return {
    namespace,
    namespaceLabels: snapshot.live.find('Namespace', undefined, namespace)?.metadata.labels,
    labels: template.metadata?.labels,
    addresses: snapshot.podsOf(workload).flatMap(({ status }) => status?.podIP ?? []),
    spec: template.spec,
  };
}

function selecting({ live }: Snapshot, party: Party, direction: 'Ingress' | 'Egress'): NetworkPolicy[] {
  return live
    .in('NetworkPolicy', party.namespace)
    .filter(
      ({ spec }) =>
        (spec.policyTypes ?? ['Ingress', ...(spec.egress ? ['Egress'] : [])]).includes(direction) &&
        matches(spec.podSelector ?? {}, party.labels),
    );
}

function admitsPeer(peers: PolicyPeer[] | undefined, party: Party, policyNamespace?: string): boolean {
  if (!peers?.length) return true;
  return peers.some((peer) => {
    if (peer.ipBlock) return admitsAddresses(peer.ipBlock, party.addresses);
    const namespaceFits = peer.namespaceSelector
      ? matches(peer.namespaceSelector, party.namespaceLabels)
      : party.namespace === policyNamespace;
    return namespaceFits && (peer.podSelector === undefined || matches(peer.podSelector, party.labels));
  });
}

/** Without an address nobody can tell: then it is taken as admitted, so that nothing is reported that is not sure. */
function admitsAddresses({ cidr, except = [] }: NonNullable<PolicyPeer['ipBlock']>, addresses: string[]): boolean {
  const admitted = blockList([cidr]);
  const excepted = blockList(except);
  return addresses.every(
    (address) => admitted.check(address, family(address)) && !excepted.check(address, family(address)),
  );
}

function blockList(cidrs: string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = '', bits] = cidr.split('/');
    list.addSubnet(network, Number(bits), family(network));
  }
  return list;
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
