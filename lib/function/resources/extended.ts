import type { Field } from '../../fields/index';
import { labelKey } from '../../fields/names';

const MAX_DOMAIN = 253 - 'requests.'.length;

/** The name of a resource that a node has beside Kubernetes' own: pkg/apis/core/v1/helper, IsExtendedResourceName. */
export function extendedResource(): Field<string> {
  const allowed = 'a name with the domain of its vendor, such as nvidia.com/gpu';
  return labelKey((name) => {
    const [domain] = name.split('/');
    if (domain === name) return { reason: 'has no domain', allowed };
    // a quota counts it as requests.<name>, which has to be a name too
    if (domain.length > MAX_DOMAIN)
      return { reason: 'has too long a domain', allowed: `at most ${MAX_DOMAIN} characters` };
    return name.includes('kubernetes.io/') || name.startsWith('requests.')
      ? { reason: "is one of Kubernetes' own", allowed }
      : undefined;
  });
}
