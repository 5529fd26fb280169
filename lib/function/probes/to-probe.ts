import { k8s } from 'cdk8s-plus-28';
import type { Probe, ProbeProps } from './probe';

/** The probes of a container. */
export type Probes = Pick<k8s.Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'>;

/** What a probe asks; undefined where there is none. */
export function chosen(given: Probe | undefined, otherwise: ProbeProps | undefined): ProbeProps | undefined {
  if (!given) return otherwise;
  return given._props.none ? undefined : given._props;
}

/**
 * A probe as the API has it.
 * @param port That of a probe which has none of its own.
 */
export function toProbe(probe: ProbeProps | undefined, port: number, standard: k8s.Probe): k8s.Probe | undefined {
  return (
    probe && {
      ...action(probe, port),
      initialDelaySeconds: probe.initialDelay?.toSeconds() ?? standard.initialDelaySeconds,
      periodSeconds: probe.period?.toSeconds() ?? standard.periodSeconds,
      timeoutSeconds: probe.timeout?.toSeconds() ?? standard.timeoutSeconds,
      failureThreshold: probe.failureThreshold ?? standard.failureThreshold,
      successThreshold: probe.successThreshold,
    }
  );
}

function action({ http, tcp, grpc, exec, service, headers = {}, ...probe }: ProbeProps, own: number): k8s.Probe {
  const port = probe.port === undefined ? k8s.IntOrString.fromString('http') : k8s.IntOrString.fromNumber(probe.port);
  const httpHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return {
    httpGet:
      http === undefined
        ? undefined
        : { path: http, port, httpHeaders: httpHeaders.length > 0 ? httpHeaders : undefined },
    tcpSocket: tcp ? { port } : undefined,
    // it has no ports by name
    grpc: grpc ? { port: probe.port ?? own, service } : undefined,
    exec: exec && { command: exec },
  };
}
