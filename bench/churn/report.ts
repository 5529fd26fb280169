import { ratio, table, writeResults } from '../kit/results';
import { summarize } from '../kit/statistics';
import { KINDS, type Kind, type Sample } from './sample';
import { STEPS } from './timeline';

const NAMES: { [kind in Kind]: string } = {
  keda: 'through KEDA',
  service: "floor, the pod's Service",
  pod: "floor, the pod's IP",
};
const PHASES = [...STEPS, 'first byte'];

/** Of the starts from the 80th percentile on: what makes the slow ones slow. */
function slow(samples: readonly Sample[]): readonly Sample[] {
  return [...samples].sort((a, b) => a.millis - b.millis).slice(Math.floor(samples.length * 0.8));
}

export function report(
  name: string,
  kubeProxy: string,
  results: readonly { rate: number; samples: { [kind in Kind]: Sample[] } }[],
): void {
  const good = (samples: readonly Sample[]) => samples.filter(({ status }) => status === 200);
  const summary = (samples: readonly Sample[]) =>
    summarize(
      good(samples).map(({ millis }) => millis),
      samples.length - good(samples).length,
    );
  const rows = results.flatMap(({ rate, samples }) =>
    KINDS.map((kind) => {
      const { samples: n, failures, p50, p90, max } = summary(samples[kind]);
      const base = summary(samples.pod);
      return [rate, NAMES[kind], n, failures, p50, p90, max, ratio(p50, base.p50), ratio(p90, base.p90)];
    }),
  );
  const phases = (pick: (samples: readonly Sample[]) => readonly Sample[]) =>
    results.flatMap(({ rate, samples }) =>
      KINDS.map((kind) => {
        const chosen = pick(good(samples[kind]));
        const middle = (phase: string) => summarize(chosen.map((each) => each.phases[phase] as number)).p50;
        return [rate, NAMES[kind], ...PHASES.map(middle)];
      }),
    );
  const markdown = [
    `Milliseconds; starts of other functions a second; kube-proxy: ${kubeProxy}.`,
    table(['starts a second', 'what', 'n', 'failures', 'p50', 'p90', 'max', 'p50 / pod', 'p90 / pod'], rows),
    'Each phase at the median:',
    table(
      ['starts a second', 'what', ...PHASES],
      phases((samples) => samples),
    ),
    'Each phase at the median of the slowest fifth:',
    table(['starts a second', 'what', ...PHASES], phases(slow)),
  ];
  writeResults(name, { kubeProxy, results }, markdown.join('\n\n'));
}
