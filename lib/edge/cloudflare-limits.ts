import type { IConstruct } from 'constructs';
import { formatDuration } from '../values/duration';
import { addWarning } from '../warnings';
import { warnOfGrpc } from './grpc';
import { type EdgeHosts, functionsNear } from './hosts';
import type { CloudflareTunnelProps } from './props';

/** After this time without a response's header Cloudflare answers 524. */
const EDGE_TIMEOUT_SECONDS = 100;

export interface CloudflareLimitsProps extends Pick<CloudflareTunnelProps, 'zone' | 'advancedCertificate'> {
  readonly hosts: EdgeHosts;
}

/** Warns of what Cloudflare's edge cuts off although the cluster allows it. */
export function warnOfLimits(scope: IConstruct, { hosts, zone, advancedCertificate }: CloudflareLimitsProps): void {
  addWarning(scope, () => slowFunctions(scope));
  warnOfGrpc(scope, 'a Cloudflare Tunnel carries no gRPC to public host names');
  if (!advancedCertificate) addWarning(scope, () => hosts.list().map((host) => uncovered(host, zone)));
}

function slowFunctions(scope: IConstruct): string[] {
  return functionsNear(scope)
    .filter(({ longestWait }) => longestWait.toMilliseconds() > EDGE_TIMEOUT_SECONDS * 1000)
    .map(
      ({ node, readinessTimeout, timeout }) =>
        `${node.path}: readinessTimeout ${formatDuration(readinessTimeout)} and timeout ${formatDuration(timeout)} together are above ${EDGE_TIMEOUT_SECONDS}s, after which Cloudflare answers 524`,
    );
}

/** Universal SSL covers a zone and the names one level below it. */
function uncovered(host: string, zone?: string): string | undefined {
  const labels = host.split('.');
  const own = zone !== undefined && `.${host}`.endsWith(`.${zone}`) ? zone : labels.slice(-2).join('.');
  return labels.length - own.split('.').length > 1
    ? `host "${host}" is more than one level below the zone ${own}: Universal SSL does not cover it, an advanced certificate does (then say advancedCertificate)`
    : undefined;
}
