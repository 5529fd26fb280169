import type { Conditioned, Labels } from './object';

export interface Autoscaler extends Conditioned {
  readonly spec: {
    readonly scaleTargetRef: { readonly kind?: string; readonly name: string };
    readonly maxReplicas?: number;
  };
}

export interface ScaledObject extends Conditioned {
  readonly spec: {
    readonly scaleTargetRef: { readonly kind?: string; readonly name: string };
    readonly minReplicaCount?: number;
    readonly maxReplicaCount?: number;
    readonly idleReplicaCount?: number;
    readonly triggers?: {
      readonly type: string;
      readonly metadata?: Labels;
      readonly authenticationRef?: {
        readonly name: string;
        readonly kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication';
      };
    }[];
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
      readonly name: string;
      readonly service: string;
      readonly port?: number;
      readonly portName?: string;
    };
    readonly replicas?: { readonly min?: number; readonly max?: number };
  };
}
