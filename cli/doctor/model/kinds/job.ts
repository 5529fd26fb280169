import type { Conditioned, KubeObject, Labels } from './object';

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
