import { App, Duration } from 'cdk8s';
import {
  ConcurrencyPolicy,
  Environment,
  JobChart,
  type JobChartProps,
  JobRestartPolicy,
  JobRolloutStrategy,
  JobScaling,
  MultipleScalersCalculation,
  PropagationPolicy,
  Runtime,
  Trigger,
} from '../../lib';
import { JOB } from '../../lib/function/job/fields';
import { load } from '../catalog/folder';
import { type Effects, proveEffects } from '../effects';
import { CONFIG_MAPS_EFFECTS } from '../function/effects/config-maps';
import { FILES_EFFECTS } from '../function/effects/files';
import { IDENTITY_EFFECTS } from '../function/effects/identity';
import { INIT_CONTAINER_EFFECTS } from '../function/effects/init-containers';
import { METADATA_EFFECTS } from '../function/effects/metadata';
import { NETWORK_EFFECTS } from '../function/effects/network';
import { PLACEMENT_EFFECTS } from '../function/effects/placement';
import { PROCESS_EFFECTS } from '../function/effects/process';
import { RESOURCES_EFFECTS } from '../function/effects/resources';

const SPEC = 'ScaledJob/spec';
const JOB_SPEC = `${SPEC}/jobTargetRef`;
const CRON = 'CronJob/spec';
const TRIGGERS = [Trigger.redis({ address: ['redis:6379'], listName: 'jobs' })];
const BASE = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', triggers: TRIGGERS };
const SCHEDULE = { cron: '0 3 * * *' };

