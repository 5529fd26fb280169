import type { Fault } from '../fields';
import { flagName } from '../fields/names';
import { carries, faultOf, type KeyFaults } from '../workload/metadata-faults';
import { EdgeIpVersion, type TunnelProcessProps } from './tunnel-process-props';

const set = { reason: 'is fixed: it is set, or would take the tunnel from its settings', allowed: 'other flags' };

const FAULTS: KeyFaults = {
  ...Object.fromEntries(
    [
      ...['no-autoupdate', 'autoupdate-freq', 'is-autoupdated', 'metrics', 'config', 'edge', 'name', 'id', 'hostname'],
      ...['token', 'token-file', 'credentials-file', 'cred-file', 'credentials-contents', 'origincert'],
      // each makes a tunnel of one rule, in place of those that are declared
      ...['url', 'unix-socket', 'hello-world', 'bastion', 'socks5', 'ssh-server', 'lb-pool'],
      // a root filesystem that nobody writes to
      ...['logfile', 'log-directory', 'trace-output', 'pidfile'],
    ].map((flag) => [flag, set]),
  ),
  'grace-period': carries('gracePeriod'),
  loglevel: carries('logLevel'),
  protocol: carries('protocol'),
  'edge-ip-version': carries('edgeIpVersion'),
  region: carries('region'),
};

/** Flags of `run`, which has some that `tunnel` has, too, and does not look at those then. */
const OF_RUN = /^--(features|post-quantum|pq|icmpv[46]-src|max-active-flows|dns-resolver-addrs)(=|$)/;

const IP_VERSIONS = { [EdgeIpVersion.AUTO]: 'auto', [EdgeIpVersion.IPV4]: '4', [EdgeIpVersion.IPV6]: '6' };

/** What keeps a declaration from giving cloudflared this flag, if anything. */
export function tunnelFlagFault(arg: string): Fault | undefined {
  return faultOf(FAULTS)(flagName(arg));
}

/** The flags that settings ask for, each where its command looks at it. */
export function tunnelFlags(props: TunnelProcessProps): { readonly tunnel: string[]; readonly run: string[] } {
  const { protocol, edgeIpVersion, region, logLevel, extraArgs = [] } = props;
  return {
    tunnel: [
      ...(logLevel ? ['--loglevel', logLevel] : []),
      ...(edgeIpVersion ? ['--edge-ip-version', IP_VERSIONS[edgeIpVersion]] : []),
      ...(region ? ['--region', region] : []),
      ...extraArgs.filter((arg) => !OF_RUN.test(arg)),
    ],
    run: [...(protocol ? ['--protocol', protocol] : []), ...extraArgs.filter((arg) => OF_RUN.test(arg))],
  };
}
