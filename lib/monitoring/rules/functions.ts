import type { Duration } from 'cdk8s';
import type { FunctionChart } from '../../function';
import type { PromRule } from './rule';

/** Labels that name a function in the interceptor's metrics: its route has the name of its other objects. */
export const ROUTE = 'route_namespace, route_name';

/** Names of the series that say what an environment's functions are. */
export const COLD_START_TARGET = 'keda_functions:cold_start_target_seconds';
export const SCALES_TO_ZERO_AFTER = 'keda_functions:scales_to_zero_after_seconds';

/** What no metric tells of a function, but its declaration does. */
export function functionRules(functions: readonly FunctionChart[]): PromRule[] {
  return functions.flatMap((fn) => {
    const labels = { route_namespace: fn.namespaceName, route_name: fn.objectName, runtime: fn.runtime.name };
    const { scalesToZeroAfter, runtime } = fn;
    const said: [string, Duration | undefined][] = [
      [COLD_START_TARGET, runtime.coldStartTarget],
      [SCALES_TO_ZERO_AFTER, scalesToZeroAfter],
    ];
    return said.flatMap(([record, time]) =>
      time ? { record, expr: `vector(${time.toMilliseconds() / 1000})`, labels } : [],
    );
  });
}
