import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESULTS = join(__dirname, '../bench/results');

interface Measurement {
  readonly title: string;
  /** What it answers. */
  readonly question: string;
  readonly command: string;
}

/** What each file of bench/results is, in the order of the page. */
const MEASUREMENTS: { readonly [name: string]: Measurement } = {
  'cold-start': {
    title: 'Cold starts against the floor',
    question:
      'How long a request to a function without a pod waits, beside the pod alone, and beside the upstream charts.',
    command: 'npm run bench:cold-start',
  },
  'cold-start-faster-node': {
    title: 'The same on a faster node',
    question: 'Whether Go and Rust meet their target of 500 ms where the pod alone does.',
    command: 'npm run bench:cold-start',
  },
  versions: {
    title: 'Before and after functions had settings of their own',
    question: 'Whether a function of three lines starts as fast as before.',
    command: 'npm run bench:versions -- --before FOLDER',
  },
  settings: {
    title: 'Settings of the pod and of the platform',
    question: 'What each setting adds to a cold start.',
    command: 'npm run bench:settings -- --pods 8 --platforms 5',
  },
  probes: {
    title: 'Kinds of probes',
    question: 'What a probe before the first request adds, by its kind.',
    command: 'npm run bench:settings -- --pods 8 --platforms 0 --only probe --name probes',
  },
  startup: {
    title: 'The first liveness probe',
    question: 'What a liveness probe that begins at once adds, beside one that begins after `startupTimeout`.',
    command: 'npm run bench:settings -- --pods 8 --platforms 0 --only liveness-at-once --name startup',
  },
  beside: {
    title: 'Files and other containers',
    question: 'What a volume, an init container and a sidecar add.',
    command: 'npm run bench:settings -- --pods 8 --platforms 0 --only go-with --name beside',
  },
  rights: {
    title: 'What KEDA may do',
    question: "Whether a cold start takes longer with `rbac: functions` than with upstream's roles.",
    command: 'npm run bench:rights -- --rounds 2 --samples 6',
  },
  density: {
    title: 'Density and footprint',
    question: 'Cold starts among 300 functions, and what the platform takes for them.',
    command: 'npm run bench:density -- --queue-tick 50 --stream-interval 200',
  },
  'rest-intervals': {
    title: 'At rest, by the intervals of the scaler',
    question:
      'What the platform takes with every function at zero and how long a cold start takes, by tick and stream, beside the upstream charts. The processor was looked at for 20 s a row, now for 60.',
    command:
      'npm run bench:rest -- --functions 50 --intervals 20/40,50/100,50/200,100/200,500/200 --name rest-intervals',
  },
  load: {
    title: 'Load',
    question: 'A burst on a cold function, and slow traffic over ten minutes.',
    command: 'npm run bench:load',
  },
  faults: {
    title: 'Faults',
    question: 'What requests notice when a component is deleted, rolled out, or stopped.',
    command: 'npm run bench:faults',
  },
  'churn-1s': {
    title: 'While others start and stop',
    question:
      'How long a cold start takes while another function starts every two seconds, beside the same pod without KEDA.',
    command: 'npm run bench:churn -- --rates 0.5 --samples 12 --name churn-1s',
  },
  'churn-1s-connect-100ms': {
    title: 'The same with dials of 100 ms',
    question:
      'Whether an interceptor that gives up a dial after 100 ms, not 500, is nearer to the floor of the Service.',
    command: 'npm run bench:churn -- --rates 0.5 --samples 12 --connect-timeout 100ms --name churn-1s-connect-100ms',
  },
  'churn-100ms': {
    title: 'The same with a kube-proxy that waits 100 ms',
    question: 'Whether a start is faster where kube-proxy may write its rules ten times a second.',
    command: 'npm run bench:churn -- --rates 0.5 --samples 12 --name churn-100ms',
  },
  'churn-10ms': {
    title: 'The same with one that waits 10 ms',
    question: 'Whether less helps more.',
    command: 'npm run bench:churn -- --rates 0.5 --samples 8 --name churn-10ms',
  },
  'churn-nftables': {
    title: 'The same with nftables',
    question: 'Whether the other mode of kube-proxy is faster, with its own default of a second.',
    command: 'npm run bench:churn -- --rates 0.5 --samples 8 --name churn-nftables',
  },
  'delivery-argocd': {
    title: 'Argo CD',
    question:
      'How long a commit takes, and whether anything is OutOfSync while functions scale and KEDA restarts; the machine did much else meanwhile.',
    command: 'SOAK=600 npm run test:e2e -- argocd',
  },
  'delivery-flux': {
    title: 'Flux',
    question: 'The same with Flux: whether every Kustomization stays ready.',
    command: 'SOAK=600 npm run test:e2e -- flux',
  },
  'gitops-argocd': {
    title: 'Argo CD, by the number of functions',
    question: 'How long a commit takes with 1, 50 and 200 functions, and what Argo CD asks of the API server at rest.',
    command: 'npm run bench:gitops -- --rest 60',
  },
  'gitops-flux': {
    title: 'Flux, by the number of functions',
    question: 'The same with Flux; the machine ran unit tests meanwhile.',
    command: 'npm run bench:gitops -- --tool flux --rest 60',
  },
  synth: {
    title: 'Synthesis',
    question: "What a synthesis takes, beside `helm template`, cdk8s' own and the floor.",
    command: 'npm run bench:synth',
  },
};

/** All that is kept, a section each. */
export function measurementsList(): string {
  const kept = readdirSync(RESULTS).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -'.md'.length)] : []));
  const unknown = kept.find((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown !== undefined)
    throw new Error(`bench/results/${unknown}.md: scripts/measurements.ts does not say what it is`);
  return Object.entries(MEASUREMENTS)
    .map(([name, { title, question, command }]) => {
      const lines = readFileSync(join(RESULTS, `${name}.md`), 'utf8')
        .trimEnd()
        .split('\n');
      const [body, circumstances] = [lines.slice(1, -1).join('\n'), lines.at(-1)];
      const where = `raw samples in \`bench/results/${name}.json\``;
      return `## ${title}\n\n${question} \`${command}\`, ${where}.\n${body}\n\`${circumstances}\``;
    })
    .join('\n\n');
}
