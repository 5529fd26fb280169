import type { Kinds } from '../../../cli/doctor/model/kinds';
import { FunctionChart, JobChart, Runtime, Trigger, TriggerAuthentication, WorkloadChart } from '../../../lib';
import { ago, met, World } from './world';

// Jobs, schedules, and workloads that are made elsewhere.

const common = { project: 'p', runtime: Runtime.GO, image: 'example.com/x:1' };
const labels = { app: 'store' };
let world: World;

beforeEach(() => {
  world = new World(['a', 'b'], (environment) => {
    new JobChart(environment, 'videos', {
      ...common,
      triggers: [
        Trigger.redis({ address: ['redis:6379'], listName: 'v', authentication: TriggerAuthentication.named('redis') }),
      ],
    });
    new JobChart(environment, 'report', { ...common, schedule: { cron: '0 3 * * *' } });
    new FunctionChart(environment, 'called', { ...common, schedules: { night: { cron: '@daily' } } });
    new WorkloadChart(environment, 'store', { project: 'p', target: { kind: 'StatefulSet', name: 'store' } });
    new WorkloadChart(environment, 'rolled', { project: 'p', target: { kind: 'Rollout', name: 'rolled' } });
  });
  world.add('TriggerAuthentication', { metadata: { name: 'redis', namespace: 'fn-p' } });
  const template = { metadata: { labels }, spec: { containers: [] } };
  world.add('StatefulSet', {
    metadata: { name: 'store', namespace: 'fn-p' },
    spec: { selector: { matchLabels: labels }, template },
  });
  for (const name of ['store', 'rolled'])
    world.add('Service', {
      metadata: { name, namespace: 'fn-p' },
      spec: { selector: { app: name }, ports: [{ port: 80 }] },
    });
  const known = ['a', 'b', 'called', 'store', 'rolled'].map((name) => [`fn-p/fn-${name}`, {}]);
  world.queues = [{ pod: 'i', counts: Object.fromEntries(known) }];
});

function expectOnly(check: string, severity: string, subject: string, cause: RegExp, evidence: RegExp, fix: RegExp) {
  const found = world.findings();
  expect(found.map((each) => ({ ...each, evidence: [], fix: '', cause: '' }))).toEqual([
    { check, severity, subject, explains: expect.any(Number), evidence: [], fix: '', cause: '' },
  ]);
  expect(found[0]!.cause).toMatch(cause);
  expect(found[0]!.evidence.join('\n')).toMatch(evidence);
  expect(found[0]!.fix).toMatch(fix);
}

const VIDEOS = 'ScaledJob fn-p/fn-videos';
const REPORT = 'CronJob fn-p/fn-report';
let jobs = 0;

/** A job that was started so many seconds ago. */
function job(owner: string, seconds: number, status?: Kinds['Job']['status']): string {
  const [kind, name] = owner.split(' ') as [string, string];
  const made = `${name}-${++jobs}`;
  world.add('Job', {
    metadata: {
      name: made,
      namespace: 'fn-p',
      creationTimestamp: ago(seconds),
      ownerReferences: [{ kind, name }],
    },
    status,
  });
  return made;
}
const failed = { conditions: [{ ...met('Failed'), reason: 'BackoffLimitExceeded', message: 'limit' }] };
const complete = { conditions: [met('Complete')] };

function pod(ofJob: string, status: Kinds['Pod']['status']): string {
  const name = `${ofJob}-x`;
  world.add('Pod', {
    metadata: { name, namespace: 'fn-p', labels: { 'batch.kubernetes.io/job-name': ofJob } },
    spec: { containers: [] },
    status,
  });
  return name;
}

test('where all goes well nothing is found', () => {
  job('ScaledJob fn-videos', 100, complete);
  job('CronJob fn-called-night', 5);
  pod(job('CronJob fn-report', 100), {
    phase: 'Pending',
    containerStatuses: [{ name: 'job', state: { running: {} } }],
  });
  expect(world.findings()).toEqual([]);
});

