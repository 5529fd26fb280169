import { stringify } from 'yaml';
import type { Runtime } from '../../lib';
import { image } from '../../test/e2e/cluster';

export const CHARTS_NAMESPACE = 'fn-charts';

/** A function as it is written by hand beside the upstream charts; only its window and cooldown are shorter. */
export function chartsFunction(name: string, runtime: Runtime): string[] {
  const metadata = { name: `fn-${name}`, namespace: CHARTS_NAMESPACE, labels: { app: `fn-${name}` } };
  const probe = { httpGet: { path: '/health', port: 8080 } };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 0,
        selector: { matchLabels: metadata.labels },
        template: {
          metadata: { labels: metadata.labels },
          spec: {
            containers: [
              {
                name: 'function',
                image: image(runtime.name),
                imagePullPolicy: 'IfNotPresent',
                ports: [{ containerPort: 8080 }],
                env: [
                  { name: 'PORT', value: '8080' },
                  { name: 'FUNCTION_NAME', value: name },
                ],
                resources: {
                  // 100m as written would not fit often enough on a node of two cores; the limit is what slows a start
                  requests: { cpu: '10m', memory: '128Mi' },
                  limits: { cpu: '100m', memory: '128Mi' },
                },
                readinessProbe: { ...probe, initialDelaySeconds: 2, periodSeconds: 5 },
                livenessProbe: { ...probe, initialDelaySeconds: 10, periodSeconds: 10 },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: metadata.labels, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'http.keda.sh/v1alpha1',
      kind: 'HTTPScaledObject',
      metadata,
      spec: {
        hosts: [`${name}.charts.test`],
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: `fn-${name}`,
          service: `fn-${name}`,
          port: 80,
        },
        replicas: { min: 0, max: 10 },
        // the rate forgets a request that waits longer than the window, and KEDA then takes the pod away that it waits for
        scalingMetric: { requestRate: { targetValue: 100, window: '30s' } },
        scaledownPeriod: 5,
      },
    },
  ].map((manifest) => stringify(manifest));
}
