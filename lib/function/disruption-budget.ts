import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';
import type { FunctionSettings } from './fields';

/** Lets a node that is emptied take one pod at a time, where there is more than one; a single one would never leave it. */
export function addDisruptionBudget(
  scope: Construct,
  metadata: k8s.ObjectMeta,
  selector: { readonly [label: string]: string },
  { minReplicas }: FunctionSettings,
): ApiObject | undefined {
  if (minReplicas < 2) return undefined;
  return addObject(k8s.KubePodDisruptionBudget, scope, 'disruption-budget', {
    metadata,
    spec: { selector: { matchLabels: selector }, maxUnavailable: k8s.IntOrString.fromNumber(1) },
  });
}
