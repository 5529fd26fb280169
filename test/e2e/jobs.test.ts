import { realpathSync } from 'node:fs';
import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, JobChart, KedaPlatform, ProjectChart, Runtime, Trigger } from '../../lib';
import { BROKERS_INSTALLED, Brokers } from './brokers';
import { apply, deleteNamespace, image, kubectl, nodeAddress, untilReady, waitUntil } from './cluster';

// What runs by itself: jobs that a queue starts and that its end does not stop, jobs and calls on a schedule.

const { seconds } = Duration;
const namespace = 'fn-jobs';
const PLATFORM = ['jobs/keda/crds.yaml', 'jobs/keda/keda.yaml', 'jobs/keda/http-add-on.yaml'];
const EVERY_MINUTE = { cron: '* * * * *' };
const describeWithBrokers = BROKERS_INSTALLED ? describe : describe.skip;

interface Job {
  readonly metadata: { readonly name: string; readonly labels: { readonly [label: string]: string } };
  readonly status: { readonly active?: number; readonly succeeded?: number; readonly failed?: number };
}

const read = (kind: string, name: string) =>
  JSON.parse(kubectl('get', kind, '-n', namespace, `fn-${name}`, '-o', 'json'));
const jobsOf = (name: string): Job[] =>
  JSON.parse(kubectl('get', 'jobs', '-n', namespace, '-o', 'json')).items.filter(({ metadata }: Job) =>
    metadata.name.startsWith(`fn-${name}-`),
  );
const ended = (name: string, how: 'succeeded' | 'failed') => jobsOf(name).find(({ status }) => status[how]);
const replicas = (name: string): number => read('deployment', name).spec.replicas;
/** Starts what a CronJob starts when it is time. */
const runNow = (name: string) =>
  kubectl('create', 'job', '-n', namespace, `fn-${name}-now`, `--from=cronjob/fn-${name}`);
const logOf = ({ metadata }: Job) => kubectl('logs', '-n', namespace, `job/${metadata.name}`).trim();

function platform(): { app: App; environment: Environment } {
  const app = new App();
  const environment = new Environment(app, 'jobs', { domain: 'jobs.test' });
  new KedaPlatform(environment, 'keda');
  return { app, environment };
}

describeWithBrokers('jobs and schedules', () => {
  let brokers: Brokers;

  beforeAll(async () => {
    apply(platform().app, PLATFORM);
    kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
    untilReady('keda');
    const address = nodeAddress();
    brokers = new Brokers(address);
    await brokers.up('redis');
    const { app, environment } = platform();
    new ProjectChart(environment, 'project', { name: 'jobs' });
    const common = { project: 'jobs', image: image('node'), runtime: Runtime.NODE };
    const node20s = {
      command: [realpathSync(process.execPath), '-e', 'setTimeout(() => console.log("done"), 20_000)'],
    };
    new JobChart(environment, 'videos', {
      ...common,
      ...node20s,
      pollingInterval: seconds(2),
      env: { REDIS_PASSWORD: 'right' },
      triggers: [
        Trigger.redis({
          address: [`${address}:${brokers.ports.redis}`],
          listName: 'videos',
          listLength: 1,
          passwordFromEnv: 'REDIS_PASSWORD',
        }),
      ],
    });
    new JobChart(environment, 'report', {
      ...common,
      command: [realpathSync(process.execPath), '-e', 'console.log("report")'],
      schedule: EVERY_MINUTE,
    });
    const sleeper = {
      ...{ runtime: Runtime.GO, project: 'jobs', image: image('go'), callerImage: image('curl') },
      ...{ cooldown: seconds(2), initialCooldown: seconds(0), requestRateWindow: seconds(2) },
    };
    new FunctionChart(environment, 'called', {
      ...sleeper,
      schedules: { minute: { ...EVERY_MINUTE, path: '/clean' } },
    });
    new FunctionChart(environment, 'missing', {
      ...sleeper,
      hosts: ['missing.test'],
      schedules: { never: { cron: '@yearly' } },
    });
    apply(app, [...PLATFORM, 'jobs/project.yaml']);
  }, 400_000);

  afterAll(async () => {
    await brokers?.stop();
    deleteNamespace(namespace);
  }, 200_000);

  test('a job of a queue goes on when the queue is empty', async () => {
    brokers.redis('RPUSH', 'videos', '1', '2');
    await waitUntil('two jobs run', 60, () => jobsOf('videos').filter(({ status }) => status.active).length === 2);
    brokers.redis('DEL', 'videos');
    await waitUntil(
      'both jobs ended well',
      60,
      () => jobsOf('videos').filter((job) => job.status.succeeded).length === 2,
    );
    expect(jobsOf('videos')).toHaveLength(2);
    expect(jobsOf('videos').map(logOf)).toEqual(['done', 'done']);
  }, 150_000);

  test('a job runs when it is time', async () => {
    await waitUntil('a report', 90, () => ended('report', 'succeeded') !== undefined);
    expect(logOf(ended('report', 'succeeded')!)).toBe('report');
  }, 120_000);

  test('a function without a pod is woken when it is time', async () => {
    await waitUntil('no pod of called', 60, () => replicas('called') === 0);
    const before = jobsOf('called').length;
    await waitUntil('a call', 90, () => jobsOf('called').length > before);
    await waitUntil('its end', 60, () => jobsOf('called').every(({ status }) => status.succeeded));
    expect(jobsOf('called').map(logOf)).toEqual(jobsOf('called').map(() => 'called'));
    await waitUntil('no pod of called, again', 60, () => replicas('called') === 0);
  }, 240_000);

  test('a call that is not answered by 2xx fails, with the answer in its log', async () => {
    kubectl('delete', 'interceptorroute,httpscaledobject', '-n', namespace, 'fn-missing');
    runNow('missing-never');
    await waitUntil('the call failed', 60, () => ended('missing-never', 'failed') !== undefined);
    expect(logOf(ended('missing-never', 'failed')!)).toContain('404');
  }, 90_000);
});
