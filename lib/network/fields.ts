import { isIP } from 'node:net';
import { exactlyOne, type Field, type Fields, integer, list, map, notWhere, object, type Rule, Table } from '../fields';
import { checked, dnsLabel, labelKey, labelText } from '../fields/names';
import type { NetworkPeer, NetworkProps } from './props';

const PEER_RULES: Rule<NetworkPeer>[] = [
  exactlyOne<NetworkPeer>('namespace', 'cidr'),
  ...notWhere<NetworkPeer>(['podLabels'], ['namespace'], ({ namespace }) => namespace === undefined, {
    reason: 'says nothing of addresses',
    allowed: 'with namespace',
  }),
];

const port = () => list(integer(1, 65535), { min: 1 });

const peer = {
  namespace: dnsLabel(),
  podLabels: map(labelKey(), labelText()),
  cidr: cidr(),
  ports: port(),
} satisfies Fields<NetworkPeer>;

const PEER = new Table<NetworkPeer, typeof peer>('NetworkPeer', peer, PEER_RULES);

/** Who is at the other end. */
export const peers = () => list(object(PEER), { min: 1 });

const fields = {
  apiServerCidrs: list(cidr(), { min: 1 }),
  apiServerPorts: { ...port(), default: [443, 6443] },
  nodeCidrs: list(cidr(), { min: 1 }),
  dnsPorts: { ...port(), default: [53] },
} satisfies Fields<NetworkProps>;

/** What NetworkPolicies have to know of a cluster. */
export const NETWORK = new Table<NetworkProps, typeof fields>('NetworkProps', fields);

function cidr(): Field<string> {
  return checked({
    isValid(value) {
      const [address = '', bits, ...rest] = value.split('/');
      const most = { 4: 32, 6: 128, 0: -1 }[isIP(address)]!;
      return rest.length === 0 && /^\d{1,3}$/.test(bits ?? '') && Number(bits) <= most;
    },
    reason: 'is not a range of addresses',
    allowed: '<IPv4 or IPv6 address>/<bits>, such as 10.0.0.0/8',
  });
}
