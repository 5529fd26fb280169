import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { HttpScaledObjectSpec, InterceptorRouteSpecColdStart } from '../../../imports/http.keda.sh';
import { addObject } from '../../object/object';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import type { ColdStart, ColdStartPlaceholder } from './props';

/** What a function says of its cold start, in the terms of each scaler. */
export interface ColdStartForms {
  readonly route?: InterceptorRouteSpecColdStart;
  readonly failover?: HttpScaledObjectSpec['coldStartTimeoutFailoverRef'];
}

/** The forms of a cold start, and the ConfigMap with a placeholder's pages. */
export function addColdStart(
  scope: Construct,
  metadata: FunctionMetadata,
  { coldStart = {}, readinessTimeout }: FunctionSettings,
): ColdStartForms {
  const { fallback, placeholder } = coldStart;
  if (fallback) {
    const { service, port } = fallback;
    // without timeoutSeconds it would be 30, whatever the object's own timeout
    const timeoutSeconds = Math.ceil(readinessTimeout.toMilliseconds() / 1000);
    return {
      route: { fallback: { service: { name: service, port } } },
      failover: { service, port, timeoutSeconds },
    };
  }
  if (!placeholder) return {};
  const { statusCode, body, headers, pages } = placeholder;
  const name = `${metadata.name}-placeholder`;
  if (pages) {
    addObject(k8s.KubeConfigMap, scope, 'placeholder', {
      metadata: { ...metadata, name, labels: { ...metadata.labels, 'http.keda.sh/response-body': 'true' } },
      data: pages,
    });
  }
  const bodyFromConfigMap = pages ? { name } : placeholder.bodyFromConfigMap;
  return { route: { placeholder: { response: { statusCode, body, bodyFromConfigMap, headers } } } };
}

/** The setting for which the interceptor has to read ConfigMaps, if there is one. */
export function configMapOf(coldStart?: ColdStart): keyof ColdStartPlaceholder | undefined {
  return (['pages', 'bodyFromConfigMap'] as const).find((prop) => coldStart?.placeholder?.[prop] !== undefined);
}
