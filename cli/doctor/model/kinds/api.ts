import type { Conditioned, KubeObject, Selector } from './object';

export interface JsonSchema {
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

export interface CustomResourceDefinition extends Conditioned {
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
}

export interface RoleRule {
  readonly apiGroups?: string[];
  readonly resources?: string[];
  readonly resourceNames?: string[];
  readonly verbs?: string[];
}

/** A Role or a ClusterRole. */
export interface Role extends KubeObject {
  readonly rules?: RoleRule[] | null;
}

/** A RoleBinding or a ClusterRoleBinding. */
export interface RoleBinding extends KubeObject {
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: { readonly kind: string; readonly name: string; readonly namespace?: string }[] | null;
}

export interface ApiService extends Conditioned {
  readonly spec: { readonly service?: { readonly name: string; readonly namespace: string } | null };
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
