import type { Construct } from 'constructs';
import {
  type ScaledObjectSpecTriggers,
  TriggerAuthentication as TriggerAuthenticationObject,
} from '../../imports/keda.sh';
import { addObject } from '../object/object';
import { AuthenticationKind, type TriggerAuthentication } from './authentication';
import { authenticationSpec } from './authentication-spec';
import type { ScalerTrigger } from './scaler-trigger';

/** Name, namespace and labels of what the triggers belong to. */
export interface TriggerOwner {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: { readonly [label: string]: string };
  readonly annotations?: { readonly [annotation: string]: string };
}

/**
 * The triggers as a ScaledObject or a ScaledJob has them. Makes each TriggerAuthentication that is to be made with them:
 * under the owner's name, and from the second on with a number behind it. Triggers that share one get one object.
 */
export function addTriggers(
  scope: Construct,
  owner: TriggerOwner,
  triggers: readonly ScalerTrigger[],
): ScaledObjectSpecTriggers[] {
  const made = new Map<string, string>();
  return triggers.map(({ type, name, metadata, metricType, useCachedMetrics, authentication }) => ({
    type,
    name,
    metadata,
    metricType,
    // false is what KEDA takes it for, and leaves out
    useCachedMetrics: useCachedMetrics || undefined,
    authenticationRef: authentication && referTo(authentication),
  })) as ScaledObjectSpecTriggers[];

  function referTo(authentication: TriggerAuthentication) {
    const { name, kind = AuthenticationKind.TRIGGER_AUTHENTICATION, ...sources } = authentication._form;
    if (name !== undefined) {
      return { name, ...(kind !== AuthenticationKind.TRIGGER_AUTHENTICATION && { kind }) };
    }
    const content = JSON.stringify(sources);
    const known = made.get(content);
    if (known !== undefined) return { name: known };
    const suffix = made.size === 0 ? '' : `-${made.size + 1}`;
    const own = `${owner.name}${suffix}`;
    made.set(content, own);
    addObject(TriggerAuthenticationObject, scope, `trigger-authentication${suffix}`, {
      metadata: { ...owner, name: own },
      spec: authenticationSpec(sources),
    });
    return { name: own };
  }
}
