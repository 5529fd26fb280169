import type { PlatformComponent } from '../../../lib/platform/components';
import type { Deployment, HttpScaledObject, InterceptorRoute, KubeObject, ScaledObject, Service } from './kinds';

/** Something of `dist` that doctor looks at by itself. */
export interface Unit {
  /** `project/name` of a function, `namespace/name` of a part of the platform, else `Kind namespace/name`. */
  readonly subject: string;
  readonly namespace: string;
  readonly name: string;
  /** What it is in the platform. @default - a function, or something that doctor knows no more of */
  readonly component?: PlatformComponent;
  /** The file of `dist` that it is in, where its own declaration is not known by the subject. */
  readonly file?: string;
}

/** What KEDA scales, or starts jobs of. */
export interface Scaled extends Unit {
  /** What scales it, as `dist` declares it. */
  readonly scaledObject?: ScaledObject;
  /** Name of what scales it: of an HTTPScaledObject the add-on makes a ScaledObject of the same name. */
  readonly scaledObjectName?: string;
  /** @default - ScaledObject */
  readonly scaledBy?: 'ScaledObject' | 'ScaledJob';
}

/** A Deployment of `dist`: a part of the platform, or a function. */
export interface Workload extends Scaled {
  readonly deployment: Deployment;
}

/** What `dist` has objects for. */
export interface Declared extends Scaled {
  /** Those without which it does not work. */
  readonly declared: KubeObject[];
  readonly httpScaledObject?: HttpScaledObject;
}

/** What requests are routed to. */
export interface Routed extends Declared {
  readonly route?: InterceptorRoute;
}

/** A function with the objects that `dist` has for it. */
export interface FunctionUnit extends Workload, Routed {
  readonly service?: Service;
}

/** A workload that is made elsewhere: `dist` has only what routes to it and scales it. */
export interface Elsewhere extends Routed {
  readonly target: { readonly kind: string; readonly name: string };
}

/** What starts jobs: by triggers, or by the time. */
export interface JobUnit extends Declared {
  readonly kind: 'ScaledJob' | 'CronJob';
  /** Name of the function that its jobs call. @default - none */
  readonly calls?: string;
}