describe('what starts jobs', () => {
  test('a trigger that fails', () => {
    world.get('ScaledJob', 'fn-p', 'fn-videos').status = {
      conditions: [{ ...met('Ready', 'False'), message: 'Triggers defined in ScaledJob are not working correctly' }],
    };
    world.event('ScaledJob', 'fn-p', 'fn-videos', { reason: 'KEDAScalerFailed', message: 'dial tcp: refused' });
    expectOnly('scaled-object', 'error', VIDEOS, /^KEDA starts no job$/, /not working[\s\S]*refused/, /scaledjobs/);
  });

  test('one that KEDA has not taken up, one that is paused, one without its authentication', () => {
    world.get('ScaledJob', 'fn-p', 'fn-videos').status = {};
    expectOnly(
      'scaled-object',
      'error',
      VIDEOS,
      /^KEDA has not taken up its ScaledJob$/,
      /Ready/,
      /describe scaledjobs/,
    );
    const { metadata } = world.get('ScaledJob', 'fn-p', 'fn-videos');
    metadata.annotations = { 'autoscaling.keda.sh/paused': 'true' };
    expectOnly(
      'paused',
      'error',
      VIDEOS,
      /^its ScaledJob is paused: no job starts$/,
      /paused: "true"/,
      /scaledjob\/fn-v/,
    );
    // what pauses a ScaledObject means nothing to a ScaledJob
    metadata.annotations = {
      'autoscaling.keda.sh/paused-replicas': '0',
      'autoscaling.keda.sh/paused-scale-in': 'true',
    };
    world.get('ScaledJob', 'fn-p', 'fn-videos').status = { conditions: [met('Ready')] };
    expect(world.findings()).toEqual([]);
    world.remove('TriggerAuthentication', 'fn-p', 'redis');
    expectOnly(
      'trigger-authentication',
      'error',
      VIDEOS,
      /by the TriggerAuthentication redis/,
      /ScaledJob fn-v/,
      /redis/,
    );
  });

  test('one that is not there', () => {
    world.remove('ScaledJob', 'fn-p', 'fn-videos');
    expectOnly('missing', 'error', VIDEOS, /^it is not in the cluster$/, /videos.yaml/, /apply .*videos.yaml/);
  });

  test('a CronJob that is suspended, by somebody or by its declaration', () => {
    world.get('CronJob', 'fn-p', 'fn-report').spec.suspend = true;
    expectOnly('cron-job', 'error', REPORT, /^its CronJob is suspended/, /suspend is true/, /patch cronjobs fn-report/);
    Object.assign(world.desired.objects.find('CronJob', 'fn-p', 'fn-report')!.spec, { suspend: true });
    expectOnly(
      'cron-job',
      'warning',
      REPORT,
      /^its declaration suspends it/,
      /true/,
      /^correct suspend in .*report.yaml/,
    );
  });

  test('a CronJob whose day never comes, and one whose controller says no', () => {
    for (const { spec } of [
      world.get('CronJob', 'fn-p', 'fn-called-night'),
      world.desired.objects.find('CronJob', 'fn-p', 'fn-called-night')!,
    ])
      Object.assign(spec, { schedule: '0 0 30 2 *' });
    expectOnly(
      'cron-job',
      'warning',
      'p/called',
      /never starts a job/,
      /30 2/,
      /^correct cron in functions\/p\/called/,
    );
    world.event('CronJob', 'fn-p', 'fn-report', { reason: 'UnknownTimeZone', message: 'invalid timeZone' });
    expect(world.findings().map(({ subject, cause }) => `${subject} ${cause}`)).toContain(
      `${REPORT} its CronJob cannot start its job`,
    );
  });
});

