import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import type { Report } from '../../cli/doctor/report';
import {
  Cpu,
  Environment,
  FunctionChart,
  type FunctionProps,
  JobChart,
  KedaPlatform,
  ProjectChart,
  Runtime,
  Scaler,
  Trigger,
  toFiles,
  WorkloadChart,
  writeFiles,
} from '../../lib';
import { image, kubectl, untilReady } from './cluster';

// Faults are made in a cluster, and doctor must name each one's cause and nothing else.
const IMAGE = image('go');
const PLATFORM = ['keda/crds', 'keda/keda', 'keda/http-add-on', 'guarded', 'open'];
const project = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'doctor-'));

/** What is declared wrong, by function. */
const DECLARED_FAULTS: { readonly [name: string]: Partial<FunctionProps> } = {
  image: { image: 'localhost:1/nowhere:1' },
  crash: { env: { GOMEMLIMIT: 'nonsense' } },
  full: { cpu: Cpu.cores(500) },
};

function dist(name: string, faults: typeof DECLARED_FAULTS): string {
  const environment = new Environment(new App(), 'e2e', { domain: 'doctor.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'guarded', { name: 'guarded' });
  new ProjectChart(environment, 'open', { name: 'open', networkPolicy: false });
  const add = (fn: string, props: Partial<FunctionProps> = {}) =>
    new FunctionChart(environment, fn, {
      project: 'guarded',
      runtime: Runtime.GO,
      image: IMAGE,
      initialCooldown: Duration.seconds(0),
      ...props,
      ...faults[fn],
    });
  for (const fn of ['port', 'service', 'paused', 'route', 'legacy']) {
    add(fn, fn === 'legacy' ? { scaler: Scaler.HTTP_SCALED_OBJECT } : {});
  }
  for (const fn of ['image', 'crash', 'full']) add(fn, { minReplicas: 1 });
  for (const fn of ['policy', 'quota']) add(fn, { project: 'open', minReplicas: fn === 'quota' ? 1 : 0 });
  const job = { project: 'guarded', runtime: Runtime.GO, image: IMAGE };
  const jobTrigger = faults.image
    ? Trigger.redis({ address: ['localhost:1'], listName: 'none' })
    : Trigger.cron({ timezone: 'Etc/UTC', start: '0 0 1 1 *', end: '1 0 1 1 *', desiredReplicas: 1 });
  new JobChart(environment, 'queue', { ...job, triggers: [jobTrigger], pollingInterval: Duration.seconds(5) });
  new JobChart(environment, 'nightly', { ...job, schedule: { cron: '@yearly' } });
  new WorkloadChart(environment, 'elsewhere', { project: 'guarded', target: { name: 'elsewhere' } });
  writeFiles(join(root, name), toFiles(environment.node.root as App));
  return join(root, name);
}

const HEALTHY = dist('healthy', {});
const FAULTY = dist('faulty', DECLARED_FAULTS);

function apply(folder: string, charts: string[]): void {
  for (const chart of charts) {
    kubectl('apply', '--server-side', '--force-conflicts', '-f', join(folder, 'e2e', `${chart}.yaml`));
  }
}
const FUNCTIONS = ['port', 'service', 'paused', 'route', 'legacy', 'image', 'crash', 'full', 'policy', 'quota'];
const applyFunctions = (folder: string) => apply(folder, [...FUNCTIONS, 'queue', 'nightly', 'elsewhere']);

interface Outcome {
  readonly code: number | null;
  readonly report: Report;
  readonly errors: string;
}

function doctor(folder: string, args: string[] = [], kubeconfig = process.env.KUBECONFIG): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    [
      join(project, 'node_modules/tsx/dist/cli.mjs'),
      join(project, 'cli/main.ts'),
      'doctor',
      '--dist',
      folder,
      '--output',
      'json',
      ...args,
    ],
    { env: { ...process.env, KUBECONFIG: kubeconfig } },
  );
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (out ? resolve({ code, report: JSON.parse(out), errors }) : reject(new Error(errors)))),
  );
}

const told = ({ report }: Outcome) =>
  report.findings.map(({ check, severity, subject }) => `${severity} ${check} ${subject}`).sort();

