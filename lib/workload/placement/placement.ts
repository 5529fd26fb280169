import type { k8s } from 'cdk8s-plus-28';
import type { PlacementProps } from './props';

/** What of a pod says on which nodes it runs. */
export function placementOf(props: PlacementProps): Pick<k8s.PodSpec, keyof PlacementProps> {
  const { nodeSelector, tolerations, priorityClassName, runtimeClassName } = props;
  return { nodeSelector, tolerations, priorityClassName, runtimeClassName };
}