describe('jobs', () => {
  test('the last one failed, with its exit code and its log', () => {
    job('ScaledJob fn-videos', 100, complete);
    const name = job('ScaledJob fn-videos', 50, failed);
    const terminated = { exitCode: 3, reason: 'Error' };
    const made = pod(name, { phase: 'Failed', containerStatuses: [{ name: 'job', state: { terminated } }] });
    world.logs.set(`fn-p/${made}/job`, ['no codec']);
    expectOnly(
      'failed-job',
      'warning',
      VIDEOS,
      /^its last job failed$/,
      /BackoffLimitExceeded: limit\n.*exit code 3\nlog: no codec$/,
      new RegExp(`logs job/${name}$`),
    );
    job('ScaledJob fn-videos', 20, failed);
    expectOnly('failed-job', 'error', VIDEOS, /^its last job failed, as did the 1 before$/, /limit/, /logs/);
    job('ScaledJob fn-videos', 10, complete);
    expect(world.findings()).toEqual([]);
  });

  test('a call that failed is told of its function, unless that is why', () => {
    job('CronJob fn-called-night', 50, failed);
    expectOnly('failed-job', 'error', 'p/called', /^the last call of its schedule night failed$/, /limit/, /logs/);
    world.remove('InterceptorRoute', 'fn-p', 'fn-called');
    expectOnly('missing', 'error', 'p/called', /its InterceptorRoute/, /called.yaml/, /called.yaml/);
    expect(world.findings()[0]!.explains).toBe(1);
  });

  test.each<[string, Kinds['Pod']['status'], RegExp]>([
    [
      'an image',
      { containerStatuses: [{ name: 'job', state: { waiting: { reason: 'ImagePullBackOff', message: 'no such' } } }] },
      /ImagePullBackOff: no such/,
    ],
    [
      'a node',
      { conditions: [{ ...met('PodScheduled', 'False'), reason: 'Unschedulable', message: '0/1 nodes' }] },
      /Unschedulable: 0\/1 nodes/,
    ],
  ])('one waits for %s', (_, status, evidence) => {
    pod(job('CronJob fn-report', 50), status);
    expectOnly('job-start', 'error', REPORT, /^its job does not start$/, evidence, /describe jobs fn-report/);
  });

  test('one whose pod is refused', () => {
    const name = job('ScaledJob fn-videos', 50);
    world.event('Job', 'fn-p', name, { reason: 'FailedCreate', message: 'exceeded quota' });
    job('ScaledJob fn-videos', 60);
    expectOnly('job-start', 'error', VIDEOS, /does not start/, /FailedCreate: exceeded quota/, /describe jobs/);
  });
});

describe('a workload that is made elsewhere', () => {
  const STORE = 'StatefulSet fn-p/store';

  test('is not there', () => {
    world.remove('StatefulSet', 'fn-p', 'store');
    world.remove('Service', 'fn-p', 'store');
    expectOnly(
      'target',
      'error',
      STORE,
      /^it is not there/,
      /target StatefulSet store/,
      /correct target in .*store.yaml/,
    );
  });

  test('of a kind that doctor does not read: KEDA says that it is not there', () => {
    const message = `ScaledObject doesn't have correct scaleTargetRef specification: rollouts.argoproj.io "rolled" not found`;
    world.get('ScaledObject', 'fn-p', 'fn-rolled').status = { conditions: [{ ...met('Ready', 'False'), message }] };
    expectOnly('target', 'error', 'Rollout fn-p/rolled', /^it is not there/, /"rolled" not found/, /rolled.yaml/);
    expect(world.findings()[0]!.explains).toBe(1);
  });

  test.each<[string, () => void, RegExp, RegExp]>([
    ['is not there', () => world.remove('Service', 'fn-p', 'store'), /Service store is not there/, /service is store/],
    [
      'has another port',
      () => Object.assign(world.get('Service', 'fn-p', 'store').spec.ports![0]!, { port: 81 }),
      /has no port 80$/,
      /it has 81/,
    ],
    [
      'selects other pods',
      () => Object.assign(world.get('Service', 'fn-p', 'store').spec, { selector: { app: 'shop' } }),
      /does not select its pods/,
      /app=shop\npods have app=store/,
    ],
  ])('has a Service that %s', (_, make, cause, evidence) => {
    make();
    expectOnly('target', 'error', STORE, cause, evidence, /store/);
  });

  test('has a route that is missing, and one that another takes', () => {
    const route = structuredClone(world.get('InterceptorRoute', 'fn-p', 'fn-store'));
    world.add('InterceptorRoute', {
      ...route,
      metadata: { name: 'rival', namespace: 'fn-p', creationTimestamp: ago(5) },
    });
    expectOnly('duplicate-route', 'warning', STORE, /2 routes/, /rival/, /delete interceptorroutes rival/);
    world.remove('InterceptorRoute', 'fn-p', 'rival');
    world.remove('InterceptorRoute', 'fn-p', 'fn-store');
    expectOnly('missing', 'error', STORE, /^its InterceptorRoute is not/, /store.yaml/, /store.yaml/);
  });
});

test('with one function alone only its schedules are looked at', () => {
  world.get('CronJob', 'fn-p', 'fn-report').spec.suspend = true;
  const only = (subject: string) => world.snapshot(world.desired.only(subject)).desired;
  expect(only('p/called').jobs.map(({ name }) => name)).toEqual(['fn-called-night']);
  expect(only('p/called').elsewhere).toEqual([]);
  expect(only('p/a').jobs).toEqual([]);
});
