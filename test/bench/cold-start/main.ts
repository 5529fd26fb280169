// Cold starts of each runtime: floor, this library, and the upstream charts with a function written by hand.
// `npm run bench:cold-start -- --rounds 50 --floor-rounds 30 --upstream-rounds 30`
import { parseArgs } from 'node:util';
import { Runtime } from '../../../lib';
import { kubectl } from '../../e2e/cluster';
import { type Api, pause, run, until } from '../kit/api';
import { floor } from '../kit/floor';
import { type Outcome, send } from '../kit/request';
import { ratio, table, writeResults } from '../kit/results';
import { type Summary, summarize } from '../kit/statistics';
import {
  addressOf,
  allAtZero,
  applyAll,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  NAMESPACE,
} from '../kit/workload';
import { SEED_NAMESPACE, seedFunction } from './seed-function';
import { clearPlatform, deployUpstream, UPSTREAM, upstreamIsHere } from './upstream';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    'floor-rounds': { type: 'string', default: '30' },
    'upstream-rounds': { type: 'string', default: '30' },
    name: { type: 'string', default: 'cold-start' },
  },
});
// kube-proxy writes its rules once a second at most: what came before must not delay a sample
const QUIET = 2000;
const COPIES = 6;
// requests to a platform that was just installed are not measured
const WARM_UP = -1;
const copies = (prefix: string) =>
  Runtime.ALL.flatMap((runtime) =>
    Array.from({ length: COPIES }, (_, index) => ({ name: `${prefix}-${runtime.name}-${index}`, runtime })),
  );
const outcomes = new Map<string, Outcome[]>();

async function measure(api: Api): Promise<void> {
  const rounds = Number(values.rounds);
  const floorRounds = Number(values['floor-rounds']);
  clearPlatform();
  deployPlatform();
  deployFunctions([
    ...copies('ours').map((fn) => ({ ...fn, scaled: true })),
    ...copies('floor').map((fn) => ({ ...fn, scaled: false })),
  ]);
  const half = Math.ceil(rounds / 2);
  const block = async (from: number, to: number) => {
    for (let round = from; round < to; round++) {
      for (const runtime of Runtime.ALL) {
        const withFloor = (round < half ? round : round - half) < floorRounds / 2;
        // which of the two comes first alternates
        if (withFloor && round % 2 === 0) await sampleFloor(api, runtime, round);
        await sampleOurs(api, runtime, round);
        if (withFloor && round % 2 === 1) await sampleFloor(api, runtime, round);
      }
      console.error(`round ${round + 1} of ${rounds}`);
    }
  };
  await block(0, half);
  report(false);
  const compared = upstreamIsHere() && Number(values['upstream-rounds']) > 0;
  if (compared) await upstreamBlock(api, Number(values['upstream-rounds']));
  else console.error(`${UPSTREAM}: no rendered charts here, so they are left out`);
  await block(half, rounds);
  report(compared);
}

async function sampleOurs(api: Api, runtime: Runtime, round: number): Promise<void> {
  const name = `ours-${runtime.name}-${round % COPIES}`;
  await allAtZero(api, [name]);
  await pause(QUIET);
  record(`${runtime.name} ours`, await send(interceptorAddress(), hostOf(name)));
}

async function sampleFloor(api: Api, runtime: Runtime, round: number): Promise<void> {
  const name = `floor-${runtime.name}-${round % COPIES}`;
  await allAtZero(api, [name]);
  const address = addressOf(NAMESPACE, `fn-${name}`);
  await pause(QUIET);
  record(`${runtime.name} floor`, await floor(api, name, address));
  await api.scale(NAMESPACE, `fn-${name}`, 0);
}

async function upstreamBlock(api: Api, rounds: number): Promise<void> {
  clearPlatform();
  deployUpstream();
  proxy = undefined;
  const functions = copies('seed');
  applyAll([`{apiVersion: v1, kind: Namespace, metadata: {name: ${SEED_NAMESPACE}}}`]);
  applyAll(functions.flatMap(({ name, runtime }) => seedFunction(name, runtime)));
  await pause(20_000);
  // a sample is seconds of waiting for a probe, so the runtimes are measured side by side
  await Promise.all(
    Runtime.ALL.map(async (runtime, lane) => {
      await pause(lane * 2500);
      for (let round = WARM_UP; round < rounds; round++) {
        const name = `seed-${runtime.name}-${(round + COPIES) % COPIES}`;
        await until(`${name} at zero`, 180, async () => !(await api.podsPerFunction(SEED_NAMESPACE)).has(`fn-${name}`));
        await pause(1000);
        const outcome = await send(interceptorAddress(), `${name}.seed.test`);
        if (round >= 0) record(`${runtime.name} seed`, outcome);
      }
    }),
  );
  console.error('upstream is measured');
  kubectl('delete', 'namespace', SEED_NAMESPACE, '--timeout=180s');
  clearPlatform();
  deployPlatform();
  proxy = undefined;
  await pause(20_000);
}

let proxy: { host: string; port: number } | undefined;
function interceptorAddress() {
  proxy ??= interceptor();
  return proxy;
}

function record(cell: string, outcome: Outcome): void {
  outcomes.set(cell, [...(outcomes.get(cell) ?? []), outcome]);
  if (outcome.status !== 200) console.error(cell, outcome);
}

function report(compared: boolean): void {
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
  const rows = Runtime.ALL.flatMap(({ name, coldStartTargetMillis }) =>
    ['floor', 'ours', ...(compared ? ['seed'] : [])].map((kind) => {
      const cell = summaries.get(`${name} ${kind}`) as Summary;
      const base = summaries.get(`${name} floor`) as Summary;
      const seed = summaries.get(`${name} seed`);
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
        kind === 'ours' && seed ? ratio(seed.p50, cell.p50) : '',
        coldStartTargetMillis,
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
    'seed p50 / p50',
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
    `Times in milliseconds.\n\n${table(head, rows)}`,
  );
}

run(measure);
