// Cold starts of each runtime as another checkout of this library emits it and as this one does, interleaved, with the floor of each.
// `npm run bench:versions -- --before ../older --rounds 20`; the other checkout needs its `npm ci`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Runtime } from '../../lib';
import { type Api, run } from '../kit/api';
import { floor } from '../kit/floor';
import { type Outcome, send } from '../kit/request';
import { ratio, table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import {
  addressOf,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  NAMESPACE,
  quiet,
  withoutPreStop,
} from '../kit/workload';

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    name: { type: 'string', default: 'versions' },
  },
});
if (!values.before) throw new Error('--before FOLDER: another checkout of this library, with its packages installed');
// with packages of its own: a Duration of ours is not one of theirs
const older: { deployFunctions: typeof deployFunctions } = require(resolve(values.before, 'bench/kit/workload'));
const { Runtime: OlderRuntime }: { Runtime: typeof Runtime } = require(resolve(values.before, 'lib'));
const KINDS = ['before', 'now', 'floor'];
const RUNTIMES = [Runtime.GO, Runtime.RUST, Runtime.NODE, Runtime.PYTHON];
const CELLS = RUNTIMES.flatMap((runtime) => KINDS.map((kind) => ({ name: `${runtime.name}-${kind}`, runtime, kind })));
const outcomes = new Map<string, Outcome[]>(CELLS.map(({ name }) => [name, []]));

async function sample(api: Api, { name, kind }: (typeof CELLS)[number]): Promise<void> {
  const target = kind === 'floor' ? addressOf(NAMESPACE, `fn-${name}`) : interceptor();
  await quiet(api);
  const outcome = kind === 'floor' ? await floor(api, name, target) : await send(target, hostOf(name));
  outcomes.get(name)?.push(outcome);
  if (outcome.status !== 200) console.error(name, outcome);
  if (kind === 'floor') await api.scale(NAMESPACE, `fn-${name}`, 0);
}

async function measure(api: Api): Promise<void> {
  deployPlatform();
  const functions = (kinds: string[], all: readonly Runtime[]) =>
    CELLS.filter(({ kind }) => kinds.includes(kind)).map(({ name, runtime, kind }) => ({
      name,
      runtime: all.find((each) => each.name === runtime.name) as Runtime,
      scaled: kind !== 'floor',
      change: withoutPreStop,
    }));
  older.deployFunctions(functions(['before'], OlderRuntime.ALL));
  deployFunctions(functions(['now', 'floor'], Runtime.ALL));
  for (const cell of CELLS) await sample(api, cell);
  // the first of each is not kept: a platform that was just installed is slower
  for (const all of outcomes.values()) all.length = 0;
  for (let round = 0; round < Number(values.rounds); round++) {
    const order = round % 2 === 0 ? CELLS : [...CELLS].reverse();
    for (const cell of order) await sample(api, cell);
    console.error(`round ${round + 1} of ${values.rounds}`);
  }
  report();
}

function report(): void {
  const summary = (cell: string) => {
    const all = outcomes.get(cell) ?? [];
    const good = all.filter(({ status, coldStart }) => status === 200 && (coldStart || cell.endsWith('floor')));
    return summarize(
      good.map(({ millis }) => millis),
      all.length - good.length,
    );
  };
  const rows = CELLS.map(({ name, runtime, kind }) => {
    const { samples, failures, p50, p90, max } = summary(name);
    const ratios = [`${runtime.name}-before`, `${runtime.name}-floor`].map((base) => ratio(p50, summary(base).p50));
    return [runtime.name, kind, samples, failures, p50, p90, max, ...ratios];
  });
  const head = ['runtime', 'what', 'n', 'failures', 'p50', 'p90', 'max', 'p50 / before', 'p50 / floor'];
  const samples = [...outcomes].map(([cell, all]) => [cell, all.map(({ millis }) => Math.round(millis))]);
  writeResults(values.name, { samples: Object.fromEntries(samples) }, `Milliseconds.\n\n${table(head, rows)}`);
}

run(measure);
