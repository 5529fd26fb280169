import type { Duration } from 'cdk8s';
import type { NetworkPeer } from '../network/props';
import type { Resources } from '../workload/resources';
import type { PlatformPodProps } from './pods/props';
import type { InterceptorTlsProps } from './tls/props';

/** How much a component logs. */
export enum LogLevel {
  DEBUG = 'debug',
  INFO = 'info',
  ERROR = 'error',
}

/** What every component of the platform can be told. */
export interface ProcessProps extends PlatformPodProps {
  /** CPU and memory, in place of all that the sizing says. @default - those of the sizing */
  readonly resources?: Resources;
  /** How much the component logs. @default LogLevel.INFO */
  readonly logLevel?: LogLevel;
  /**
   * More command-line flags, `--flag` or `--flag=value`; one that is already set replaces it. Those that other parts of
   * the platform depend on are refused.
   * @default - none
   */
  readonly extraArgs?: string[];
  /**
   * Annotations of its ServiceAccount, by which a cloud gives the pods an identity. With it, the operator asks a trigger's
   * source; its pods learn of a change when they start.
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [key: string]: string };
  /** Who else may call the pods, such as who calls functions from within the cluster: the interceptor. @default - nobody */
  readonly ingressFrom?: NetworkPeer[];
  /** Whom else the pods may call, such as a cloud's metadata address for the operator's identity. @default - nobody */
  readonly egressTo?: NetworkPeer[];
}

/** Settings of a component with a fixed number of pods. */
export interface ComponentProps extends ProcessProps {
  /** Number of pods, at least 1. @default - that of the sizing */
  readonly replicas?: number;
}

/** Settings of a component that the API server calls. */
export interface CalledComponentProps extends ComponentProps {
  /**
   * Whether the pods are on the network of their node, where the API server does not reach that of pods, as on EKS with
   * another network plugin than its own. One pod a node; the namespace has to be `privileged`.
   * @default false
   */
  readonly hostNetwork?: boolean;
}

/** Settings of KEDA's metrics server. */
export interface MetricsServerProps extends CalledComponentProps {
  /** Port of the pods that the API server calls; on the host network nothing else on a node may have it. @default 6443 */
  readonly httpsPort?: number;
  /** Port of the pods with the metrics. @default 8080 */
  readonly metricsPort?: number;
}

/** Settings of KEDA's admission webhooks. */
export interface WebhooksProps extends CalledComponentProps {
  /** Port of the pods that the API server calls; on the host network nothing else on a node may have it. @default 9443 */
  readonly httpsPort?: number;
  /** Port of the pods with the metrics. @default 8080 */
  readonly metricsPort?: number;
  /** Port of the pods that the kubelet probes. @default 8081 */
  readonly probesPort?: number;
}

/** Settings of the interceptor, which KEDA scales with the requests in flight. */
export interface InterceptorProps extends ProcessProps {
  /** Pods without traffic, at least 1. @default - as the sizing says: 2 */
  readonly minReplicas?: number;
  /** Pods under the highest load. @default - as the sizing says: 50 */
  readonly maxReplicas?: number;
  /**
   * Whether the interceptor may read the ConfigMaps of the whole cluster, as a function's placeholder from a ConfigMap
   * needs: a right over those with its label alone is nothing that Kubernetes has.
   * @default false
   */
  readonly readConfigMaps?: boolean;
  /** One more port, on which the interceptor speaks TLS. @default - none: edges come in plain HTTP */
  readonly tls?: InterceptorTlsProps;
}

/** Settings of the external scaler. Both intervals are whole milliseconds, 10 ms to 10 seconds. */
export interface ScalerProps extends ComponentProps {
  /**
   * How often each scaler asks each interceptor for the requests it holds; a cold start waits for half of it on average.
   * The answer names every function, at zero as well.
   * @default - as the sizing says: 50 ms
   */
  readonly queueTick?: Duration;
  /**
   * How often KEDA hears of each function; a cold start waits for half of it on average. A message for each function, at
   * zero as well: docs/explanation/cold-start.md has the numbers.
   * @default - as the sizing says: 200 ms
   */
  readonly streamInterval?: Duration;
}
