import type { PodSecurity } from '../workload/pod-security';
import type {
  ComponentProps,
  InterceptorProps,
  MetricsServerProps,
  ScalerProps,
  WebhooksProps,
} from './component-props';
import type { OpenTelemetryProps } from './open-telemetry/props';
import type { PlatformPodProps } from './pods/props';
import type { ServedNamespace } from './rights/props';
import type { Rbac } from './rights/rbac';
import type { Sizing } from './sizing';
import type { PlatformImagesProps } from './versions';

export interface KedaPlatformProps extends PlatformPodProps {
  /** Resources, replicas and intervals of all components. @default Sizing.STANDARD */
  readonly sizing?: Sizing;
  /** Registry and digests of the images. @default - the tags of "ghcr.io/kedacore" */
  readonly images?: PlatformImagesProps;
  /** Namespace of KEDA and its HTTP add-on. @default - that of the environment, else "keda" */
  readonly namespace?: string;
  /**
   * Whether the namespace is made here, with the labels of `podSecurity`; else it has to exist, and stays as
   * it is. Namespaces that every cluster has, such as kube-system, need `false`.
   * @default true
   */
  readonly createNamespace?: boolean;
  /** What the API server lets the pods of the namespace do. More than `restricted` is for the host network alone. @default PodSecurity.RESTRICTED */
  readonly podSecurity?: PodSecurity;
  /** Whether NetworkPolicies let nothing in or out of the components but what docs/how-to/network.md lists. @default true */
  readonly networkPolicy?: boolean;
  /**
   * What KEDA and its add-on may do. With `functions` they serve what this environment declares, and nothing of other apps:
   * docs/explanation/rbac.md.
   * @default Rbac.FUNCTIONS
   */
  readonly rbac?: Rbac;
  /** Namespaces of other apps whose ScaledObjects and ScaledJobs KEDA serves too. With `rbac: upstream` it serves all. @default - none */
  readonly serves?: ServedNamespace[];
  /** Where metrics and traces are sent, beside what Prometheus scrapes. @default - nowhere */
  readonly openTelemetry?: OpenTelemetryProps;
  /** KEDA's operator, which scales from and to zero. @default - as the sizing says */
  readonly operator?: ComponentProps;
  /** KEDA's metrics server, from which the HPA scales beyond one. @default - as the sizing says */
  readonly metricsServer?: MetricsServerProps;
  /** KEDA's admission webhooks, which refuse wrong ScaledObjects. @default - as the sizing says */
  readonly webhooks?: WebhooksProps;
  /** The add-on's operator, which serves HTTPScaledObjects. @default - as the sizing says */
  readonly addOnOperator?: ComponentProps;
  /** The proxy that holds requests until a function runs. @default - as the sizing says */
  readonly interceptor?: InterceptorProps;
  /** What tells KEDA of held requests. @default - as the sizing says */
  readonly scaler?: ScalerProps;
}
