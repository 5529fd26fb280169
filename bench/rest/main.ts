// What functions at zero cost, and how they start, at different intervals of the scaler, beside the upstream charts.
// `npm run bench:rest -- --functions 10,50,200 --intervals 20/40,50/200 --samples 8`
import { parseArgs } from 'node:util';
import { Duration } from 'cdk8s';
import { Cpu, Runtime } from '../../lib';
import { kubectl } from '../../test/e2e/cluster';
import { type Api, pause, run } from '../kit/api';
import { floor } from '../kit/floor';
import { send } from '../kit/request';
import { summarize } from '../kit/statistics';
import { steadyLoad } from '../kit/steady-load';
import { clearPlatform, deployUpstream, upstreamIsHere } from '../kit/upstream';
import {
  addressOf,
  allAtZero,
  type BenchFunction,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  NAMESPACE,
  numbered,
  platformReady,
  quiet,
  withoutPreStop,
} from '../kit/workload';
import { type Cell, report, UPSTREAM } from './report';

const { values } = parseArgs({
  options: {
    functions: { type: 'string', default: '10,50,200' },
    // tick and stream, in milliseconds
    intervals: { type: 'string', default: '20/40,20/200,50/100,50/200,100/200,200/200,500/200' },
    samples: { type: 'string', default: '8' },
    name: { type: 'string', default: 'rest' },
  },
});
// an operator that was just started reads everything first: within 15 s of that the same cell took 82 to 213 millicores
const SETTLE_MILLIS = 60_000;
const WOKEN = 4;
const props = { cpu: Cpu.millis(1) };
const common = { runtime: Runtime.GO, change: withoutPreStop, props };
// how often a function's rate is asked follows from its window: those that stay at zero have the default's
const byDefault = { ...common, props: { ...props, requestRateWindow: undefined, cooldown: undefined } };
const idle = (count: number) => [
  ...numbered('idle', count - WOKEN, { scaled: true, ...byDefault }),
  ...numbered('woken', WOKEN, { scaled: true, ...common }),
];
const still: BenchFunction = { name: 'floor', scaled: false, ...common };

async function measure(api: Api): Promise<void> {
  const cells: Cell[] = [];
  clearPlatform();
  deployPlatform();
  for (const functions of values.functions.split(',').map(Number)) {
    deployFunctions([...idle(functions), still]);
    for (const intervals of [...values.intervals.split(','), ...(upstreamIsHere() ? [UPSTREAM] : [])]) {
      await deploy(intervals);
      await allAtZero(api, ['floor', ...idle(functions).map(({ name }) => name)], 300);
      await pause(SETTLE_MILLIS);
      const load = await steadyLoad(api, 60);
      cells.push({ functions, intervals, load, ...(await coldStarts(api)) });
      report(values.name, cells);
    }
    if (upstreamIsHere()) clearPlatform();
  }
}

async function deploy(intervals: string): Promise<void> {
  if (intervals === UPSTREAM) {
    clearPlatform();
    deployUpstream();
  } else {
    const [queueTick, streamInterval] = intervals.split('/').map((millis) => Duration.millis(Number(millis)));
    deployPlatform({ scaler: { queueTick, streamInterval } });
  }
  // it waits longer after each break of a stream, and a new scaler breaks all
  kubectl('rollout', 'restart', 'deployment', '-n', 'keda', 'keda-operator');
  kubectl('rollout', 'status', 'deployment', '-n', 'keda', 'keda-operator', '--timeout=120s');
  platformReady();
}

async function coldStarts(api: Api): Promise<Pick<Cell, 'cold' | 'floor'>> {
  const cold: number[] = [];
  const standing: number[] = [];
  let failures = 0;
  const address = addressOf(NAMESPACE, 'fn-floor');
  // the first is not kept: a platform that was just installed is slower
  for (let sample = -1; sample < Number(values.samples); sample++) {
    const name = `woken${(sample + 1) % WOKEN}`;
    await quiet(api);
    const outcome = await send(interceptor(), hostOf(name));
    if (outcome.status !== 200 || !outcome.coldStart) failures++;
    else if (sample >= 0) cold.push(Math.round(outcome.millis));
    await quiet(api);
    const { millis } = await floor(api, 'floor', address);
    if (sample >= 0) standing.push(Math.round(millis));
    await api.scale(NAMESPACE, 'fn-floor', 0);
  }
  return { cold: summarize(cold, failures), floor: summarize(standing) };
}

run(measure);
