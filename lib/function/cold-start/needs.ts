import type { Problem } from '../../fields';
import { present } from '../../present';
import { configMapOf } from './cold-start';
import type { ColdStart } from './props';

/** What stands around a function in its cluster. */
export interface ColdStartSurroundings {
  /** Whether the interceptor may read ConfigMaps. @default - not known here */
  readonly readsConfigMaps?: boolean;
  /** Names of the Services in its namespace behind which there may be nobody. */
  readonly sleeping: ReadonlySet<string>;
}

/** What a function's cold start needs and does not have. */
export function unmet(coldStart: ColdStart | undefined, around: ColdStartSurroundings): Problem[] {
  const source = configMapOf(coldStart);
  const service = coldStart?.fallback?.service;
  return present<Problem>([
    source &&
      around.readsConfigMaps === false && {
        path: ['coldStart', 'placeholder', source],
        reason: 'is in a ConfigMap, and the interceptor may read none',
        allowed: 'body, or interceptor.readConfigMaps of the platform',
      },
    service !== undefined &&
      around.sleeping.has(service) && {
        path: ['coldStart', 'fallback', 'service'],
        value: service,
        reason: 'belongs to a function that goes to zero, and is not woken by it',
        allowed: 'a Service that always has pods, such as that of a function with minReplicas 1',
      },
  ]);
}