/** Runs doctor until it says exactly this, or for so long; returns the last outcome. */
async function until(folder: string, expected: string[], seconds: number, kubeconfig?: string): Promise<Outcome> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const outcome = await doctor(folder, [], kubeconfig);
    if (Date.now() > end || JSON.stringify(told(outcome)) === JSON.stringify([...expected].sort())) {
      if (JSON.stringify(told(outcome)) !== JSON.stringify([...expected].sort()))
        console.log(JSON.stringify(outcome.report.findings, undefined, 1));
      expect(told(outcome)).toEqual([...expected].sort());
      return outcome;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

beforeAll(() => {
  apply(HEALTHY, PLATFORM.slice(0, 1));
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  apply(HEALTHY, PLATFORM.slice(1));
  untilReady('keda');
}, 300_000);

afterAll(() => {
  rmSync(root, { recursive: true });
  kubectl('delete', 'namespace', 'fn-guarded', 'fn-open', '--wait=false');
});

test('each fault of a function is named by its cause', async () => {
  kubectl('create', 'quota', 'nothing', '-n', 'fn-open', '--hard=pods=0');
  applyFunctions(FAULTY);
  const on = (name: string, ...args: string[]) => kubectl(...args.slice(0, 1), '-n', `fn-${name}`, ...args.slice(1));
  on(
    'guarded',
    'patch',
    'service',
    'fn-port',
    '--type=json',
    '-p',
    '[{"op":"replace","path":"/spec/ports/0/targetPort","value":9999}]',
  );
  on('guarded', 'delete', 'service', 'fn-service');
  on('guarded', 'annotate', 'scaledobject', 'fn-paused', 'autoscaling.keda.sh/paused-replicas=0');
  on('guarded', 'patch', 'cronjob', 'fn-nightly', '-p', '{"spec":{"suspend":true}}');
  write('rival.yaml', {
    apiVersion: 'http.keda.sh/v1beta1',
    kind: 'InterceptorRoute',
    metadata: { name: 'rival', namespace: 'fn-open' },
    spec: {
      target: { service: 'x', port: 80 },
      rules: [{ hosts: ['route.doctor.test'] }],
      scalingMetric: { concurrency: { targetValue: 1 } },
    },
  });
  write('wall.yaml', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'wall', namespace: 'fn-open' },
    spec: { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'fn-policy' } }, policyTypes: ['Ingress'] },
  });
  const { report, code } = await until(
    FAULTY,
    [
      'error image-pull guarded/image',
      'error crash-loop guarded/crash',
      'error unschedulable guarded/full',
      'error service guarded/port',
      'error missing guarded/service',
      'error paused guarded/paused',
      'warning duplicate-route guarded/route',
      'error network-policy open/policy',
      'error create-refused open/quota',
      'error scaled-object ScaledJob fn-guarded/fn-queue',
      'error cron-job CronJob fn-guarded/fn-nightly',
      'error target Deployment fn-guarded/elsewhere',
    ],
    180,
  );
  expect(code).toBe(1);
  const about = (subject: string) => {
    const { cause, evidence, fix } = report.findings.find((finding) => finding.subject === subject)!;
    return [cause, ...evidence, fix].join('\n');
  };
  expect(about('guarded/image')).toMatch(/^image "localhost:1\/nowhere:1" cannot be pulled/);
  expect(about('guarded/crash')).toMatch(/exit code 2[\s\S]*malformed GOMEMLIMIT/);
  expect(about('guarded/full')).toMatch(/Insufficient cpu[\s\S]*cpu 500/);
  expect(about('guarded/port')).toMatch(/leads to port 9999[\s\S]*opens 8080 \(http\)/);
  expect(about('guarded/service')).toMatch(/its Service is not in the cluster/);
  expect(about('guarded/paused')).toMatch(/paused-replicas: "0"/);
  expect(about('guarded/route')).toMatch(/route.doctor.test has 2 routes: fn-guarded\/fn-route is the oldest/);
  expect(about('open/policy')).toMatch(/NetworkPolicy fn-open\/wall keeps interceptor from port 8080/);
  expect(about('ScaledJob fn-guarded/fn-queue')).toMatch(/^KEDA starts no job\nReady is False/);
  expect(about('Deployment fn-guarded/elsewhere')).toMatch(/^it is not there[\s\S]*"elsewhere" not found/);
  expect(about('open/quota')).toMatch(/quota is used up[\s\S]*exceeded quota: nothing[\s\S]*pods 0 of 0/);
}, 240_000);

test('when the faults are gone, nothing is found', async () => {
  kubectl('delete', 'quota', 'nothing', '-n', 'fn-open');
  kubectl('delete', '-f', join(root, 'rival.yaml'), '-f', join(root, 'wall.yaml'));
  kubectl('annotate', '-n', 'fn-guarded', 'scaledobject', 'fn-paused', 'autoscaling.keda.sh/paused-replicas-');
  // what never worked KEDA tries again ever later, a new one at once
  kubectl('delete', '-n', 'fn-guarded', 'scaledobject', 'fn-elsewhere');
  kubectl('create', 'deployment', '-n', 'fn-guarded', 'elsewhere', `--image=${IMAGE}`, '--replicas=0');
  kubectl('create', 'service', 'clusterip', '-n', 'fn-guarded', 'elsewhere', '--tcp=80:8080');
  applyFunctions(HEALTHY);
  kubectl('patch', '-n', 'fn-guarded', 'cronjob', 'fn-nightly', '-p', '{"spec":{"suspend":false}}');
  // a quota is looked at again after a while, which a new ReplicaSet does not wait for
  kubectl('rollout', 'restart', '-n', 'fn-open', 'deployment/fn-quota');
  const { code, report } = await until(HEALTHY, [], 180);
  expect(code).toBe(0);
  expect(report).toMatchObject({ healthy: true, functions: 10 });
}, 240_000);

test('the last start of a function is told step by step', async () => {
  const { report } = await doctor(HEALTHY, ['--function', 'guarded/image']);
  const [{ steps }] = report.timelines as [Report['timelines'][number]];
  expect(steps.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['pod created', 'scheduled', 'image is there', 'container started', 'ready']),
  );
  expect(steps[0]!.millis).toBe(0);
}, 30_000);

