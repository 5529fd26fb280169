// What doctor reads of Kubernetes objects, as the API server writes them in JSON: times are texts.

import type { ApiService, CustomResourceDefinition, Role, RoleBinding, WebhookConfiguration } from './api';
import type { Event, Namespace, Node, ResourceQuota } from './core';
import type { EndpointSlice, NetworkPolicy, Service } from './network';
import type { KubeObject } from './object';
import type { Autoscaler, HttpScaledObject, InterceptorRoute, ScaledJob, ScaledObject } from './scaling';
import type { CronJob, Deployment, Job, Pod } from './workload';

export type * from './api';
export type * from './core';
export type * from './network';
export type * from './object';
export type * from './scaling';
export type * from './workload';

/** The kinds that doctor reads, by their Kubernetes names. */
export interface Kinds {
  readonly Namespace: Namespace;
  readonly Node: Node;
  readonly Pod: Pod;
  readonly Service: Service;
  readonly Event: Event;
  readonly ResourceQuota: ResourceQuota;
  readonly ServiceAccount: KubeObject;
  readonly PriorityClass: KubeObject;
  readonly RuntimeClass: KubeObject;
  readonly Deployment: Deployment;
  readonly StatefulSet: Deployment;
  readonly CronJob: CronJob;
  readonly Job: Job;
  readonly EndpointSlice: EndpointSlice;
  readonly NetworkPolicy: NetworkPolicy;
  readonly HorizontalPodAutoscaler: Autoscaler;
  readonly ScaledObject: ScaledObject;
  readonly ScaledJob: ScaledJob;
  readonly TriggerAuthentication: KubeObject;
  readonly ClusterTriggerAuthentication: KubeObject;
  readonly InterceptorRoute: InterceptorRoute;
  readonly HTTPScaledObject: HttpScaledObject;
  readonly CustomResourceDefinition: CustomResourceDefinition;
  readonly APIService: ApiService;
  readonly Role: Role;
  readonly RoleBinding: RoleBinding;
  readonly ClusterRole: Role;
  readonly ClusterRoleBinding: RoleBinding;
  readonly ValidatingWebhookConfiguration: WebhookConfiguration;
  readonly MutatingWebhookConfiguration: WebhookConfiguration;
}

export type Kind = keyof Kinds;
