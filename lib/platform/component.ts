import type { Duration } from 'cdk8s';
import type { Resources } from '../workload/resources';
import { LogLevel, type ProcessProps } from './component-props';
import { replaceFlags } from './flags';
import type { OpenTelemetryProps } from './open-telemetry/props';
import type { Rights } from './rights/rights';
import type { PlatformImages } from './versions';

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

/** What the constructs of all components are given. */
export interface PlatformSetup {
  readonly namespace: string;
  readonly images: PlatformImages;
  /** @default - nothing is sent */
  readonly openTelemetry?: OpenTelemetryProps;
  /** By what is declared. @default - those of upstream */
  readonly rights?: Rights;
}

/** What the construct of a component is given. */
export interface ComponentSetup<Props, Sizing> extends PlatformSetup {
  /** With what the platform says of all of them. */
  readonly props: Props;
  readonly sizing: Sizing;
}

/** The command line of a component: its own flags, the sizing's, the user's; a later one replaces an earlier one. */
export function commandLine(own: string[], sizing: ProcessSizing, props: ProcessProps): string[] {
  const log = [
    `--zap-log-level=${props.logLevel ?? LogLevel.INFO}`,
    '--zap-encoder=console',
    '--zap-time-encoding=rfc3339',
  ];
  return replaceFlags(replaceFlags([...own, ...log], sizing.args ?? []), props.extraArgs ?? []);
}
