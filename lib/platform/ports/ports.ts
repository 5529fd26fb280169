import type { MetricsServerProps, WebhooksProps } from '../component-props';
import { METRICS_SERVER, WEBHOOKS } from '../components';
import type { KedaPlatformProps } from '../props';

/** What the pods of the metrics server listen on. */
export function metricsServerPorts(props: MetricsServerProps = {}): typeof METRICS_SERVER.ports {
  const { https, metrics } = METRICS_SERVER.ports;
  return { https: props.httpsPort ?? https, metrics: props.metricsPort ?? metrics };
}

/** What the pods of the webhooks listen on. */
export function webhooksPorts(props: WebhooksProps = {}): typeof WEBHOOKS.ports {
  const { https, metrics, probes } = WEBHOOKS.ports;
  return { https: props.httpsPort ?? https, metrics: props.metricsPort ?? metrics, probes: props.probesPort ?? probes };
}

/** The ports of the metrics of those components that may have another one, by their names. */
export function metricsPorts({ metricsServer, webhooks }: KedaPlatformProps): { [component: string]: number } {
  return {
    [METRICS_SERVER.name]: metricsServerPorts(metricsServer).metrics,
    [WEBHOOKS.name]: webhooksPorts(webhooks).metrics,
  };
}
