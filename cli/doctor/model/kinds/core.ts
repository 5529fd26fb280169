import type { Condition, Conditioned, KubeObject, Labels } from './object';

export interface Namespace extends KubeObject {
  readonly status?: { readonly phase?: string; readonly conditions?: Condition[] };
}

export interface Node extends Conditioned {
  readonly spec?: { readonly unschedulable?: boolean };
}

export interface Event extends KubeObject {
  readonly involvedObject: { readonly kind?: string; readonly namespace?: string; readonly name?: string };
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly eventTime?: string | null;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
}

export interface ResourceQuota extends KubeObject {
  readonly status?: { readonly hard?: Labels; readonly used?: Labels };
}