test('the rights of cli/doctor/role.yaml are enough, and without them it says what is missing', async () => {
  kubectl('apply', '-f', join(project, 'cli/doctor/role.yaml'));
  kubectl('create', 'serviceaccount', 'viewer', '-n', 'fn-open');
  const role = 'cdk8s-keda-functions-doctor';
  const kubeconfig = viewerConfig();
  const blind = await doctor(HEALTHY, [], kubeconfig);
  expect(blind.code).toBe(2);
  expect(new Set(blind.report.findings.map(({ severity }) => severity))).toEqual(new Set(['unknown']));
  expect(told(blind)).toContain('unknown permission pods');
  const binding = [`--serviceaccount=fn-open:viewer`, 'viewer'];
  try {
    kubectl('create', 'clusterrolebinding', `--clusterrole=${role}`, ...binding);
    kubectl('create', 'rolebinding', '-n', 'keda', `--role=${role}`, ...binding);
    // a busy machine misses a probe for a moment
    expect((await until(HEALTHY, [], 180, kubeconfig)).code).toBe(0);
  } finally {
    kubectl('delete', 'clusterrolebinding', 'viewer');
    kubectl('delete', 'rolebinding', '-n', 'keda', 'viewer');
    kubectl('delete', '-f', join(project, 'cli/doctor/role.yaml'));
  }
}, 240_000);

test('each fault of the platform is named, and explains what follows from it', async () => {
  const node = kubectl('get', 'nodes', '-o', 'jsonpath={.items[0].metadata.name}');
  const scale = (name: string, replicas: number) =>
    kubectl('scale', '-n', 'keda', `deployment/${name}`, `--replicas=${replicas}`);
  const patch = (object: string, operations: object[]) =>
    kubectl('patch', ...object.split(' '), '--type=json', '-p', JSON.stringify(operations));
  // the operator first: it would bring the interceptor back
  for (const name of [
    'keda-operator',
    'keda-add-ons-http-external-scaler',
    'keda-add-ons-http-interceptor',
    'keda-admission-webhooks',
  ])
    scale(name, 0);
  kubectl('cordon', node);
  patch('apiservice v1beta1.external.metrics.k8s.io', [{ op: 'replace', path: '/spec/service/name', value: 'nobody' }]);
  patch('validatingwebhookconfiguration keda-admission', [
    { op: 'replace', path: '/webhooks/0/failurePolicy', value: 'Fail' },
  ]);
  patch('crd interceptorroutes.http.keda.sh', [
    { op: 'remove', path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/coldStart' },
  ]);
  try {
    const { report } = await until(
      HEALTHY,
      [
        'error component Deployment keda/keda-operator',
        'error component Deployment keda/keda-add-ons-http-external-scaler',
        'error component Deployment keda/keda-add-ons-http-interceptor',
        'error component Deployment keda/keda-admission-webhooks',
        `error node Node ${node}`,
        'error api-service APIService v1beta1.external.metrics.k8s.io',
        'error webhook ValidatingWebhookConfiguration keda-admission',
        'error crd CustomResourceDefinition interceptorroutes.http.keda.sh',
      ],
      120,
    );
    const cause = (check: string) =>
      report.findings
        .filter((finding) => finding.check === check)
        .map((finding) => finding.cause)
        .join('\n');
    expect(cause('component')).toMatch(/scaled to 0 pods: no function wakes/);
    expect(cause('api-service')).toMatch(/leads to keda\/nobody/);
    expect(cause('webhook')).toMatch(/refuses to write scaledobjects/);
    expect(cause('crd')).toMatch(/older than that of dist/);
  } finally {
    kubectl('uncordon', node);
    apply(HEALTHY, PLATFORM.slice(0, 2));
    kubectl('rollout', 'status', '-n', 'keda', 'deployment/keda-operator', '--timeout=120s');
    scale('keda-add-ons-http-interceptor', 1);
    apply(HEALTHY, PLATFORM.slice(2));
    // of itself it dials the operator again after up to two minutes (gRPC's backoff), and HPAs hear of it a minute later
    const metricsServer = 'deployment/keda-operator-metrics-apiserver';
    kubectl('rollout', 'restart', '-n', 'keda', metricsServer);
    kubectl('rollout', 'status', '-n', 'keda', metricsServer, '--timeout=120s');
  }
  await until(HEALTHY, [], 240);
}, 480_000);

function write(file: string, object: object): void {
  writeFileSync(join(root, file), JSON.stringify(object));
  kubectl('apply', '-f', join(root, file));
}

/** A kubeconfig for the service account `viewer`. */
function viewerConfig(): string {
  const config = JSON.parse(kubectl('config', 'view', '--minify', '--raw', '-o', 'json'));
  const token = kubectl('create', 'token', 'viewer', '-n', 'fn-open').trim();
  config.users[0].user = { token };
  writeFileSync(join(root, 'viewer'), JSON.stringify(config));
  return join(root, 'viewer');
}
