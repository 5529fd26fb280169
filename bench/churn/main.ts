// Cold starts while other functions start and stop, with the floor in the same churn, each split into its phases.
// `npm run bench:churn -- --rates 0.2,0.5,1 --samples 20`
import { parseArgs } from 'node:util';
import { Cpu, Runtime } from '../../lib';
import { type Api, pause, run } from '../kit/api';
import { send } from '../kit/request';
import {
  allAtZero,
  type BenchFunction,
  deployFunctions,
  deployPlatform,
  hostOf,
  interceptor,
  numbered,
  withoutPreStop,
} from '../kit/workload';
import { report } from './report';
import { KINDS, type Kind, type Sample, sample } from './sample';
import { Timeline } from './timeline';

const { values } = parseArgs({
  options: {
    // starts of other functions a second
    rates: { type: 'string', default: '0,0.2,0.5,1' },
    samples: { type: 'string', default: '20' },
    // of the interceptor, such as 500ms, which is the add-on's own
    'connect-timeout': { type: 'string' },
    // how kube-proxy was started, for the heading: this measures it as it is
    'kube-proxy': { type: 'string', default: 'as the cluster has it' },
    name: { type: 'string', default: 'churn' },
  },
});
// enough that each is at zero again when its turn comes: back to zero takes half a minute
const OTHERS = 40;
const COPIES = 6;
const common = { runtime: Runtime.GO, props: { cpu: Cpu.millis(1) } };
const others = numbered('other', OTHERS, { scaled: true, ...common });
const measured = KINDS.flatMap((kind) =>
  numbered(kind, COPIES, { scaled: kind === 'keda', change: withoutPreStop, ...common }),
);

async function measure(api: Api): Promise<void> {
  const timeout = values['connect-timeout'];
  deployPlatform(timeout ? { interceptor: { env: { KEDA_HTTP_CONNECT_TIMEOUT: timeout } } } : {});
  deployFunctions([...others, ...measured]);
  await allAtZero(
    api,
    [...others, ...measured].map(({ name }) => name),
    300,
  );
  const timeline = new Timeline(api);
  const results: { rate: number; samples: { [kind in Kind]: Sample[] } }[] = [];
  for (const rate of values.rates.split(',').map(Number)) {
    const churn = new Churn(rate);
    // as long as a stop takes: from here on as many stop as start
    await pause(rate === 0 ? 5000 : 40_000);
    const samples = { keda: [], service: [], pod: [] } as { [kind in Kind]: Sample[] };
    // the first of each is not kept: a platform that was just installed is slower
    for (let round = -1; round < Number(values.samples); round++) {
      for (const kind of round % 2 === 0 ? KINDS : [...KINDS].reverse()) {
        const name = `${kind}${(round + 1) % COPIES}`;
        await allAtZero(api, [name]);
        const one = await sample(api, timeline, kind, name);
        if (round >= 0) samples[kind].push(one);
        // no fixed step: a start must meet kube-proxy at any moment of its period
        await pause(500 + Math.random() * 1500);
      }
    }
    console.error(`${rate} a second: ${await churn.end()} requests of the churn failed`);
    results.push({ rate, samples });
    report(values.name, values['kube-proxy'], results);
  }
  timeline.end();
}

/** Starts one function after the other; each stops by itself. */
class Churn {
  private failed = 0;
  private ended = false;
  private readonly sent: Promise<void>[] = [];
  private readonly starts: Promise<void>;

  constructor(rate: number) {
    this.starts = rate > 0 ? this.start(1000 / rate) : Promise.resolve();
  }

  public async end(): Promise<number> {
    this.ended = true;
    await this.starts;
    await Promise.all(this.sent);
    return this.failed;
  }

  private async start(gap: number): Promise<void> {
    const proxy = interceptor();
    for (let turn = 0; !this.ended; turn++) {
      const { name } = others[turn % OTHERS] as BenchFunction;
      this.sent.push(
        send(proxy, hostOf(name)).then(({ status }) => {
          if (status !== 200) this.failed++;
        }),
      );
      await pause(gap);
    }
  }
}

run(measure);
