import type { Condition, Conditioned, KubeObject, Labels } from './object';

export interface Autoscaler extends Conditioned {
  readonly spec: {
    readonly scaleTargetRef: { readonly kind?: string; readonly name: string };
    readonly maxReplicas?: number;
  };
}

export interface TriggerSpec {
  readonly type: string;
  readonly metadata?: Labels;
  readonly authenticationRef?: {
    readonly name: string;
    readonly kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication';
  };
}

/** What KEDA writes of what it scales by: its triggers are called by their metrics. */
export interface ScaledStatus {
  readonly conditions?: Condition[];
  readonly lastActiveTime?: string;
  readonly triggersActivity?: { readonly [metric: string]: { readonly isActive: boolean } };
  readonly health?: { readonly [metric: string]: { readonly status?: string; readonly numberOfFailures?: number } };
}

export interface ScaledJob extends KubeObject {
  readonly spec: { readonly maxReplicaCount?: number; readonly triggers?: TriggerSpec[] };
  readonly status?: ScaledStatus;
}

export interface ScaledObject extends ScaledJob {
  readonly spec: ScaledJob['spec'] & {
    readonly scaleTargetRef: { readonly apiVersion?: string; readonly kind?: string; readonly name: string };
    readonly minReplicaCount?: number;
    readonly idleReplicaCount?: number;
  };
}

export interface HeaderMatch {
  readonly name: string;
  readonly value?: string;
}

export interface InterceptorRoute extends Conditioned {
  readonly spec: {
    readonly target: { readonly service: string; readonly port?: number; readonly portName?: string };
    readonly rules?: {
      readonly hosts?: string[];
      readonly paths?: { readonly value?: string }[];
      readonly headers?: HeaderMatch[];
    }[];
    readonly coldStart?: {
      readonly placeholder?: { readonly response?: { readonly bodyFromConfigMap?: { readonly name: string } } };
    };
  };
}

export interface HttpScaledObject extends Conditioned {
  readonly spec: {
    readonly hosts?: string[];
    readonly pathPrefixes?: string[];
    readonly headers?: HeaderMatch[];
    readonly scaleTargetRef: {
      readonly kind?: string;
      readonly name: string;
      readonly service: string;
      readonly port?: number;
      readonly portName?: string;
    };
    readonly replicas?: { readonly min?: number; readonly max?: number };
  };
}
