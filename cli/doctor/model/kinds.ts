// What doctor reads of Kubernetes objects, as the API server writes them in JSON: times are texts.

export interface Labels {
  readonly [key: string]: string;
}

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly ownerReferences?: { readonly kind: string; readonly name: string }[];
}

export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: Metadata;
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: { readonly key: string; readonly operator: string; readonly values?: string[] }[];
}

export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly ports?: { readonly name?: string; readonly containerPort: number }[];
  readonly resources?: { readonly requests?: Labels; readonly limits?: Labels };
}

export interface PodSpec {
  readonly containers: Container[];
  readonly initContainers?: Container[];
  readonly nodeName?: string;
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
    readonly signal?: number;
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
    readonly startTime?: string;
    readonly conditions?: Condition[];
    readonly containerStatuses?: ContainerStatus[];
    readonly initContainerStatuses?: ContainerStatus[];
  };
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
}

export interface Service extends KubeObject {
  readonly spec: { readonly selector?: Labels; readonly ports?: ServicePort[] };
}

export interface EndpointSlice extends KubeObject {
  readonly endpoints?: { readonly conditions?: { readonly ready?: boolean } }[] | null;
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

export interface Namespace extends KubeObject {
  readonly status?: { readonly phase?: string; readonly conditions?: Condition[] };
}

export interface Node extends KubeObject {
  readonly spec?: { readonly unschedulable?: boolean };
  readonly status?: { readonly conditions?: Condition[]; readonly allocatable?: Labels };
}

export interface ResourceQuota extends KubeObject {
  readonly status?: { readonly hard?: Labels; readonly used?: Labels };
}

export interface PolicyPeer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: string[] };
}

export interface PolicyPort {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

export interface NetworkPolicy extends KubeObject {
  readonly spec: {
    readonly podSelector?: Selector;
    readonly policyTypes?: string[];
    readonly ingress?: { readonly from?: PolicyPeer[]; readonly ports?: PolicyPort[] }[];
    readonly egress?: { readonly to?: PolicyPeer[]; readonly ports?: PolicyPort[] }[];
  };
}

export interface Autoscaler extends KubeObject {
  readonly spec: { readonly scaleTargetRef: { readonly kind?: string; readonly name: string } };
  readonly status?: { readonly conditions?: Condition[] };
}

export interface ScaledObject extends KubeObject {
  readonly spec: {
    readonly scaleTargetRef: { readonly kind?: string; readonly name: string };
    readonly minReplicaCount?: number;
    readonly maxReplicaCount?: number;
    readonly triggers?: { readonly type: string; readonly metadata?: Labels }[];
  };
  readonly status?: {
    readonly conditions?: Condition[];
    readonly lastActiveTime?: string;
    readonly pausedReplicaCount?: number;
  };
}

export interface HeaderMatch {
  readonly name: string;
  readonly value?: string;
}

export interface InterceptorRoute extends KubeObject {
  readonly spec: {
    readonly target: { readonly service: string; readonly port?: number; readonly portName?: string };
    readonly rules?: {
      readonly hosts?: string[];
      readonly paths?: { readonly value?: string }[];
      readonly headers?: HeaderMatch[];
    }[];
  };
  readonly status?: { readonly conditions?: Condition[] };
}

export interface HttpScaledObject extends KubeObject {
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
  readonly status?: { readonly conditions?: Condition[] };
}

export interface JsonSchema {
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

export interface CustomResourceDefinition extends KubeObject {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly plural: string; readonly kind: string };
    readonly versions: {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
    }[];
  };
  readonly status?: { readonly conditions?: Condition[]; readonly storedVersions?: string[] };
}

export interface ApiService extends KubeObject {
  readonly spec: { readonly service?: { readonly name: string; readonly namespace: string } | null };
  readonly status?: { readonly conditions?: Condition[] };
}

export interface WebhookConfiguration extends KubeObject {
  readonly webhooks?: {
    readonly name: string;
    readonly failurePolicy?: string;
    readonly namespaceSelector?: Selector;
    readonly clientConfig: {
      readonly caBundle?: string;
      readonly service?: { readonly name: string; readonly namespace: string };
    };
    readonly rules?: { readonly apiGroups?: string[]; readonly resources?: string[]; readonly operations?: string[] }[];
  }[];
}

/** The kinds that doctor reads, by their Kubernetes names. */
export interface Kinds {
  readonly Namespace: Namespace;
  readonly Node: Node;
  readonly Pod: Pod;
  readonly Service: Service;
  readonly Event: Event;
  readonly ResourceQuota: ResourceQuota;
  readonly Deployment: Deployment;
  readonly EndpointSlice: EndpointSlice;
  readonly NetworkPolicy: NetworkPolicy;
  readonly HorizontalPodAutoscaler: Autoscaler;
  readonly ScaledObject: ScaledObject;
  readonly InterceptorRoute: InterceptorRoute;
  readonly HTTPScaledObject: HttpScaledObject;
  readonly CustomResourceDefinition: CustomResourceDefinition;
  readonly APIService: ApiService;
  readonly ValidatingWebhookConfiguration: WebhookConfiguration;
  readonly MutatingWebhookConfiguration: WebhookConfiguration;
}

export type Kind = keyof Kinds;
