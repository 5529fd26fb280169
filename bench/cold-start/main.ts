// Cold starts of each runtime: floor, this library, and the upstream charts with a function written by hand.
// `npm run bench:cold-start -- --rounds 30 --upstream-rounds 30 --together 20`
import { parseArgs } from 'node:util';
import { Runtime } from '../../lib';
import { kubectl } from '../../test/e2e/cluster';
import { type Api, pause, run, until } from '../kit/api';
import { floor } from '../kit/floor';
import { type Outcome, send } from '../kit/request';
import { ratio, table, writeResults } from '../kit/results';
import { type Summary, summarize } from '../kit/statistics';
import { clearPlatform, deployUpstream, UPSTREAM, upstreamIsHere } from '../kit/upstream';
import {
  addressOf,
  applyAll,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  NAMESPACE,
  quiet,
  withoutPreStop,
} from '../kit/workload';
import { CHARTS_NAMESPACE, chartsFunction } from './charts-function';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    'upstream-rounds': { type: 'string', default: '30' },
    together: { type: 'string', default: '20' },
    name: { type: 'string', default: 'cold-start' },
  },
});
// of the function by hand, whose way back to zero takes a minute
const COPIES = 6;
// requests to a platform that was just installed are not measured
const WARM_UP = -1;
/** Those that the pages of docs/ compare. */
const RUNTIMES = [Runtime.GO, Runtime.RUST, Runtime.NODE, Runtime.PYTHON];
const KINDS = ['floor', 'ours', 'together', 'charts'];
const outcomes = new Map<string, Outcome[]>();

async function measure(api: Api): Promise<void> {
  const rounds = Number(values.rounds);
  clearPlatform();
  deployPlatform();
  deployFunctions(
    RUNTIMES.flatMap((runtime) => [
      { name: `ours-${runtime.name}`, runtime, scaled: true, change: withoutPreStop },
      { name: `floor-${runtime.name}`, runtime, scaled: false, change: withoutPreStop },
    ]),
  );
  const half = Math.ceil(rounds / 2);
  const block = async (from: number, to: number) => {
    // a platform that was just installed is slower
    const proxy = interceptor();
    for (const { name } of RUNTIMES) await send(proxy, hostOf(`ours-${name}`));
    for (let round = from; round < to; round++) {
      for (const runtime of RUNTIMES) {
        const order = [sampleFloor, sampleOurs];
        for (const sample of round % 2 === 0 ? order : order.reverse()) await sample(api, runtime);
      }
      console.error(`round ${round + 1} of ${rounds}`);
    }
  };
  await block(0, half);
  report();
  const compared = upstreamIsHere() && Number(values['upstream-rounds']) > 0;
  if (compared) await upstreamBlock(api, Number(values['upstream-rounds']));
  else console.error(`${UPSTREAM}: no rendered charts here, so they are left out`);
  await block(half, rounds);
  for (let round = 0; round < Number(values.together); round++) await sampleTogether(api);
  report();
}

async function sampleOurs(api: Api, { name }: Runtime): Promise<void> {
  const proxy = interceptor();
  await quiet(api);
  record(`${name} ours`, await send(proxy, hostOf(`ours-${name}`)));
}

/** A cold function of each runtime at the same time. */
async function sampleTogether(api: Api): Promise<void> {
  const proxy = interceptor();
  await quiet(api);
  const all = RUNTIMES.map(async ({ name }) => record(`${name} together`, await send(proxy, hostOf(`ours-${name}`))));
  await Promise.all(all);
}

async function sampleFloor(api: Api, { name }: Runtime): Promise<void> {
  const address = addressOf(NAMESPACE, `fn-floor-${name}`);
  await quiet(api);
  record(`${name} floor`, await floor(api, `floor-${name}`, address));
  await api.scale(NAMESPACE, `fn-floor-${name}`, 0);
}

async function upstreamBlock(api: Api, rounds: number): Promise<void> {
  clearPlatform();
  deployUpstream();
  const proxy = interceptor();
  const copies = (runtime: Runtime) => Array.from({ length: COPIES }, (_, index) => `charts-${runtime.name}-${index}`);
  applyAll([`{apiVersion: v1, kind: Namespace, metadata: {name: ${CHARTS_NAMESPACE}}}`]);
  applyAll(RUNTIMES.flatMap((runtime) => copies(runtime).flatMap((name) => chartsFunction(name, runtime))));
  await pause(20_000);
  // a sample is seconds of waiting for a probe, so the runtimes are measured side by side
  await Promise.all(
    RUNTIMES.map(async (runtime, lane) => {
      await pause(lane * 2500);
      for (let round = WARM_UP; round < rounds; round++) {
        const name = copies(runtime)[(round + COPIES) % COPIES] as string;
        await until(
          `${name} at zero`,
          180,
          async () => !(await api.podsPerFunction(CHARTS_NAMESPACE)).has(`fn-${name}`),
        );
        await pause(1000);
        const outcome = await send(proxy, `${name}.charts.test`);
        if (round >= 0) record(`${runtime.name} charts`, outcome);
      }
    }),
  );
  console.error('upstream is measured');
  kubectl('delete', 'namespace', CHARTS_NAMESPACE, '--timeout=180s');
  clearPlatform();
  deployPlatform();
  await pause(20_000);
}

function record(cell: string, outcome: Outcome): void {
  outcomes.set(cell, [...(outcomes.get(cell) ?? []), outcome]);
  if (outcome.status !== 200) console.error(cell, outcome);
}

function report(): void {
  const isCold = (cell: string, { status, coldStart }: Outcome) =>
    status === 200 && (cell.endsWith('floor') || coldStart);
  const summaries = new Map<string, Summary>();
  for (const [cell, all] of outcomes) {
    const good = all.filter((outcome) => isCold(cell, outcome));
    summaries.set(
      cell,
      summarize(
        good.map(({ millis }) => millis),
        all.length - good.length,
      ),
    );
  }
  const rows = RUNTIMES.flatMap(({ name, coldStartTarget }) =>
    KINDS.filter((kind) => outcomes.has(`${name} ${kind}`)).map((kind) => {
      const cell = summaries.get(`${name} ${kind}`) as Summary;
      const base = summaries.get(`${name} floor`) as Summary;
      const charts = summaries.get(`${name} charts`);
      return [
        name,
        kind,
        cell.samples,
        cell.failures,
        cell.p50,
        cell.p90,
        cell.p99,
        cell.max,
        kind === 'floor' ? '' : ratio(cell.p50, base.p50),
        kind === 'floor' ? '' : ratio(cell.p99, base.p99),
        kind === 'ours' && charts ? ratio(charts.p50, cell.p50) : '',
        coldStartTarget!.toMilliseconds(),
      ];
    }),
  );
  const head = [
    'runtime',
    'what',
    'n',
    'failures',
    'p50',
    'p90',
    'p99',
    'max',
    'p50 / floor',
    'p99 / floor',
    'charts p50 / p50',
    'target',
  ];
  writeResults(
    values.name,
    {
      cells: Object.fromEntries(summaries),
      samples: Object.fromEntries(
        [...outcomes].map(([cell, all]) => [cell, all.map(({ millis }) => Math.round(millis))]),
      ),
    },
    `Times in milliseconds. Together: the four runtimes at once.\n\n${table(head, rows)}`,
  );
}

run(measure);
