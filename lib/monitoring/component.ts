import { addOnLabels, type Labels, upstreamPodLabels } from '../platform/labels';

/** A component of the platform whose pods Prometheus scrapes over plain HTTP. */
export interface ScrapedComponent {
  /** Name of its Deployment, which is the `job` of its metrics. */
  readonly job: string;
  readonly podSelector: Labels;
  readonly port: number;
}

function keda(job: string): ScrapedComponent {
  return { job, podSelector: { app: job }, port: 8080 };
}

function addOn(job: string, component: string): ScrapedComponent {
  return { job, podSelector: upstreamPodLabels(addOnLabels(component)), port: 2223 };
}

export const OPERATOR = keda('keda-operator');
export const METRICS_SERVER = keda('keda-operator-metrics-apiserver');
export const WEBHOOKS = keda('keda-admission-webhooks');
export const INTERCEPTOR = addOn('keda-add-ons-http-interceptor', 'interceptor');
export const SCALER = addOn('keda-add-ons-http-external-scaler', 'scaler');

/**
 * What is scraped. The add-on's operator is not: it serves its metrics under a certificate that it signs itself anew at
 * each start, and to callers with a token only.
 */
export const SCRAPED: readonly ScrapedComponent[] = [OPERATOR, METRICS_SERVER, WEBHOOKS, INTERCEPTOR, SCALER];
