import type { PlacementProps } from '../../workload/placement/props';
import type { TrustProps } from '../../workload/trust/props';
import type { EnvValueFromProps } from '../../workload/variables/props';

/**
 * What the pods of all components can be told, and those of one. Of two maps the component's names win; a list of a component
 * stands in place of that of the platform.
 */
export interface PlatformPodProps extends PlacementProps, TrustProps, EnvValueFromProps {
  /**
   * Environment variables, such as `HTTPS_PROXY`; one that is already set is replaced. Those that the platform depends on
   * are refused. `$(NAME)` stands for the value of another one, `$$(NAME)` for that text.
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /** Secrets of the namespace, of type `kubernetes.io/dockerconfigjson`, with which the image is pulled. @default - none */
  readonly imagePullSecrets?: string[];
  /** More labels of the Deployment, its Services and what stands beside it; those that are there are refused. @default - none */
  readonly labels?: { [key: string]: string };
  /** Annotations of the Deployment, its Services and what stands beside it. @default - none */
  readonly annotations?: { [key: string]: string };
  /** More labels of the pods; those that are there are refused. A change starts new pods. @default - none */
  readonly podLabels?: { [key: string]: string };
  /** Annotations of the pods, such as those that a mesh reads. A change starts new pods. @default - none */
  readonly podAnnotations?: { [key: string]: string };
}
