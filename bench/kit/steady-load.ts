import { type Api, pause } from './api';
import { apiServerLoad, podUsage } from './usage';

/** What the API server and the platform do, a second, and hold. */
export interface Load {
  readonly apiMillicores: number;
  readonly requests: number;
  readonly statusPatches: number;
  readonly platformMillicores: number;
  readonly platformMebibytes: number;
  /** Millicores and mebibytes of each pod. */
  readonly pods: { [name: string]: { readonly millicores: number; readonly mebibytes: number } };
}

/** Measures for so many seconds. */
export async function steadyLoad(api: Api, seconds = 30): Promise<Load> {
  const [before, podsBefore] = [await apiServerLoad(api), await podUsage(api)];
  const start = performance.now();
  await pause(seconds * 1000);
  const [after, podsAfter] = [await apiServerLoad(api), await podUsage(api)];
  const elapsed = (performance.now() - start) / 1000;
  const rate = (to: number, from: number) => (to - from) / elapsed;
  const pods = Object.fromEntries(
    [...podsAfter]
      .filter(([name]) => name.startsWith('keda/'))
      .map(([name, { cpuSeconds, memoryMebibytes }]) => [
        name.slice('keda/'.length),
        {
          millicores: Math.round(rate(cpuSeconds, podsBefore.get(name)?.cpuSeconds ?? cpuSeconds) * 1000),
          mebibytes: Math.round(memoryMebibytes),
        },
      ]),
  );
  const sum = (key: 'millicores' | 'mebibytes') => Object.values(pods).reduce((total, pod) => total + pod[key], 0);
  return {
    apiMillicores: Math.round(rate(after.cpuSeconds, before.cpuSeconds) * 1000),
    requests: Math.round(rate(after.requests, before.requests)),
    statusPatches: Math.round(rate(after.statusPatches, before.statusPatches)),
    platformMillicores: sum('millicores'),
    platformMebibytes: sum('mebibytes'),
    pods,
  };
}
