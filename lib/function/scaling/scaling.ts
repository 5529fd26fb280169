import { Duration } from 'cdk8s';
import type { Trigger } from '../../triggers';
import { goDuration } from '../../values/duration';
import type { FunctionSettings } from '../fields';
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
  readonly cooldownSeconds: number;
  readonly initialCooldownSeconds: number;
  /** How often KEDA asks for the request rate; a window is never shorter, so that no request is missed. */
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
  const { minReplicas, maxReplicas, requestRateWindow: window, requestRateGranularity: granularity } = settings;
  return {
    minReplicas,
    maxReplicas,
    cooldownSeconds: settings.cooldown.toSeconds(),
    initialCooldownSeconds: settings.initialCooldown.toSeconds(),
    pollingSeconds: Math.max(1, Math.min(longest, Math.floor(window.toMilliseconds() / 1000))),
    concurrency: { targetValue: settings.concurrency },
    requestRateWindowMillis: window.toMilliseconds(),
    requestRate: {
      targetValue: settings.requestRate,
      window: goDuration(window),
      granularity: goDuration(granularity),
    },
  };
}

/**
 * Time from the last request to the end of the last pod; undefined when some pods always stay. A request rate keeps a
 * function active for its whole window.
 */
export function timeToZero(scaling: Scaling, byRequestRate: boolean): Duration | undefined {
  if (scaling.minReplicas > 0) return undefined;
  return Duration.millis(scaling.cooldownSeconds * 1000 + (byRequestRate ? scaling.requestRateWindowMillis : 0));
}

/** What scales a function beside its requests. */
export function triggersOf({ triggers = [], warm = [] }: FunctionSettings): Trigger[] {
  return [...warm.map((window) => warmTrigger(WARM_WINDOW.fill(window))), ...triggers];
}
