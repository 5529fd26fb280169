import { addOnLabels, kedaLabels, type Labels, upstreamPodLabels } from './labels';
import type { PlatformImages } from './versions';

/** What a component of the platform is for, in one word. */
export type Role = 'operator' | 'metrics-server' | 'webhooks' | 'add-on-operator' | 'interceptor' | 'scaler';

interface Facts<Port extends string> {
  readonly role: Role;
  /** Name of its Deployment, of most else that is its own, and the `job` of its metrics. */
  readonly name: string;
  readonly image: keyof PlatformImages;
  readonly serviceAccount: string;
  /** What its pods listen on. */
  readonly ports: { readonly [port in Port]: number };
  /** Whether Prometheus scrapes its port `metrics`, over plain HTTP. */
  readonly scraped: boolean;
  /** What fails when no pod of it runs. */
  readonly without: string;
  /** How bad that is. */
  readonly severity: 'critical' | 'warning';
}

/** A component of the platform: all that charts, network policies, monitoring and doctor know of it. */
export interface PlatformComponent<Port extends string = string> extends Facts<Port> {
  readonly labels: Labels;
  readonly podLabels: Labels;
  /** As the upstream chart has it: it is immutable. */
  readonly selector: Labels;
  /** What finds its pods, whoever installed them. */
  readonly identity: Labels;
  /** Group of its volumes. @default - the group of the process */
  readonly fsGroup?: number;
}

/** As the upstream chart has it. */
const ADD_ON_GROUP = 1000;

function keda<Port extends string>(facts: Facts<Port>, more: Labels = {}): PlatformComponent<Port> {
  const selector = { app: facts.name };
  return { ...facts, ...labelsOf({ ...selector, ...more, ...kedaLabels(facts.name) }), selector };
}

function addOn<Port extends string>(component: string, facts: Facts<Port>): PlatformComponent<Port> {
  const labels = labelsOf(addOnLabels(component));
  return { ...facts, ...labels, selector: labels.podLabels, fsGroup: ADD_ON_GROUP };
}

function labelsOf(labels: Labels): { labels: Labels; podLabels: Labels; identity: Labels } {
  const identity = Object.entries(labels).filter(([key]) => /\/(name|component)$/.test(key));
  return { labels, podLabels: upstreamPodLabels(labels), identity: Object.fromEntries(identity) };
}

/** Watches ScaledObjects and scales from and to zero. */
export const OPERATOR = keda(
  {
    role: 'operator',
    name: 'keda-operator',
    image: 'keda',
    serviceAccount: 'keda-operator',
    ports: { metricsservice: 9666, metrics: 8080, probes: 8081 },
    scraped: true,
    without: 'no function wakes up, and none goes back to zero',
    severity: 'critical',
  },
  { name: 'keda-operator' },
);

/** The external metrics API, from which the HPA scales beyond one pod. */
export const METRICS_SERVER = keda({
  role: 'metrics-server',
  name: 'keda-operator-metrics-apiserver',
  image: 'keda-metrics-apiserver',
  serviceAccount: 'keda-metrics-server',
  ports: { https: 6443, metrics: 8080 },
  scraped: true,
  without: 'no function scales beyond the number of pods that it has',
  severity: 'warning',
});

/** Refuses ScaledObjects and their like that cannot work. */
export const WEBHOOKS = keda(
  {
    role: 'webhooks',
    name: 'keda-admission-webhooks',
    image: 'keda-admission-webhooks',
    serviceAccount: 'keda-webhook',
    ports: { https: 9443, metrics: 8080, probes: 8081 },
    scraped: true,
    without: 'ScaledObjects are no longer checked when they are applied',
    severity: 'warning',
  },
  { name: 'keda-admission-webhooks' },
);

/** Turns HTTPScaledObjects into ScaledObjects. */
export const ADD_ON_OPERATOR = addOn('operator', {
  role: 'add-on-operator',
  name: 'keda-add-ons-http-controller-manager',
  image: 'http-add-on-operator',
  serviceAccount: 'keda-add-ons-http',
  ports: { metrics: 8443, probes: 8081 },
  // it serves its metrics under a certificate that it signs itself anew at each start, and to callers with a token only
  scraped: false,
  without: 'no HTTPScaledObject becomes a ScaledObject, and no route gets a status',
  severity: 'warning',
});

/** The proxy that holds requests until a function runs. */
export const INTERCEPTOR = addOn('interceptor', {
  role: 'interceptor',
  name: 'keda-add-ons-http-interceptor',
  image: 'http-add-on-interceptor',
  serviceAccount: 'keda-add-ons-http-interceptor',
  // the last one only where it speaks TLS
  ports: { admin: 9090, proxy: 8080, metrics: 2223, 'proxy-tls': 8443 },
  scraped: true,
  without: 'no request reaches any function',
  severity: 'critical',
});

/** Tells KEDA of held requests. */
export const SCALER = addOn('scaler', {
  role: 'scaler',
  name: 'keda-add-ons-http-external-scaler',
  image: 'http-add-on-scaler',
  serviceAccount: 'keda-add-ons-http-external-scaler',
  ports: { grpc: 9090, metrics: 2223 },
  scraped: true,
  without: 'KEDA does not learn of waiting requests: no function wakes up',
  severity: 'critical',
});

export const COMPONENTS: readonly PlatformComponent[] = [
  OPERATOR,
  METRICS_SERVER,
  WEBHOOKS,
  ADD_ON_OPERATOR,
  INTERCEPTOR,
  SCALER,
];

/** The roles of all components. */
export const ROLES: readonly Role[] = COMPONENTS.map(({ role }) => role);

/** Those whose metrics Prometheus scrapes. */
export const SCRAPED = COMPONENTS.filter(({ scraped }) => scraped);

/** Service to which the edge sends every request. */
export const INTERCEPTOR_PROXY = `${INTERCEPTOR.name}-proxy`;
/** Service through which the scaler finds the interceptor's pods. */
export const INTERCEPTOR_ADMIN = `${INTERCEPTOR.name}-admin`;

/** Where KEDA asks the scaler for what waits. */
export function scalerAddress(namespace: string): string {
  return `${SCALER.name}.${namespace}:${SCALER.ports.grpc}`;
}
