import { k8s } from 'cdk8s-plus-28';
import { formatDuration } from '../../values/duration';
import type { FunctionSettings } from '../fields';

/** How long the interceptor dials a pod that is ready and does not listen: http-add-on 0.15.0, pkg/net/dial.go. */
const DIAL_SECONDS = 60;

/** The probes of a container. */
export type Probes = Pick<k8s.Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'>;

/**
 * The probes of a function. A startup probe would cost each start a second, so it is there only for a process that may
 * take longer than the interceptor dials; the start of any other one is time that the liveness probe lets pass.
 */
export function probesOf(settings: FunctionSettings): Probes {
  const { startupTimeout = settings.readinessTimeout } = settings;
  const seconds = Math.ceil(startupTimeout.toMilliseconds() / 1000);
  const probe = { httpGet: { path: settings.healthPath, port: k8s.IntOrString.fromString('http') } };
  const gated = seconds > DIAL_SECONDS;
  return {
    livenessProbe: { ...probe, initialDelaySeconds: gated ? undefined : seconds, periodSeconds: 10, timeoutSeconds: 5 },
    readinessProbe: settings.readinessProbe ? { ...probe, periodSeconds: 1 } : undefined,
    startupProbe: gated ? { ...probe, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: seconds } : undefined,
  };
}

/** What is unwise about a start that a request does not wait for. */
export function impatience({ startupTimeout, readinessTimeout }: FunctionSettings): string[] {
  return startupTimeout && startupTimeout.toMilliseconds() > readinessTimeout.toMilliseconds()
    ? [
        `startupTimeout ${formatDuration(startupTimeout)} is above readinessTimeout ${formatDuration(readinessTimeout)}: the request that wakes the function may get 504 before it has started`,
      ]
    : [];
}