/** What a pod has because of a setting, the pod of a job has too; other objects of a function it has none of. */
function inJob(effects: Effects): Effects {
  const own = (where: string) =>
    where.replace(/^Deployment\/spec\/template/, `${JOB_SPEC}/template`).replace(/^Deployment\//, 'ScaledJob/');
  const ofFunctions = /^(Service|InterceptorRoute|HTTPScaledObject|ScaledObject|PodDisruptionBudget|warnings)\b/;
  return Object.fromEntries(
    Object.entries(effects).map(([setting, rows]) => [
      setting,
      rows.flatMap(({ given, at }) => {
        const left = Object.entries(at).filter(([where]) => !ofFunctions.test(where));
        return left.length > 0 ? [{ given, at: Object.fromEntries(left.map(([where, to]) => [own(where), to])) }] : [];
      }),
    ]),
  );
}

const { port, handler, ...PROCESS } = PROCESS_EFFECTS;
const scheduled = (given: object, at: object) => [
  {
    given: { triggers: undefined, schedule: { ...SCHEDULE, ...given } },
    at: Object.fromEntries(Object.entries(at).map(([key, value]) => [`${CRON}/${key}`, value])),
  },
];

const EFFECTS: Effects = {
  runtime: [
    { given: { runtime: Runtime.NODE }, at: { [`${JOB_SPEC}/template/spec/securityContext/runAsUser`]: 1000 } },
    {
      given: { runtime: Runtime.NODE },
      at: { [`${JOB_SPEC}/template/spec/containers/job/env/NODE_ENV/value`]: 'production' },
    },
  ],
  image: [{ given: { image: 'c/d:2' }, at: { [`${JOB_SPEC}/template/spec/containers/0/image`]: 'c/d:2' } }],
  project: [{ given: { project: 'bar' }, at: { 'ScaledJob/metadata/namespace': 'fn-bar' } }],
  name: [{ given: { name: 'bye' }, at: { 'ScaledJob/metadata/name': 'fn-bye' } }],
  functionId: [{ given: { functionId: '42' }, at: { 'ScaledJob/metadata/labels/function-id': '42' } }],
  triggers: [
    {
      given: {
        triggers: [Trigger.cron({ timezone: 'UTC', start: '0 1 * * *', end: '0 2 * * *', desiredReplicas: 1 })],
      },
      at: { [`${SPEC}/triggers/0/type`]: 'cron' },
    },
  ],
  'schedule.cron': scheduled({ cron: '@daily' }, { schedule: '@daily' }),
  'schedule.timeZone': [
    ...scheduled({ timeZone: 'Europe/Berlin' }, { timeZone: 'Europe/Berlin' }),
    ...scheduled({}, { timeZone: 'UTC' }),
  ],
  'schedule.concurrencyPolicy': [
    ...scheduled({ concurrencyPolicy: ConcurrencyPolicy.REPLACE }, { concurrencyPolicy: 'Replace' }),
    ...scheduled({}, { concurrencyPolicy: 'Forbid' }),
  ],
  'schedule.startingDeadline': scheduled({ startingDeadline: Duration.minutes(5) }, { startingDeadlineSeconds: 300 }),
  'schedule.suspend': scheduled({ suspend: true }, { suspend: true }),
  minReplicas: [{ given: { minReplicas: 2 }, at: { [`${SPEC}/minReplicaCount`]: 2 } }],
  maxReplicas: [{ given: { maxReplicas: 50 }, at: { [`${SPEC}/maxReplicaCount`]: 50 } }],
  pollingInterval: [{ given: { pollingInterval: Duration.seconds(5) }, at: { [`${SPEC}/pollingInterval`]: 5 } }],
  'scalingStrategy.strategy': [
    {
      given: { scalingStrategy: { strategy: JobScaling.EAGER } },
      at: { [`${SPEC}/scalingStrategy/strategy`]: 'eager' },
    },
  ],
  'scalingStrategy.customScalingQueueLengthDeduction': [
    {
      given: {
        scalingStrategy: {
          strategy: JobScaling.CUSTOM,
          customScalingQueueLengthDeduction: 1,
          customScalingRunningJobPercentage: 1,
        },
      },
      at: {
        [`${SPEC}/scalingStrategy`]: {
          strategy: 'custom',
          customScalingQueueLengthDeduction: 1,
          customScalingRunningJobPercentage: '1',
          multipleScalersCalculation: 'max',
        },
      },
    },
  ],
  'scalingStrategy.customScalingRunningJobPercentage': [
    {
      given: { scalingStrategy: { strategy: JobScaling.CUSTOM, customScalingRunningJobPercentage: 0.5 } },
      at: { [`${SPEC}/scalingStrategy/customScalingRunningJobPercentage`]: '0.5' },
    },
  ],
  'scalingStrategy.pendingPodConditions': [
    {
      given: { scalingStrategy: { pendingPodConditions: ['Ready'] } },
      at: { [`${SPEC}/scalingStrategy/pendingPodConditions`]: ['Ready'] },
    },
  ],
  'scalingStrategy.multipleScalersCalculation': [
    {
      given: { scalingStrategy: { multipleScalersCalculation: MultipleScalersCalculation.SUM } },
      at: { [`${SPEC}/scalingStrategy/multipleScalersCalculation`]: 'sum' },
    },
  ],
  'rollout.strategy': [
    {
      given: { rollout: { strategy: JobRolloutStrategy.IMMEDIATE } },
      at: { [`${SPEC}/rollout/strategy`]: 'immediate' },
    },
  ],
  'rollout.propagationPolicy': [
    {
      given: {
        rollout: { strategy: JobRolloutStrategy.IMMEDIATE, propagationPolicy: PropagationPolicy.FOREGROUND },
      },
      at: { [`${SPEC}/rollout/propagationPolicy`]: 'foreground' },
    },
  ],
  parallelism: [{ given: { parallelism: 3 }, at: { [`${JOB_SPEC}/parallelism`]: 3, [`${JOB_SPEC}/completions`]: 3 } }],
  completions: [{ given: { completions: 5 }, at: { [`${JOB_SPEC}/completions`]: 5 } }],
  backoffLimit: [{ given: { backoffLimit: 0 }, at: { [`${JOB_SPEC}/backoffLimit`]: 0 } }],
  restartPolicy: [
    {
      given: { restartPolicy: JobRestartPolicy.ON_FAILURE },
      at: { [`${JOB_SPEC}/template/spec/restartPolicy`]: 'OnFailure' },
    },
  ],
  activeDeadline: [
    { given: { activeDeadline: Duration.hours(3) }, at: { [`${JOB_SPEC}/activeDeadlineSeconds`]: 10800 } },
  ],
  terminationGracePeriod: [
    {
      given: { terminationGracePeriod: Duration.minutes(10) },
      at: { [`${JOB_SPEC}/template/spec/terminationGracePeriodSeconds`]: 600 },
    },
  ],
  ttlAfterFinished: [
    { given: { ttlAfterFinished: Duration.hours(1) }, at: { [`${JOB_SPEC}/ttlSecondsAfterFinished`]: 3600 } },
  ],
  successfulJobsHistoryLimit: [
    { given: { successfulJobsHistoryLimit: 3 }, at: { [`${SPEC}/successfulJobsHistoryLimit`]: 3 } },
    {
      given: { triggers: undefined, schedule: SCHEDULE, successfulJobsHistoryLimit: 3 },
      at: { [`${CRON}/successfulJobsHistoryLimit`]: 3 },
    },
  ],
  failedJobsHistoryLimit: [
    { given: { failedJobsHistoryLimit: 0 }, at: { [`${SPEC}/failedJobsHistoryLimit`]: 0 } },
    {
      given: { triggers: undefined, schedule: SCHEDULE, failedJobsHistoryLimit: 0 },
      at: { [`${CRON}/failedJobsHistoryLimit`]: 0 },
    },
  ],
  ...inJob({
    ...PROCESS,
    ...FILES_EFFECTS,
    ...CONFIG_MAPS_EFFECTS,
    ...INIT_CONTAINER_EFFECTS,
    ...RESOURCES_EFFECTS,
    egress: NETWORK_EFFECTS.egress,
    egressTo: NETWORK_EFFECTS.egressTo,
    ...IDENTITY_EFFECTS,
    ...PLACEMENT_EFFECTS,
    ...METADATA_EFFECTS,
  }),
};

proveEffects(JOB, EFFECTS, {
  build(props: Partial<JobChartProps>) {
    const app = new App();
    new JobChart(new Environment(app, 'e', { domain: 'fn.test' }), 'hello', { ...BASE, ...props });
    return app;
  },
  load(settings) {
    const base = { kind: 'job', runtime: 'go', image: 'a/b:1' };
    const start = settings.schedule ? {} : { triggers: [{ type: 'redis', address: ['redis:6379'], listName: 'jobs' }] };
    return load({
      'environments/e.yaml': 'domain: fn.test',
      'functions/shop/hello.yaml': JSON.stringify({ ...base, ...start, ...settings }),
    }).environments[0].projects[0].jobs[0].props;
  },
});
