import type { Duration } from 'cdk8s';
import type { EnvSource } from '../../workload/variables/env-source';
import type { Schedule } from './schedule';

/** The method of a call. */
export enum HttpMethod {
  GET = 'GET',
  POST = 'POST',
  PUT = 'PUT',
  PATCH = 'PATCH',
  DELETE = 'DELETE',
}

/** A call that a CronJob makes through the interceptor, so that it wakes the function. It fails unless the answer is 2xx. */
export interface ScheduledCall extends Schedule {
  /** Path that is called, encoded, with its query; below one of `pathPrefixes`. @default - the first of `pathPrefixes`, else "/" */
  readonly path?: string;
  /** Method of the call. @default HttpMethod.POST */
  readonly method?: HttpMethod;
  /** Headers of the call; those that the function's `headers` ask for with a value are there. @default - none */
  readonly headers?: { [name: string]: string };
  /** Headers with their values from elsewhere, such as a token from a Secret. @default - none */
  readonly headerValueFrom?: { [name: string]: EnvSource };
  /** Body of the call, not with GET; `application/json` unless `headers` says otherwise. @default - none */
  readonly body?: string;
  /** Attempts after the first, before a call has failed; the function may get it twice. @default 0 */
  readonly backoffLimit?: number;
  /**
   * Longest time of a call, its attempts and the start of their pods included; then it is stopped and has failed. Whole seconds.
   * @default - for each attempt the longest time to the response's header, and 5 minutes
   */
  readonly activeDeadline?: Duration;
  /** Calls that are kept of those that ended well, with their log. @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** Calls that are kept of those that failed. @default 3 */
  readonly failedJobsHistoryLimit?: number;
}

/** What calls a function at given times. */
export interface FunctionSchedulesProps {
  /** Calls of the function by their name, each a CronJob. @default - none */
  readonly schedules?: { [name: string]: ScheduledCall };
  /** Image that makes these calls: any that has `curl` in its path, of 7.76 or later. @default "curlimages/curl:8.17.0" */
  readonly callerImage?: string;
}
