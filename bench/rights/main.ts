// Cold starts while KEDA may do all that upstream's charts grant, and while it may do what is declared, in turns.
// `npm run bench:rights -- --rounds 4 --samples 5`; the platform is applied again for each half of a round.
import { parseArgs } from 'node:util';
import { Rbac, Runtime } from '../../lib';
import { type Api, run } from '../kit/api';
import { type Outcome, send } from '../kit/request';
import { ratio, table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import { deployFunctions, deployPlatform, hostOf, interceptor, quiet, withoutPreStop } from '../kit/workload';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '4' }, samples: { type: 'string', default: '5' } },
});
const FUNCTION = { name: 'go', runtime: Runtime.GO, scaled: true, change: withoutPreStop };
const MODES = [Rbac.UPSTREAM, Rbac.FUNCTIONS];
const outcomes = new Map<string, Outcome[]>(MODES.map((mode) => [mode, []]));

async function coldStart(api: Api): Promise<Outcome> {
  await quiet(api);
  return send(interceptor(), hostOf(FUNCTION.name));
}

async function measure(api: Api): Promise<void> {
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const rbac of round % 2 === 0 ? MODES : [...MODES].reverse()) {
      deployPlatform({ rbac });
      deployFunctions([FUNCTION], { rbac });
      // not kept: a platform that was just changed is slower
      await coldStart(api);
      for (let sample = 0; sample < Number(values.samples); sample++) {
        const outcome = await coldStart(api);
        outcomes.get(rbac)?.push(outcome);
        if (outcome.status !== 200) console.error(rbac, outcome);
      }
    }
    console.error(`round ${round + 1} of ${values.rounds}`);
  }
  report();
}

function report(): void {
  const summaries = [...outcomes].map(([mode, all]) => {
    const good = all.filter(({ status, coldStart: isCold }) => status === 200 && isCold);
    return [
      mode,
      summarize(
        good.map(({ millis }) => millis),
        all.length - good.length,
      ),
    ] as const;
  });
  const base = summaries[0]![1].p50;
  const rows = summaries.map(([mode, { samples, failures, p50, p90, max }]) => [
    mode,
    samples,
    failures,
    p50,
    p90,
    max,
    ratio(p50, base),
  ]);
  const head = ['rbac', 'n', 'failures', 'p50', 'p90', 'max', 'p50 / upstream'];
  const samples = [...outcomes].map(([mode, all]) => [mode, all.map(({ millis }) => Math.round(millis))]);
  writeResults('rights', { samples: Object.fromEntries(samples) }, `Milliseconds.\n\n${table(head, rows)}`);
}

run(measure);
