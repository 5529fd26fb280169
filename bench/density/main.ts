// Cold starts among many functions, what these cost the API server and the platform, and what is stored for them.
// `npm run bench:density -- --active 100 --idle 200 --samples 40 --queue-tick 50 --stream-interval 200`
import { parseArgs } from 'node:util';
import { Duration } from 'cdk8s';
import { Cpu, Runtime } from '../../lib';
import { type Api, pause, run, until } from '../kit/api';
import { floor } from '../kit/floor';
import { send } from '../kit/request';
import { summarize } from '../kit/statistics';
import { steadyLoad } from '../kit/steady-load';
import { stored } from '../kit/usage';
import {
  addressOf,
  allAtZero,
  type BenchFunction,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  kubeProxyWrites,
  NAMESPACE,
  numbered,
} from '../kit/workload';
import { report } from './report';

const { values } = parseArgs({
  options: {
    active: { type: 'string', default: '100' },
    idle: { type: 'string', default: '200' },
    samples: { type: 'string', default: '40' },
    // milliseconds; by default as the sizing says
    'queue-tick': { type: 'string' },
    'stream-interval': { type: 'string' },
    name: { type: 'string', default: 'density' },
  },
});
const FLOORS = 10;
const TRAFFIC_GAP = 2000;
// a hundred pods that start together take a node of two cores longer than one after the other
const WAKE_GAP = 700;
// a node of two cores has no room for the CPU requests of a hundred pods; the window as it is by default
const props = { cpu: Cpu.millis(1), requestRateWindow: Duration.minutes(1) };
const common = { runtime: Runtime.GO, props };
const millis = (text?: string) => (text === undefined ? undefined : Duration.millis(Number(text)));
const names = (functions: BenchFunction[]) => functions.map(({ name }) => name);

const active = numbered('active', Number(values.active), { scaled: true, ...common });
const idle = numbered('idle', Number(values.idle), { scaled: true, ...common });
const floors = numbered('floor', FLOORS, { scaled: false, ...common });

async function measure(api: Api): Promise<void> {
  deployPlatform({
    scaler: { queueTick: millis(values['queue-tick']), streamInterval: millis(values['stream-interval']) },
  });
  const before = await stored(api);
  deployFunctions([...active, ...idle]);
  await allAtZero(api, names([...active, ...idle]), 300);
  await pause(20_000);
  const after = await stored(api);
  deployFunctions(floors);
  await allAtZero(api, names(floors));
  const rest = await steadyLoad(api);

  const traffic = new Traffic();
  await until('all active', 300, async () => {
    const pods = await api.podsPerFunction(NAMESPACE);
    return active.every(({ name }) => pods.has(`fn-${name}`));
  });
  await pause(20_000);
  const busy = await steadyLoad(api);
  const samples = await coldStarts(api);
  const failed = await traffic.end();
  const { 'queue-tick': tick = 'default', 'stream-interval': stream = 'default' } = values;
  report(values.name, {
    intervals: { tick, stream },
    active: active.length,
    idle: idle.length,
    cold: summarize(samples.cold, samples.failures),
    floor: summarize(samples.floor),
    rest,
    busy,
    objects: (after.objects - before.objects) / (active.length + idle.length),
    bytes: (after.bytes - before.bytes) / (active.length + idle.length),
    failed,
    samples,
  });
}

/** One request every two seconds to each active function. */
class Traffic {
  private readonly failed: string[] = [];
  private readonly senders: Promise<void>[];
  private ended = false;

  constructor() {
    const proxy = interceptor();
    this.senders = active.map(async ({ name }, index) => {
      await pause(index * WAKE_GAP);
      while (!this.ended) {
        const { status, error } = await send(proxy, hostOf(name));
        if (status !== 200) this.failed.push(`${name}: ${status} ${error ?? ''}`);
        await pause(TRAFFIC_GAP);
      }
    });
  }

  public async end(): Promise<string[]> {
    this.ended = true;
    await Promise.all(this.senders);
    return this.failed;
  }
}

async function coldStarts(api: Api) {
  const cold: number[] = [];
  const standing: number[] = [];
  let failures = 0;
  for (let sample = 0; sample < Number(values.samples); sample++) {
    const { name } = idle[(sample * 7) % idle.length] as BenchFunction;
    await kubeProxyWrites();
    const outcome = await send(interceptor(), hostOf(name));
    if (outcome.status === 200 && outcome.coldStart) cold.push(Math.round(outcome.millis));
    else failures++;
    const { name: still } = floors[sample % FLOORS] as BenchFunction;
    const address = addressOf(NAMESPACE, `fn-${still}`);
    await allAtZero(api, [still]);
    await kubeProxyWrites();
    standing.push(Math.round((await floor(api, still, address)).millis));
    await api.scale(NAMESPACE, `fn-${still}`, 0);
  }
  return { cold, floor: standing, failures };
}

run(measure);
