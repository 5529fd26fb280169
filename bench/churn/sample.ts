import { type Api, pause } from '../kit/api';
import { type Address, type Outcome, send } from '../kit/request';
import { addressOf, hostOf, interceptor, NAMESPACE } from '../kit/workload';
import { type Seen, STEPS, type Timeline } from './timeline';

/** Through KEDA; the pod's Service, and the pod itself, without KEDA. */
export const KINDS = ['keda', 'service', 'pod'] as const;
export type Kind = (typeof KINDS)[number];

export interface Sample {
  readonly status: number;
  readonly millis: number;
  /** Milliseconds since the step before it. */
  readonly phases: { readonly [step: string]: number };
}

const LIMIT_MILLIS = 60_000;
const POD_PORT = 8080;
const NO_ANSWER: Outcome = { status: 0, millis: 0, coldStart: false };

/** One start of a function that is at zero. */
export async function sample(api: Api, timeline: Timeline, kind: Kind, name: string): Promise<Sample> {
  const deployment = `fn-${name}`;
  const address = kind === 'keda' ? interceptor() : addressOf(NAMESPACE, deployment);
  const seen = timeline.begin(deployment);
  const start = performance.now();
  const outcome = await ask(api, kind, name, address, seen);
  const end = performance.now();
  await pause(500);
  if (kind !== 'keda') await api.scale(NAMESPACE, deployment, 0);
  return { status: outcome.status, millis: Math.round(end - start), phases: phases(seen, start, end) };
}

async function ask(api: Api, kind: Kind, name: string, address: Address, seen: Seen): Promise<Outcome> {
  if (kind === 'keda') return send(address, hostOf(name));
  const start = performance.now();
  const scaled = api.scale(NAMESPACE, `fn-${name}`, 1);
  for (;;) {
    const host = kind === 'service' ? address.host : seen.podIp;
    const outcome = host ? await send({ host, port: kind === 'service' ? address.port : POD_PORT }, name) : NO_ANSWER;
    if (outcome.status !== 0 || performance.now() - start > LIMIT_MILLIS) {
      await scaled;
      return outcome;
    }
    await pause(5);
  }
}

/** What is not seen before the answer is a phase of 0: the watch told of it later. */
function phases(seen: Seen, start: number, end: number): Sample['phases'] {
  const found: { [step: string]: number } = {};
  let last = start;
  for (const step of STEPS) {
    const at = Math.min(Math.max(seen[step] ?? end, last), end);
    found[step] = Math.round(at - last);
    last = at;
  }
  return { ...found, 'first byte': Math.round(end - last) };
}
