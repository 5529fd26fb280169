import type { FunctionSettings } from '../fields';
import { Protocol } from '../network/protocol';
import type { FunctionProbes, ProbeProps } from './probe';
import { DIAL_SECONDS, STARTUP_PERIOD, startSeconds } from './startup';
import { chosen, type Probes, toProbe } from './to-probe';

/** What a container is asked; undefined where it is not. */
export type Questions = { readonly [kind in keyof FunctionProbes]: ProbeProps };

/**
 * What a function is asked. A startup probe would cost each start a second, so by default it is there only for a process that
 * may take longer than the interceptor dials; the start of any other one is time that the liveness probe lets pass.
 */
export function questionsTo(settings: FunctionSettings): Questions {
  const { probes: { liveness, readiness, startup } = {}, readinessProbe } = settings;
  const standard = settings.http ? standardProbe(settings) : undefined;
  return {
    liveness: chosen(liveness, standard),
    readiness: chosen(readiness, readinessProbe ? standard : undefined),
    startup: chosen(startup, startSeconds(settings) > DIAL_SECONDS ? standard : undefined),
  };
}

/** The probes of a function. */
export function probesOf(settings: FunctionSettings): Probes {
  const { liveness, readiness, startup } = questionsTo(settings);
  const { initialDelay, period = STARTUP_PERIOD } = startup ?? {};
  const start = startSeconds(settings);
  const asked = start - (initialDelay?.toSeconds() ?? 0);
  const { port } = settings;
  return {
    livenessProbe: toProbe(liveness, port, {
      initialDelaySeconds: startup ? undefined : start,
      periodSeconds: 10,
      timeoutSeconds: 5,
    }),
    readinessProbe: toProbe(readiness, port, { periodSeconds: 1 }),
    startupProbe: toProbe(startup, port, {
      periodSeconds: 1,
      timeoutSeconds: 5,
      failureThreshold: Math.max(1, Math.ceil(asked / period.toSeconds())),
    }),
  };
}

/**
 * The health path, by the HTTP/1.1 that the kubelet speaks. What speaks HTTP/2 may not answer that, and a gRPC server may lack
 * the health service: to start it anew for that harms more than a connection overlooks.
 */
function standardProbe({ protocol, healthPath }: FunctionSettings): ProbeProps {
  return protocol === Protocol.HTTP ? { http: healthPath } : { tcp: true };
}
