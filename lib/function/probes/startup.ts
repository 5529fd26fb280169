import { Duration } from 'cdk8s';
import type { FunctionRoutingProps } from '../routing/props';
import type { FunctionProbeProps } from './props';

/** How long the interceptor dials a pod that is ready and does not listen: http-add-on 0.15.0, pkg/net/dial_context.go. */
export const DIAL_SECONDS = 60;

/** How often a startup probe asks, if it does not say. */
export const STARTUP_PERIOD = Duration.seconds(1);

type Props = FunctionProbeProps & Required<Pick<FunctionRoutingProps, 'readinessTimeout'>>;

/** Longest time of a start that a setting declares, in whole seconds, and that setting. */
export interface DeclaredStart {
  readonly seconds: number;
  readonly prop: 'startupTimeout' | 'probes';
  readonly item: readonly string[];
}

/** What says how long a start may take; undefined where nothing but `readinessTimeout` does. */
export function declaredStart({ startupTimeout, probes }: FunctionProbeProps): DeclaredStart | undefined {
  const { failureThreshold, initialDelay, period = STARTUP_PERIOD } = probes?.startup?._props ?? {};
  if (failureThreshold !== undefined) {
    const seconds = (initialDelay?.toSeconds() ?? 0) + failureThreshold * period.toSeconds();
    return { seconds, prop: 'probes', item: ['startup', 'failureThreshold'] };
  }
  return startupTimeout && { seconds: startupTimeout.toSeconds(), prop: 'startupTimeout', item: [] };
}

/** How long a start may take, in whole seconds. */
export function startSeconds(props: Props): number {
  return declaredStart(props)?.seconds ?? Math.ceil(props.readinessTimeout.toMilliseconds() / 1000);
}
