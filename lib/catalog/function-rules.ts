import type { IConstruct } from 'constructs';
import { type FunctionChartProps, Runtime } from '../function';
import { functionPod } from '../function/pod';
import { pathPrefixProblems } from '../function/route-key';
import { scalesByConcurrency } from '../function/scaler';
import { requireReadinessTimeout, requireTimeout, resolveScaling } from '../function/scaling';
import { requirePinnedImage } from '../workload/image';
import { requireHost } from '../workload/names';
import { type Problems, problemOf } from './problems';
import type { Settings } from './settings';

type Key = keyof FunctionChartProps & string;

/** One of the constructs' own checks, and the settings that it is about. Its message begins with one of them. */
interface Rule {
  readonly keys: Key[];
  readonly check: (scope: IConstruct, props: Partial<FunctionChartProps>) => unknown;
}

// each rule sees its own settings only, so that one problem does not hide another
const RULES: Rule[] = [
  { keys: ['image'], check: (scope, { image }) => requirePinnedImage(scope, image!) },
  { keys: ['minReplicas', 'maxReplicas'], check: resolveScaling },
  { keys: ['requestRateWindow', 'requestRateGranularity'], check: resolveScaling },
  { keys: ['cooldown'], check: resolveScaling },
  { keys: ['initialCooldown'], check: resolveScaling },
  { keys: ['timeout'], check: (scope, { timeout }) => requireTimeout(scope, timeout!) },
  {
    keys: ['readinessTimeout'],
    check: (scope, { readinessTimeout }) => requireReadinessTimeout(scope, readinessTimeout!),
  },
  { keys: ['concurrency', 'requestRate', 'scaler'], check: scalesByConcurrency },
  { keys: ['env'], check: checkPod },
  { keys: ['cpu', 'cpuLimit'], check: checkPod },
  { keys: ['memory', 'memoryLimit'], check: checkPod },
];

/**
 * Reports settings that the schema accepts and a construct would refuse, where they were read.
 * @param whole Whether these are all of the function's settings; else another file may complete them, and a rule needs
 * all of its own.
 */
export function checkFunction(settings: Settings, props: FunctionChartProps, problems: Problems, whole: boolean): void {
  for (const { keys, check } of RULES) {
    const present = keys.filter((key) => settings.has(key));
    if (present.length === 0 || (!whole && present.length < keys.length)) continue;
    const own = Object.fromEntries(present.map((key) => [key, props[key]]));
    const problem = problemOf((scope) => check(scope, own));
    if (!problem) continue;
    const [field, ...item] = problem.split(' ')[0].split('.');
    settings.report(problems, present.find((key) => key === field) ?? present[0], problem, item);
  }
  pathPrefixProblems(props.pathPrefixes ?? []).forEach((problem, index) => {
    if (problem) settings.report(problems, 'pathPrefixes', problem, [String(index)]);
  });
  props.hosts?.forEach((host, index) => {
    const problem = problemOf((scope) => requireHost(scope, 'host', host, true));
    if (problem) settings.report(problems, 'hosts', problem, [String(index)]);
  });
}

function checkPod(scope: IConstruct, props: Partial<FunctionChartProps>): void {
  functionPod(scope, {
    project: '',
    image: '',
    runtime: Runtime.GO,
    functionName: '',
    port: 1,
    timeoutSeconds: 1,
    ...props,
  });
}
