import type { Duration } from 'cdk8s';

/** What happens when it is time for a run while another still goes on. */
export enum ConcurrencyPolicy {
  /** Both run. */
  ALLOW = 'Allow',
  /** The new one is left out. */
  FORBID = 'Forbid',
  /** The one that runs is stopped. */
  REPLACE = 'Replace',
}

/** When something runs: what a CronJob is told. */
export interface Schedule {
  /** Minute, hour, day of the month, month and day of the week, such as `0 3 * * mon-fri`; or `@daily` and the like. */
  readonly cron: string;
  /** Time zone of the schedule, a name of the IANA database. @default "UTC" */
  readonly timeZone?: string;
  /** What happens when a run is due while another still goes on. @default ConcurrencyPolicy.FORBID */
  readonly concurrencyPolicy?: ConcurrencyPolicy;
  /** How late a run may start; one that is later is left out. Whole seconds, at least 10: the controller looks that often. @default - any time */
  readonly startingDeadline?: Duration;
  /** Whether no run starts. @default false */
  readonly suspend?: boolean;
}
