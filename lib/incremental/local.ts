import { isMap } from '../fields';
import { valueIn } from '../source/read';

/**
 * Settings of a function that only its own file shows. All others may be looked at elsewhere: by what leads to the function,
 * watches it, is named after it or counts it.
 */
export const LOCAL: readonly string[] = [
  'image',
  'command',
  'args',
  'workingDirectory',
  'env',
  'port',
  'healthPath',
  'cpu',
  'cpuLimit',
  'memory',
  'memoryLimit',
  'podLabels',
  'podAnnotations',
];

/** Whether two texts declare a function, not a job, and differ in such settings alone. */
export function differLocally(before: string, text: string): boolean {
  const [old, fresh] = [valueIn(before), valueIn(text)];
  return (
    isMap(old) &&
    isMap(fresh) &&
    old.kind === undefined &&
    JSON.stringify(shared(old)) === JSON.stringify(shared(fresh))
  );
}

function shared(declaration: { readonly [key: string]: unknown }): [string, unknown][] {
  return Object.entries(declaration).filter(([key]) => !LOCAL.includes(key));
}
