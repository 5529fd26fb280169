import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { RESTRICTED_NAMESPACE_LABELS } from '../workload/restricted';

/** What the API server lets the pods of a project do: https://kubernetes.io/docs/concepts/security/pod-security-standards */
export enum PodSecurity {
  /** What functions need, and no more. */
  RESTRICTED = 'restricted',
  /** Also root, and a writable root filesystem: what a sidecar may need. */
  BASELINE = 'baseline',
  /** Everything, the node's own files and network too: what a mesh's init container may need. */
  PRIVILEGED = 'privileged',
}

// what is set by something else than `labels`, and by what
const FIXED: { readonly [key: string]: string } = {
  ...Object.fromEntries(
    Object.keys(RESTRICTED_NAMESPACE_LABELS).map((key) => [
      key,
      'it carries the setting podSecurity; allowed: podSecurity',
    ]),
  ),
  'enclii.dev/type': 'it tells namespaces of functions from others; allowed: another key',
  'enclii.dev/project': "it carries the project's name; allowed: another key",
  'kubernetes.io/metadata.name': "the API server sets it to the namespace's name; allowed: another key",
};

/** Refuses a label of a namespace that would be overridden. */
export function requireFreeLabel(scope: IConstruct, key: string, value: string): void {
  if (Object.hasOwn(FIXED, key)) reject(scope, `labels.${key} "${value}" is taken: ${FIXED[key]}`);
}
