import { Duration } from 'cdk8s';
import type { Breach, Rule } from '../fields';
import { formatDuration } from '../values/duration';
import { formatMemory } from '../values/memory';
import { FUNCTION_LIMITS } from './defaults';
import { type FunctionChartProps, Scaler } from './props';
import { orderVariables } from './variables';

type Settings = FunctionChartProps &
  Required<
    Pick<
      FunctionChartProps,
      | 'cpu'
      | 'memory'
      | 'maxReplicas'
      | 'minReplicas'
      | 'requestRateWindow'
      | 'requestRateGranularity'
      | 'readinessTimeout'
      | 'cooldown'
    >
  >;

/** What the settings of a function have to agree on. */
export const FUNCTION_RULES: Rule<Settings, FunctionChartProps>[] = [
  {
    props: ['minReplicas', 'maxReplicas'],
    check: ({ minReplicas, maxReplicas }) =>
      maxReplicas < minReplicas
        ? { prop: 'maxReplicas', reason: 'is below minReplicas', allowed: `at least ${minReplicas}` }
        : undefined,
  },
  { props: ['requestRateWindow', 'requestRateGranularity'], check: checkBuckets },
  {
    props: ['startupTimeout', 'readinessTimeout', 'cooldown', 'requestRateWindow', 'minReplicas'],
    check: tooSlow,
  },
  {
    props: ['concurrency', 'requestRate', 'scaler'],
    check: ({ scaler }, { concurrency, requestRate }) =>
      scaler === Scaler.HTTP_SCALED_OBJECT && concurrency !== undefined && requestRate !== undefined
        ? {
            prop: 'concurrency',
            reason: `is set beside requestRate ${requestRate}`,
            allowed: 'one of them with an HTTPScaledObject',
          }
        : undefined,
  },
  {
    props: ['runtime'],
    check({ runtime }) {
      const [problem] = runtime.problems;
      if (!problem) return undefined;
      const { path, ...fault } = problem;
      return { ...fault, prop: 'runtime', item: path };
    },
  },
  {
    props: ['env'],
    check({ env = {} }) {
      let breach: Breach | undefined;
      orderVariables(env, (name, cycle) => {
        const reason = `refers to itself: ${cycle.join(' -> ')}`;
        breach ??= { prop: 'env', item: [name], reason, allowed: '$(NAME) of another variable, $$(NAME) for the text' };
      });
      return breach;
    },
  },
  {
    props: ['env', 'envValueFrom'],
    check({ env = {}, envValueFrom = {} }) {
      const name = Object.keys(envValueFrom).find((name) => Object.hasOwn(env, name));
      return name === undefined
        ? undefined
        : { prop: 'envValueFrom', item: [name], reason: 'is in env too', allowed: 'one of them' };
    },
  },
  {
    props: ['cpu', 'cpuLimit'],
    check: ({ cpu, cpuLimit }) =>
      cpuLimit && cpu.millicores > cpuLimit.millicores
        ? { prop: 'cpu', reason: 'is above cpuLimit', allowed: `at most ${cpuLimit.toQuantity()}` }
        : undefined,
  },
  { props: ['ephemeralStorage', 'ephemeralStorageLimit'], check: checkStorage },
  {
    props: ['memory', 'memoryLimit'],
    check: ({ memory, memoryLimit }) =>
      memoryLimit && memory.toKibibytes() > memoryLimit.toKibibytes()
        ? { prop: 'memory', reason: 'is above memoryLimit', allowed: `at most ${formatMemory(memoryLimit)}` }
        : undefined,
  },
];

function checkStorage({ ephemeralStorage, ephemeralStorageLimit }: Settings): Breach | undefined {
  return ephemeralStorage &&
    ephemeralStorageLimit &&
    ephemeralStorage.toKibibytes() > ephemeralStorageLimit.toKibibytes()
    ? {
        prop: 'ephemeralStorage',
        reason: 'is above ephemeralStorageLimit',
        allowed: `at most ${formatMemory(ephemeralStorageLimit)}`,
      }
    : undefined;
}

function checkBuckets({
  requestRateWindow: window,
  requestRateGranularity: granularity,
}: Settings): Breach | undefined {
  const fault = (reason: string, allowed: string): Breach => ({ prop: 'requestRateWindow', reason, allowed });
  const bucket = formatDuration(granularity);
  const buckets = Math.ceil(window.toMilliseconds() / granularity.toMilliseconds());
  if (buckets === 0 || window.toMilliseconds() < granularity.toMilliseconds())
    return fault('is shorter than one bucket', `at least ${bucket}`);
  const { requestRateBuckets: most } = FUNCTION_LIMITS;
  return buckets > most ? fault(`has ${buckets} buckets of ${bucket}`, `at most ${most} buckets`) : undefined;
}

/** What is wrong with a start that may take longer than the pod that starts is kept: it would never serve. */
function tooSlow(settings: Settings): Breach | undefined {
  const { startupTimeout, readinessTimeout, requestRateWindow, cooldown, minReplicas } = settings;
  if (!startupTimeout || minReplicas > 0) return undefined;
  const active = Math.max(readinessTimeout.toMilliseconds(), requestRateWindow.toMilliseconds());
  const kept = Duration.millis(active + cooldown.toMilliseconds());
  if (startupTimeout.toMilliseconds() <= kept.toMilliseconds()) return undefined;
  return {
    prop: 'startupTimeout',
    reason: 'is longer than a pod is kept for one request',
    allowed: `at most ${formatDuration(kept)}, the cooldown after readinessTimeout or requestRateWindow`,
  };
}
