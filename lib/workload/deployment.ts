import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';

/** Lets a node that is emptied take one pod at a time. */
export function addDisruptionBudget(
  scope: Construct,
  metadata: k8s.ObjectMeta,
  selector: { readonly matchLabels: { readonly [label: string]: string } },
): ApiObject {
  return addObject(k8s.KubePodDisruptionBudget, scope, 'disruption-budget', {
    metadata,
    spec: { selector, maxUnavailable: k8s.IntOrString.fromNumber(1) },
  });
}

/** A Deployment whose one container goes on for `seconds` after its pod was told to stop, while the data path learns of it. */
export function lingeringDeployment(
  scope: Construct,
  id: string,
  props: k8s.KubeDeploymentProps,
  seconds: number,
): ApiObject {
  return addObject(k8s.KubeDeployment, scope, id, props, ({ spec }) => {
    if (seconds === 0) return;
    // cdk8s-plus-28 types Kubernetes 1.28, which had no preStop sleep; distroless images have no sleep to execute
    spec.template.spec.containers[0].lifecycle = { preStop: { sleep: { seconds } } };
  });
}
