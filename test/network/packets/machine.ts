import { spawnSync } from 'node:child_process';
import type { Manifest } from './nftables';

/** One end of a connection, with a network of its own. */
export interface Host {
  readonly name: string;
  readonly address: string;
}

/** How a connection ends, by who asks and whom: `host:port`. */
export type Ends = { readonly [from: string]: { readonly [target: string]: 'there' | 'refused' } };

const GATEWAY = '198.18.255.1';

/** Whether networks can be made here. */
export const CAN_MAKE_NETWORKS =
  process.getuid?.() === 0 &&
  [
    ['unshare', '--net', '--mount', 'true'],
    ['nft', '--version'],
    ['ip', '-V'],
  ].every(([command, ...args]) => spawnSync(command as string, args).status === 0);

/** The pods of Deployments, each with an address, as the API server has them. */
export function podsOf(manifests: readonly Manifest[]): Manifest[] {
  return manifests
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ metadata: { name, namespace }, spec: { template } }, index) => ({
      metadata: { name, namespace, labels: template.metadata.labels },
      spec: template.spec,
      status: { phase: 'Running', podIP: `198.18.0.${index + 2}` },
    }));
}

/**
 * Lets each host connect to each target, over a node that keeps to the rules of nftables. Host and node are namespaces of networks,
 * which are gone afterwards. A port that nobody listens on answers too: the packet came to where it was sent.
 */
export function connect(
  hosts: readonly Host[],
  node: readonly string[],
  targets: readonly string[],
  rules: string,
): Ends {
  const result = spawnSync('unshare', ['--net', '--mount', 'bash', '-euo', 'pipefail', '-s'], {
    input: script(hosts, node, targets, rules),
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(result.stderr);
  const ends: { [from: string]: { [target: string]: 'there' | 'refused' } } = {};
  for (const line of result.stdout.trim().split('\n')) {
    const [index, target, end] = line.split(' ') as [string, string, 'there' | 'refused'];
    const { name } = hosts[Number(index)] as Host;
    ends[name] = { ...ends[name], [target]: end };
  }
  return ends;
}

function script(hosts: readonly Host[], node: readonly string[], targets: readonly string[], rules: string): string {
  const links = hosts.flatMap(({ address }, index) => [
    `ip netns add n${index}`,
    `ip link add v${index} type veth peer name eth0 netns n${index}`,
    `ip link set v${index} up`,
    `ip route add ${address}/32 dev v${index}`,
    `ip -n n${index} address add ${address}/32 dev eth0`,
    `ip -n n${index} link set lo up`,
    `ip -n n${index} link set eth0 up`,
    `ip -n n${index} route add ${GATEWAY} dev eth0`,
    `ip -n n${index} route add default via ${GATEWAY}`,
  ]);
  return `
mkdir -p /run/netns
mount -t tmpfs tmpfs /run/netns
ip link set lo up
for address in ${[GATEWAY, ...node].join(' ')}; do ip address add $address/32 dev lo; done
sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratelimit=0
${links.join('\n')}
nft -f - <<'RULES'
${rules}
RULES
ask() {
  for target in ${targets.join(' ')}; do
    said=$(timeout 5 bash -c "exec 3<>/dev/tcp/\${target/://}" 2>&1) && said=connected
    case $said in
      connected | *refused*) echo "$1 $target there" ;;
      *'No route to host'*) echo "$1 $target refused" ;;
      *) echo "$1 $target: $said" >&2; exit 1 ;;
    esac
  done
}
export -f ask
for host in {0..${hosts.length - 1}}; do ip netns exec n$host bash -c "ask $host" & asking+=($!); done
for each in "\${asking[@]}"; do wait "$each"; done
`;
}
