import { Duration } from 'cdk8s';
import type { Trigger } from '../../triggers';
import { goDuration } from '../../values/duration';
import { FUNCTION_DEFAULTS } from '../defaults';
import type { FunctionSettings } from '../fields';
import type { ScalingProps } from './props';
import { warmTrigger } from './warm';
import { WARM_WINDOW } from './warm-fields';

// what wakes a function while KEDA's stream to the scaler is down; every 5 s, operator and scaler would use a quarter more CPU
const MAX_POLLING_SECONDS = 15;
// a placeholder's request is over before anybody is told of it: only the polled rate shows it
const PLACEHOLDER_POLLING_SECONDS = 1;

/** Checked scaling settings with every default filled in. */
export interface Scaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly idleReplicas?: number;
  readonly cooldownSeconds: number;
  readonly initialCooldownSeconds: number;
  /** How often KEDA asks; a window of the request rate is never shorter, so that no request is missed. */
  readonly pollingSeconds: number;
  readonly concurrency: { readonly targetValue: number };
  readonly requestRateWindowMillis: number;
  readonly requestRate: { readonly targetValue: number; readonly window: string; readonly granularity: string };
}

/**
 * What KEDA is told. Both metrics are set: with concurrency alone steady short requests scale to zero between two
 * polls, with the request rate alone slow requests are not seen (http-add-on issue 1352).
 */
export function scalingOf(settings: FunctionSettings): Scaling {
  const longest = settings.coldStart?.placeholder ? PLACEHOLDER_POLLING_SECONDS : MAX_POLLING_SECONDS;
  const { http, minReplicas, maxReplicas, requestRateWindow: window, requestRateGranularity: granularity } = settings;
  const polled = http ? Math.max(1, Math.min(longest, Math.floor(window.toMilliseconds() / 1000))) : longest;
  return {
    minReplicas,
    maxReplicas,
    cooldownSeconds: settings.cooldown.toSeconds(),
    initialCooldownSeconds: settings.initialCooldown.toSeconds(),
    idleReplicas: settings.idleReplicas,
    pollingSeconds: settings.pollingInterval?.toSeconds() ?? polled,
    concurrency: { targetValue: settings.concurrency },
    requestRateWindowMillis: window.toMilliseconds(),
    requestRate: {
      targetValue: settings.requestRate,
      window: goDuration(window),
      granularity: goDuration(granularity),
    },
  };
}

type Replicas = Pick<ScalingProps, 'minReplicas' | 'idleReplicas'>;

/** Whether a function has no pod while nothing asks for one. */
export function sleeps({ minReplicas = FUNCTION_DEFAULTS.minReplicas, idleReplicas = minReplicas }: Replicas): boolean {
  return idleReplicas === 0;
}

/**
 * Time from the last request to the end of the last pod; undefined when some pods always stay. A request rate keeps a
 * function active for its whole window.
 */
export function timeToZero(scaling: Scaling, byRequestRate: boolean): Duration | undefined {
  if (!sleeps(scaling)) return undefined;
  return Duration.millis(scaling.cooldownSeconds * 1000 + (byRequestRate ? scaling.requestRateWindowMillis : 0));
}

/** What scales a function beside its requests. */
export function triggersOf({ triggers = [], warm = [] }: FunctionSettings): Trigger[] {
  return [...warm.map((window) => warmTrigger(WARM_WINDOW.fill(window))), ...triggers];
}
