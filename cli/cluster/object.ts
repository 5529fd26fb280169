import type { OwnedObject } from '../owner';

/** Fields that a manager owns, as the API server writes them. */
export interface Fields {
  [field: string]: Fields;
}

/** What one manager wrote of an object. */
export interface FieldsEntry {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1?: Fields;
}

export interface ServiceReference {
  readonly name: string;
  readonly namespace: string;
}

/** An object of a folder or of a cluster, of whatever kind. */
export interface ClusterObject extends OwnedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: OwnedObject['metadata'] & {
    readonly resourceVersion?: string;
    readonly managedFields?: readonly FieldsEntry[];
  };
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind: string };
    readonly service?: ServiceReference | null;
    readonly versions?: readonly { readonly name: string }[];
    readonly selector?: { readonly matchLabels?: { readonly [label: string]: string } };
    readonly template?: PodTemplate;
  };
  readonly status?: { readonly storedVersions?: readonly string[] };
  readonly webhooks?: readonly { readonly clientConfig?: { readonly service?: ServiceReference } }[];
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: object };
  readonly spec?: { readonly containers?: readonly object[] };
}

/** Group of an API; empty for that of Kubernetes itself. */
export function groupOf(apiVersion: string): string {
  return apiVersion.split('/').at(-2) ?? '';
}

/** The same for an object of the folder and that of the cluster. */
export function identityOf({ apiVersion, kind, metadata }: ClusterObject): string {
  return [groupOf(apiVersion), kind, metadata.namespace ?? '', metadata.name].join(' ');
}

/** An object for a person. */
export function titleOf({ kind, metadata }: ClusterObject): string {
  return `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
}
