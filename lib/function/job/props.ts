import type { Duration } from 'cdk8s';
import type { Trigger } from '../../triggers';
import type { VariablesProps } from '../../workload/variables/props';
import type { EgressProps } from '../network/props';
import type { PodProps } from '../pod/props';
import type { ContainerProcessProps } from '../process/props';
import type { Runtime } from '../runtime/runtime';
import type { Schedule } from '../schedule/schedule';
import type { JobRollout, JobScalingStrategy } from './scaling';

/** What happens when the process of a job ends with an error. */
export enum JobRestartPolicy {
  /** Another pod is made; the one that failed stays, with its log. */
  NEVER = 'Never',
  /** The container is started anew in its pod. */
  ON_FAILURE = 'OnFailure',
}

/** What starts a job, and how many run at once: `triggers`, or `schedule`. */
export interface JobScalingProps {
  /** What KEDA starts jobs by, as a ScaledJob: a job for each item that waits, or as many as the trigger says. @default - none */
  readonly triggers?: Trigger[];
  /** When a job runs, as a CronJob of the job's own image. @default - none */
  readonly schedule?: Schedule;
  /** Jobs that always run. With `triggers`. @default 0 */
  readonly minReplicas?: number;
  /** Jobs that run at once. With `triggers`. @default 10 */
  readonly maxReplicas?: number;
  /** How often KEDA asks the triggers; whole seconds. With `triggers`. @default Duration.seconds(30) */
  readonly pollingInterval?: Duration;
  /** How KEDA counts the jobs that it starts. With `triggers`. @default - one for each item, less those that run */
  readonly scalingStrategy?: JobScalingStrategy;
  /** What becomes of the jobs that run when the declaration changes. With `triggers`. @default - they end as they began */
  readonly rollout?: JobRollout;
}

/** How a job runs, and what is left of it: the settings of a Kubernetes Job. */
export interface JobRunProps {
  /** Pods that run at once in one job. @default 1 */
  readonly parallelism?: number;
  /** Pods that have to end well in one job. @default - parallelism */
  readonly completions?: number;
  /** Attempts after the first, before a job has failed. @default 6 */
  readonly backoffLimit?: number;
  /** What happens when the process ends with an error. @default JobRestartPolicy.NEVER */
  readonly restartPolicy?: JobRestartPolicy;
  /** Longest time of a job, its attempts included; then it is stopped and has failed. Whole seconds. @default - none */
  readonly activeDeadline?: Duration;
  /** Time that the process has to end when its pod is stopped, as on a node that is emptied. Whole seconds. @default Duration.seconds(30) */
  readonly terminationGracePeriod?: Duration;
  /** Time after which a job that has ended is deleted, whatever the history limits. Whole seconds. @default - none */
  readonly ttlAfterFinished?: Duration;
  /** Jobs that are kept of those that ended well. @default 10 */
  readonly successfulJobsHistoryLimit?: number;
  /** Jobs that are kept of those that failed. @default 10 */
  readonly failedJobsHistoryLimit?: number;
}

/**
 * Work that ends by itself, and is not stopped when there is less of it: a Kubernetes Job for each piece. In YAML it is a file
 * among the functions that says `kind: job`.
 */
export interface JobChartProps
  extends JobScalingProps,
    JobRunProps,
    ContainerProcessProps,
    VariablesProps,
    PodProps,
    EgressProps {
  /** Language runtime: user id, writable paths and start-up environment. */
  readonly runtime: Runtime;
  /** Image with a tag other than `latest`, or with a digest. */
  readonly image: string;
  /** Project that the job belongs to, whose namespace it runs in. */
  readonly project: string;
  /** Name of the job, after which the environment's naming calls its objects. @default - the construct's id */
  readonly name?: string;
  /** Id of the job in another system; becomes the label that the environment's naming has for it. @default - no such label */
  readonly functionId?: string;
}
