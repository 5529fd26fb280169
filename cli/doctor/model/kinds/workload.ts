import type { Condition, Conditioned, KubeObject, Labels, Selector } from './object';

export interface Container {
  readonly name: string;
  readonly env?: { readonly name: string; readonly value?: string }[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly ports?: { readonly name?: string; readonly containerPort: number }[];
  readonly resources?: { readonly requests?: Labels; readonly limits?: Labels };
}

export interface InitContainer extends Container {
  /** Always with one that runs beside the others. */
  readonly restartPolicy?: string;
}

export interface PodSpec {
  readonly containers: Container[];
  readonly hostNetwork?: boolean;
  readonly serviceAccountName?: string;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly initContainers?: InitContainer[];
  readonly volumes?: { readonly name: string; readonly image?: { readonly reference?: string } }[];
}

export interface Deployment extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: Selector;
    readonly template: { readonly metadata?: { readonly labels?: Labels }; readonly spec: PodSpec };
  };
  readonly status?: {
    readonly replicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: Condition[];
  };
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly reason?: string;
    readonly message?: string;
    readonly finishedAt?: string;
  };
}

export interface ContainerStatus {
  readonly name: string;
  readonly image?: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

export interface Pod extends KubeObject {
  readonly spec: PodSpec;
  readonly status?: {
    readonly phase?: string;
    readonly podIP?: string;
    readonly conditions?: Condition[];
    readonly containerStatuses?: ContainerStatus[];
    readonly initContainerStatuses?: ContainerStatus[];
  };
}

export interface CronJob extends KubeObject {
  readonly spec: {
    readonly schedule: string;
    readonly suspend?: boolean;
    readonly jobTemplate: {
      readonly spec: { readonly template: { readonly metadata?: { readonly labels?: Labels } } };
    };
  };
}

/** Its conditions say whether it has ended. */
export type Job = Conditioned;
