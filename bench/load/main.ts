// 500 requests at once to a cold function; functions with little traffic, which stay; functions without, which go.
// `npm run bench:load -- --minutes 10`
import { parseArgs } from 'node:util';
import { Duration } from 'cdk8s';
import { Runtime } from '../../lib';
import { type Api, pause, run, until } from '../kit/api';
import { type Address, type Outcome, send } from '../kit/request';
import { table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import { allAtZero, deployFunctions, deployPlatform, hostOf, interceptor, NAMESPACE } from '../kit/workload';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, name: { type: 'string', default: 'load' } },
});
const BURST = 500;
const COOLDOWN = 30;
const WINDOW = 60;
// the last is the longest that window and cooldown bridge for certain
const GAPS = [2, 20, 60];
const props = {
  cooldown: Duration.seconds(COOLDOWN),
  requestRateWindow: Duration.seconds(WINDOW),
};

async function measure(api: Api): Promise<void> {
  const names = ['burst', 'idle', ...GAPS.map((gap) => `gap-${gap}`)];
  deployPlatform();
  deployFunctions(names.map((name) => ({ name, runtime: Runtime.GO, scaled: true, props })));
  await allAtZero(api, names, 300);
  await pause(5000);

  const proxy = interceptor();
  const burst = await Promise.all(Array.from({ length: BURST }, () => send(proxy, hostOf('burst'))));
  const answered = burst.filter(({ status }) => status === 200);
  const times = summarize(
    answered.map(({ millis }) => millis),
    BURST - answered.length,
  );
  console.error('burst', times);

  await send(proxy, hostOf('idle'));
  const asked = Date.now();
  const end = asked + Number(values.minutes) * 60_000;
  const watched = GAPS.map((gap) => keepWarm(api, proxy, gap, end));
  await allAtZero(api, ['idle'], COOLDOWN + WINDOW + 60);
  const secondsToZero = Math.round((Date.now() - asked) / 1000);
  console.error(`at zero after ${secondsToZero} s`);
  const kept = await Promise.all(watched);

  const markdown = [
    `${BURST} requests at once to a cold function: ${answered.length} answered 200, p50 ${times.p50} ms, max ${times.max} ms.`,
    '',
    `Last request to no pod: ${secondsToZero} s (cooldown ${COOLDOWN} s, window ${WINDOW} s, polling 15 s, termination included).`,
    '',
    table(
      ['one request every', 'requests', 'answered 200', 'cold', 'times at zero'],
      kept.map(({ gap, outcomes, zeros }) => [
        `${gap} s`,
        outcomes.length,
        outcomes.filter(({ status }) => status === 200).length,
        outcomes.filter(({ coldStart }) => coldStart).length,
        zeros,
      ]),
    ),
  ].join('\n');
  writeResults(values.name, { burst: times, secondsToZero, minutes: values.minutes }, markdown);
}

async function keepWarm(api: Api, proxy: Address, gap: number, end: number) {
  const name = `gap-${gap}`;
  const outcomes: Outcome[] = [await send(proxy, hostOf(name))];
  let zeros = 0;
  let wasZero = false;
  let done = false;
  const watch = (async () => {
    while (!done) {
      const { spec } = await api.get(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/fn-${name}`);
      if (spec.replicas === 0 && !wasZero) zeros++;
      wasZero = spec.replicas === 0;
      await pause(1000);
    }
  })();
  await until(`${name} runs`, 30, async () => (await api.podsPerFunction(NAMESPACE)).has(`fn-${name}`));
  while (Date.now() < end) {
    await pause(gap * 1000);
    outcomes.push(await send(proxy, hostOf(name)));
  }
  done = true;
  await watch;
  return { gap, outcomes, zeros };
}

run(measure);
