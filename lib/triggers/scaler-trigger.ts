import type { TriggerAuthentication } from './authentication';
import { allScalers } from './scalers';
import { metadataText } from './values';

/** What the value of a trigger's metric is held against. */
export enum MetricTargetType {
  /** The value divided by the number of pods. */
  AVERAGE_VALUE = 'AverageValue',
  /** The value as it is. */
  VALUE = 'Value',
  /** The average share of what the pods request; for cpu and memory. */
  UTILIZATION = 'Utilization',
}

/** What every trigger has, whatever its scaler. */
export interface TriggerProps {
  /** Name of the trigger, by which scaling modifiers speak of it. @default - none */
  readonly name?: string;
  /** What the value of the metric is held against; cpu and memory need it. @default - AverageValue */
  readonly metricType?: MetricTargetType;
  /** Whether the HPA gets what was last polled in place of asking anew; not for cpu, memory and cron. @default false */
  readonly useCachedMetrics?: boolean;
  /** How KEDA authenticates. @default - not at all, or by what the metadata says */
  readonly authentication?: TriggerAuthentication;
}

/** A trigger with the metadata that it has in KEDA. */
export interface UntypedTriggerProps extends TriggerProps {
  /** Metadata that KEDA gets as it is. */
  readonly untyped: { [name: string]: string };
}

/** The settings of a trigger: its scaler, what every trigger has, and the scaler's parameters. */
export interface TriggerSettings extends TriggerProps {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

/** Behind the name of a parameter: the variable of the container that holds it. */
export const FROM_ENV = 'FromEnv';

/** What makes KEDA scale: a scaler, and what it is told. */
export abstract class ScalerTrigger {
  public readonly name?: string;
  public readonly metricType?: MetricTargetType;
  public readonly useCachedMetrics?: boolean;
  public readonly authentication?: TriggerAuthentication;

  protected constructor(
    /** The scaler, by KEDA's name of it. */
    public readonly type: string,
    /** @internal */
    public readonly _props: TriggerProps,
  ) {
    this.name = _props.name;
    this.metricType = _props.metricType;
    this.useCachedMetrics = _props.useCachedMetrics;
    this.authentication = _props.authentication;
  }

  /** What the scaler is told, as KEDA takes it: texts. Valid once the trigger was checked, as a function does. */
  public get metadata(): { [name: string]: string } {
    const { name, metricType, useCachedMetrics, authentication, untyped, metadata, ...parameters } = this
      ._props as TriggerProps & { readonly untyped?: object; readonly metadata?: object };
    const known = allScalers()[this.type]?.parameters ?? {};
    const texts = Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, known[key] ? metadataText(known[key], value) : String(value)]);
    return { ...Object.fromEntries(texts), ...metadata, ...untyped };
  }

  /** Variables that the function's container must have, since the scaler reads them. */
  public get variables(): string[] {
    return Object.entries(this.metadata).flatMap(([key, value]) => (key.endsWith(FROM_ENV) ? value : []));
  }
}
