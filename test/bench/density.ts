// Cold starts among many functions: 100 active, 200 idle. `npm run bench:density -- --active 100 --idle 200 --samples 40`
import { parseArgs } from 'node:util';
import { Cpu, Runtime } from '../../lib';
import { type Api, pause, run, until } from './kit/api';
import { floor } from './kit/floor';
import { send } from './kit/request';
import { ratio, table, writeResults } from './kit/results';
import { summarize } from './kit/statistics';
import { apiServerLoad, podUsage } from './kit/usage';
import {
  addressOf,
  allAtZero,
  type BenchFunction,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  NAMESPACE,
} from './kit/workload';

const { values } = parseArgs({
  options: {
    active: { type: 'string', default: '100' },
    idle: { type: 'string', default: '200' },
    samples: { type: 'string', default: '40' },
    name: { type: 'string', default: 'density' },
  },
});
const FLOORS = 8;
// a node of two cores has no room for the CPU requests of a hundred pods
const props = { cpu: Cpu.millis(1) };
const numbered = (prefix: string, count: number, scaled = true): BenchFunction[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, runtime: Runtime.GO, scaled, props }));

async function main(api: Api): Promise<void> {
  const active = numbered('active', Number(values.active));
  const idle = numbered('idle', Number(values.idle));
  const floors = numbered('floor', FLOORS, false);
  deployPlatform();
  deployFunctions([...active, ...idle, ...floors]);
  const proxy = interceptor();
  await allAtZero(
    api,
    [...active, ...idle, ...floors].map(({ name }) => name),
    300,
  );
  console.error('at zero');
  const rest = await steadyLoad(api, 20);

  let stop = false;
  const bad: string[] = [];
  const traffic = active.map(async ({ name }, index) => {
    await pause(index * 200);
    while (!stop) {
      const { status, error } = await send(proxy, hostOf(name));
      if (status !== 200) bad.push(`${name}: ${status} ${error ?? ''}`);
      await pause(2000);
    }
  });
  await until('all active', 240, async () => {
    const pods = await api.podsPerFunction(NAMESPACE);
    return active.every(({ name }) => pods.has(`fn-${name}`));
  });
  await pause(20_000);
  console.error('all active');
  const busy = await steadyLoad(api, 20);

  const cold: number[] = [];
  const base: number[] = [];
  let failures = 0;
  for (let sample = 0; sample < Number(values.samples); sample++) {
    const fn = idle[(sample * 7) % idle.length] as BenchFunction;
    const outcome = await send(proxy, hostOf(fn.name));
    console.error(fn.name, outcome);
    if (outcome.status === 200 && outcome.coldStart) cold.push(outcome.millis);
    else failures++;
    await pause(500);
    const standing = floors[sample % FLOORS] as BenchFunction;
    await allAtZero(api, [standing.name]);
    base.push((await floor(api, standing.name, addressOf(NAMESPACE, `fn-${standing.name}`))).millis);
    await api.scale(NAMESPACE, `fn-${standing.name}`, 0);
    await pause(500);
  }
  stop = true;
  await Promise.all(traffic);
  const ours = summarize(cold, failures);
  const standing = summarize(base);
  const perActive = (value: number) => (value / active.length).toFixed(2);
  const markdown = [
    table(
      ['cell', 'n', 'failures', 'p50', 'p90', 'p99', 'max', 'p50 / floor', 'p99 / floor'],
      [
        ['floor', standing.samples, 0, standing.p50, standing.p90, standing.p99, standing.max, '', ''],
        [
          'cold',
          ours.samples,
          failures,
          ours.p50,
          ours.p90,
          ours.p99,
          ours.max,
          ratio(ours.p50, standing.p50),
          ratio(ours.p99, standing.p99),
        ],
      ],
    ),
    '',
    table(
      ['', `${idle.length + active.length} idle`, `${active.length} active`, 'per active function'],
      [
        [
          'API server, millicores',
          rest.apiMillicores,
          busy.apiMillicores,
          perActive(busy.apiMillicores - rest.apiMillicores),
        ],
        ['API requests a second', rest.requests, busy.requests, perActive(busy.requests - rest.requests)],
        [
          'of them status patches',
          rest.statusPatches,
          busy.statusPatches,
          perActive(busy.statusPatches - rest.statusPatches),
        ],
        [
          'platform, millicores',
          rest.platformMillicores,
          busy.platformMillicores,
          perActive(busy.platformMillicores - rest.platformMillicores),
        ],
      ],
    ),
    '',
    `${bad.length} of the requests to active functions failed.`,
  ].join('\n');
  writeResults(
    values.name,
    { cold: ours, floor: standing, rest, busy, bad: bad.slice(0, 20), samples: { cold, base } },
    markdown,
  );
}

async function steadyLoad(api: Api, seconds: number) {
  const before = await apiServerLoad(api);
  const podsBefore = await podUsage(api);
  const start = performance.now();
  await pause(seconds * 1000);
  const after = await apiServerLoad(api);
  const podsAfter = await podUsage(api);
  const elapsed = (performance.now() - start) / 1000;
  const platform = [...podsAfter].filter(([name]) => name.startsWith('keda/'));
  const used = platform.map(([name, { cpuSeconds }]) => cpuSeconds - (podsBefore.get(name)?.cpuSeconds ?? cpuSeconds));
  return {
    apiMillicores: Math.round(((after.cpuSeconds - before.cpuSeconds) / elapsed) * 1000),
    requests: Math.round((after.requests - before.requests) / elapsed),
    statusPatches: Math.round((after.statusPatches - before.statusPatches) / elapsed),
    platformMillicores: Math.round((used.reduce((a, b) => a + b, 0) / elapsed) * 1000),
    platformMebibytes: Object.fromEntries(
      platform.map(([name, { memoryMebibytes }]) => [name, Math.round(memoryMebibytes)]),
    ),
    cpuByPod: Object.fromEntries(platform.map(([name], i) => [name, Math.round(((used[i] ?? 0) / elapsed) * 1000)])),
  };
}

run(main);
