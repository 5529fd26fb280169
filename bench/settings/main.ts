// What each setting of a pod and of the platform does to a cold start, interleaved with the default.
// `npm run bench:settings -- --pods 20 --platforms 15`; `--only liveness-at-once`: those pods alone, and what they are compared to.
import { parseArgs } from 'node:util';
import { type Api, pause, run } from '../kit/api';
import { send } from '../kit/request';
import { ratio, table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import {
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  type Manifest,
  quiet,
  withoutPreStop,
} from '../kit/workload';
import { PLATFORMS, PODS } from './variants';

const { values } = parseArgs({
  options: {
    pods: { type: 'string', default: '20' },
    platforms: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    name: { type: 'string', default: 'settings' },
  },
});
const BLOCK = 5;
const chosen = PODS.filter(({ name }) => name.includes(values.only));
const pods = PODS.filter((pod) => chosen.some(({ name, runtime }) => pod.name === name || pod.name === runtime.name));
const times = new Map<string, number[]>();
const failures = new Map<string, number>();

async function sample(api: Api, cell: string, name: string): Promise<void> {
  const proxy = interceptor();
  await quiet(api);
  const { status, coldStart, millis } = await send(proxy, hostOf(name));
  if (status === 200 && coldStart) times.set(cell, [...(times.get(cell) ?? []), millis]);
  else failures.set(cell, (failures.get(cell) ?? 0) + 1);
}

async function measure(api: Api): Promise<void> {
  deployPlatform();
  deployFunctions(
    pods.map(({ name, runtime, change }) => ({
      name,
      runtime,
      scaled: true,
      change: (manifest: Manifest) => {
        withoutPreStop(manifest);
        if (manifest.kind === 'Deployment') change?.(manifest.spec.template.spec);
      },
    })),
  );
  for (let round = 0; round < Number(values.pods); round++) {
    const order = round % 2 === 0 ? pods : [...pods].reverse();
    for (const { name } of order) await sample(api, name, name);
    console.error(`pods: round ${round + 1} of ${values.pods}`);
  }
  for (let round = 0; round < Number(values.platforms); round += BLOCK) {
    for (const { name, props } of PLATFORMS) {
      deployPlatform(props);
      await pause(15_000);
      for (let index = 0; index < BLOCK; index++) await sample(api, name, 'go');
      console.error(`platforms: ${name}, ${round + BLOCK} of ${values.platforms}`);
    }
  }
  deployPlatform();
  report();
}

function report(): void {
  const cells = Object.fromEntries([...times].map(([cell, all]) => [cell, summarize(all, failures.get(cell))]));
  const row = (cell: string, base: string) => {
    const { samples, failures, p50, p90, max } = cells[cell] as ReturnType<typeof summarize>;
    const to = cells[base] as ReturnType<typeof summarize>;
    return [cell, samples, failures, p50, p90, max, p50 - to.p50, ratio(p50, to.p50)];
  };
  const head = ['setting', 'n', 'failures', 'p50', 'p90', 'max', 'p50 - default', 'p50 / default'];
  const podRows = PODS.filter(({ name }) => cells[name]).map(({ name, runtime }) => row(name, runtime.name));
  const platformRows = PLATFORMS.filter(({ name }) => cells[name]).map(({ name }) => row(name, 'default'));
  const tables = [podRows, platformRows].filter((rows) => rows.length > 0).map((rows) => table(head, rows));
  writeResults(
    values.name,
    { cells, samples: Object.fromEntries([...times].map(([cell, all]) => [cell, all.map(Math.round)])) },
    `Milliseconds. The first row of a runtime, and \`default\`, are what this library emits.\n\n${tables.join('\n\n')}`,
  );
}

run(measure);
