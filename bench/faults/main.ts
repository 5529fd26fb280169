// Faults under load: requests lost by a warm function and by cold ones, and how soon a cold start is normal again.
// `npm run bench:faults -- --only 'interceptor|scaler'`
import { parseArgs } from 'node:util';
import { Duration } from 'cdk8s';
import { Cpu, Runtime } from '../../lib';
import { type Api, pause, run } from '../kit/api';
import { type Outcome, send } from '../kit/request';
import { table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import { allAtZero, deployFunctions, deployPlatform, hostOf, interceptor, platformReady } from '../kit/workload';
import { FAULTS, type Fault } from './faults';

const { values } = parseArgs({
  options: { only: { type: 'string' }, name: { type: 'string', default: 'faults' } },
});
const WARM_GAP = 50;
// a node of two cores starts a pod, and kube-proxy writes, well within it
const COLD_GAP = 2500;
// cold requests that already wait when the fault happens
const WAITING = 3;
const WAITING_GAP = 150;
// the longest fault lasts 10 s; the rest is watched
const COLD = WAITING + 16;
const cold = Array.from({ length: COLD }, (_, index) => `cold-${index}`);
const cpu = Cpu.millis(10);
// KEDA polls as often as by default, and each pod stays until all requests are sent, so that no end delays a start
const life = { requestRateWindow: Duration.seconds(15), cooldown: Duration.seconds(45) };

interface Attempt extends Outcome {
  /** Milliseconds from the end of the fault to the request. */
  readonly after: number;
}

async function measure(api: Api): Promise<void> {
  deployPlatform();
  deployFunctions([
    { name: 'warm', runtime: Runtime.GO, scaled: true, props: { cpu, minReplicas: 1, cooldown: Duration.minutes(5) } },
    ...cold.map((name) => ({ name, runtime: Runtime.GO, scaled: true, props: { cpu, ...life } })),
  ]);
  const rows: (string | number)[][] = [];
  const raw: { [fault: string]: object } = {};
  let normal = Number.NaN;
  for (const fault of FAULTS.filter(
    ({ name }) => name === 'nothing' || !values.only || new RegExp(values.only).test(name),
  )) {
    if (fault.missing) {
      rows.push([fault.name, fault.missing]);
      continue;
    }
    fault.prepare?.();
    await allAtZero(api, cold, 300);
    platformReady();
    await pause(5000);
    const { warm, attempts } = await suffer(fault);
    const times = summarize(attempts.filter(good).map(({ millis }) => millis));
    if (fault.name === 'nothing') normal = times.p50;
    const later = attempts.filter(({ after }) => after >= 0);
    const isNormal = (attempt: Attempt) => good(attempt) && attempt.millis <= 2 * normal;
    const recovered = later.find(isNormal);
    const lastSlow = later.filter((attempt) => !isNormal(attempt)).at(-1);
    const lost = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status !== 200).length;
    const slowest = Math.max(...attempts.map(({ millis }) => Math.round(millis)));
    rows.push([
      fault.name,
      `${lost(warm)} of ${warm.length}`,
      `${lost(attempts)} of ${attempts.length}`,
      times.p50,
      slowest,
      recovered ? seconds(recovered.after) : 'not seen',
      lastSlow ? seconds(lastSlow.after) : '',
      fault.upstream ?? '',
    ]);
    raw[fault.name] = { attempts, lost: warm.filter(({ status }) => status !== 200).slice(0, 10) };
    console.error(rows.at(-1)?.join(' | '));
  }
  const head = [
    'fault',
    'lost, warm',
    'lost, cold',
    'cold p50, ms',
    'slowest cold, ms',
    'first normal one, s after',
    'last slower one, s after',
    'upstream',
  ];
  const markdown = `Normal is at most twice ${normal} ms, the p50 without a fault.\n\n${table(head, rows)}`;
  writeResults(values.name, { normal, faults: raw }, markdown);
}

const seconds = (millis: number) => (millis / 1000).toFixed(1);
const good = ({ status, coldStart }: Outcome) => status === 200 && coldStart;

/** Requests to the warm function, and, more slowly, to one cold one after the other; some wait when the fault begins. */
async function suffer({ happen }: Fault): Promise<{ warm: Outcome[]; attempts: Attempt[] }> {
  const proxy = interceptor();
  const warm: Promise<Outcome>[] = [];
  const load = setInterval(() => warm.push(send(proxy, hostOf('warm'))), WARM_GAP);
  await pause(3000);
  const attempts: Promise<Outcome & { readonly sent: number }>[] = [];
  const attempt = (name: string) => {
    const sent = performance.now();
    attempts.push(send(proxy, hostOf(name)).then((outcome) => ({ ...outcome, sent })));
  };
  for (const name of cold.slice(0, WAITING)) {
    attempt(name);
    await pause(WAITING_GAP);
  }
  const over = Promise.resolve(happen()).then(() => performance.now());
  for (const name of cold.slice(WAITING)) {
    attempt(name);
    await pause(COLD_GAP);
  }
  const end = await over;
  const all = await Promise.all(attempts);
  clearInterval(load);
  return {
    warm: await Promise.all(warm),
    attempts: all.map(({ sent, ...outcome }) => ({ ...outcome, after: sent - end })),
  };
}

run(measure);
