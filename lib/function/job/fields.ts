import { Duration } from 'cdk8s';
import {
  duration,
  type Fault,
  type Fields,
  integer,
  list,
  object,
  oneOf,
  type Resolved,
  Table,
} from '../../fields/index';
import { dnsLabel, image, labelValue } from '../../fields/names';
import { trigger } from '../../triggers/fields';
import { FUNCTION } from '../fields';
import { EGRESS_FIELDS } from '../network/fields';
import { POD_FIELDS } from '../pod/fields';
import { processFields } from '../process/fields';
import { runtime } from '../runtime/runtime-field';
import { SCHEDULE } from '../schedule/schedule-fields';
import { type JobChartProps, JobRestartPolicy } from './props';
import { JOB_RULES } from './rules';
import { JOB_ROLLOUT, JOB_SCALING_STRATEGY } from './scaling-fields';

const seconds = (min: number) => duration({ wholeSeconds: true, min: Duration.seconds(min) });

const shared = { ...processFields(), ...POD_FIELDS, ...EGRESS_FIELDS };

const fields = {
  runtime: { ...runtime(), required: true },
  image: { ...image(), required: true },
  project: { ...dnsLabel(), required: true, codeOnly: true },
  name: { ...dnsLabel(), codeOnly: true },
  functionId: { ...labelValue(), key: 'id' },
  triggers: list(trigger()),
  schedule: object(SCHEDULE),
  minReplicas: { ...integer(0), default: 0 },
  maxReplicas: { ...integer(1), default: 10 },
  pollingInterval: { ...seconds(1), default: Duration.seconds(30) },
  scalingStrategy: object(JOB_SCALING_STRATEGY),
  rollout: object(JOB_ROLLOUT),
  parallelism: { ...integer(1), default: 1 },
  completions: integer(1),
  backoffLimit: { ...integer(0), default: 6 },
  restartPolicy: { ...oneOf(JobRestartPolicy), default: JobRestartPolicy.NEVER },
  activeDeadline: seconds(1),
  terminationGracePeriod: { ...seconds(0), default: Duration.seconds(30) },
  ttlAfterFinished: seconds(0),
  successfulJobsHistoryLimit: { ...integer(0), default: 10 },
  failedJobsHistoryLimit: { ...integer(0), default: 10 },
  ...shared,
} satisfies Fields<JobChartProps>;

/** The settings of a job, checked and with their defaults. */
export type JobSettings = Resolved<JobChartProps, typeof fields>;

const NOT_CALLED = { reason: 'is a setting of functions, which are called', allowed: 'none: nobody calls a job' };
const REFUSED: { readonly [key: string]: Fault } = {
  ...Object.fromEntries(FUNCTION.keys.filter((key) => !Object.hasOwn(fields, key)).map((key) => [key, NOT_CALLED])),
  timeout: { reason: 'is a setting of functions', allowed: 'activeDeadline' },
};

/** The settings of a job. */
export const JOB = new Table<JobChartProps, typeof fields>('JobChartProps', fields, JOB_RULES, REFUSED);

/** What a job takes of the settings that functions have in common. */
export const JOB_SHARED = Object.keys(shared) as (keyof typeof shared)[];

/** The settings of a job itself, over those that it shares. */
export const JOB_LAYER = JOB.layer({
  removes: true,
  keeps: ['runtime', 'image', 'functionId'],
  requires: ['runtime', 'image'],
});

/** Settings over those of a job itself. */
export const JOB_OVERRIDE = JOB.layer({ removes: true });
