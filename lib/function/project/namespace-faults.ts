import type { Fault } from '../../fields/index';
import { RESTRICTED_NAMESPACE_LABELS } from '../../workload/restricted';

// what is set by something else than `labels`
const FIXED: { readonly [key: string]: Fault } = {
  ...Object.fromEntries(
    Object.keys(RESTRICTED_NAMESPACE_LABELS).map((key) => [
      key,
      { reason: 'is taken: it carries the setting podSecurity', allowed: 'podSecurity' },
    ]),
  ),
  'enclii.dev/type': { reason: 'is taken: it tells namespaces of functions from others', allowed: 'another key' },
  'enclii.dev/project': { reason: "is taken: it carries the project's name", allowed: 'another key' },
  'kubernetes.io/metadata.name': {
    reason: "is taken: the API server sets it to the namespace's name",
    allowed: 'another key',
  },
};

/** What keeps a declaration from setting a label of a namespace, if anything: it would be overridden. */
export function namespaceLabelFault(key: string): Fault | undefined {
  return Object.hasOwn(FIXED, key) ? FIXED[key] : undefined;
}
