import { Duration, Size } from 'cdk8s';
import { Cpu } from '../values/cpu';

/** The default of every function setting, for the constructs and for the catalog's JSON Schema. */
export const FUNCTION_DEFAULTS = {
  port: 8080,
  healthPath: '/health',
  handler: 'main',
  cpu: Cpu.millis(100),
  memory: Size.mebibytes(128),
  timeout: Duration.seconds(30),
  readinessTimeout: Duration.seconds(60),
  minReplicas: 0,
  maxReplicas: 10,
  cooldown: Duration.seconds(300),
  initialCooldown: Duration.seconds(120),
  concurrency: 100,
  requestRate: 100,
  requestRateWindow: Duration.minutes(1),
  requestRateGranularity: Duration.seconds(1),
} as const;

/** Limits of function settings. */
export const FUNCTION_LIMITS = {
  /** With the longest timeout it fits into the five digits that a duration of the Gateway API has. */
  readinessTimeout: Duration.hours(24),
  requestTimeout: Duration.hours(24),
  /** The scaler rounds more than 2000 buckets to none and then never wakes (http-add-on issue 1692). */
  requestRateBuckets: 1000,
} as const;

/** The port of a function's Service to which the interceptor sends requests. */
export const SERVICE_PORT = 80;

/** How long a stopping pod keeps serving while the data path learns that it is going away. */
export const PRE_STOP_SECONDS = 5;
