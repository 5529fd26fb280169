import type { Duration } from 'cdk8s';
import type { Resources } from '../workload/resources';
import { replaceFlags } from './flags';
import type { PlatformImages } from './versions';

/** How much a component logs. */
export enum LogLevel {
  DEBUG = 'debug',
  INFO = 'info',
  ERROR = 'error',
}

/** What every component of the platform can be told. */
export interface ProcessProps {
  /** CPU and memory, in place of all that the sizing says. @default - those of the sizing */
  readonly resources?: Resources;
  /** How much the component logs. @default LogLevel.INFO */
  readonly logLevel?: LogLevel;
  /**
   * More command-line flags, `--flag` or `--flag=value`; one that is already set replaces it. Those that other parts of
   * the platform depend on are refused.
   * @default - none
   */
  readonly extraArgs?: string[];
}

/** Settings of a component with a fixed number of pods. */
export interface ComponentProps extends ProcessProps {
  /** Number of pods, at least 1. @default - that of the sizing */
  readonly replicas?: number;
}

/** Settings of the interceptor, which KEDA scales with the requests in flight. */
export interface InterceptorProps extends ProcessProps {
  /** Pods without traffic, at least 1. @default - as the sizing says: 2 */
  readonly minReplicas?: number;
  /** Pods under the highest load. @default - as the sizing says: 50 */
  readonly maxReplicas?: number;
}

/** Settings of the external scaler. Both intervals are whole milliseconds, 10 ms to 10 seconds. */
export interface ScalerProps extends ComponentProps {
  /**
   * How often each scaler asks each interceptor for the requests it holds; a cold start waits for half of it on average.
   * The answer names every function, at zero as well.
   * @default - as the sizing says: 20 ms
   */
  readonly queueTick?: Duration;
  /**
   * How often KEDA hears of each function; a cold start waits for half of it on average. A message for each function, at
   * zero as well: hundreds of them want both intervals longer, docs/cold-start.md has the numbers.
   * @default - as the sizing says: 40 ms
   */
  readonly streamInterval?: Duration;
}

/** What a sizing says of a process. */
export interface ProcessSizing {
  readonly resources: Resources;
  readonly args?: string[];
  readonly env?: { readonly [name: string]: string };
}

/** What a sizing says of a component with a fixed number of pods. */
export interface ComponentSizing extends ProcessSizing {
  readonly replicas: number;
}

/** What a sizing says of the external scaler. */
export interface ScalerSizing extends ComponentSizing {
  /** @default - upstream's 500 ms, which is then left unsaid */
  readonly queueTick?: Duration;
  readonly streamInterval: Duration;
}

/** What a sizing says of the interceptor. */
export interface InterceptorSizing extends ProcessSizing {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** What the construct of a component is given. */
export interface ComponentSetup<Props, Sizing> {
  readonly namespace: string;
  readonly images: PlatformImages;
  readonly props?: Props;
  readonly sizing: Sizing;
}

/** How many pods a component has: as it is told, else as the sizing says. */
export function replicasOf({ props, sizing }: ComponentSetup<ComponentProps, ComponentSizing>): number {
  return props?.replicas ?? sizing.replicas;
}

/** The command line of a component: its own flags, the sizing's, the user's; a later one replaces an earlier one. */
export function commandLine(own: string[], sizing: ProcessSizing, props: ProcessProps = {}): string[] {
  const log = [
    `--zap-log-level=${props.logLevel ?? LogLevel.INFO}`,
    '--zap-encoder=console',
    '--zap-time-encoding=rfc3339',
  ];
  return replaceFlags(replaceFlags([...own, ...log], sizing.args ?? []), props.extraArgs ?? []);
}
