import { Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { Environment } from '../environment';
import { addObject } from '../object/object';
import { SCRAPED } from '../platform/components';
import { servicePort } from '../workload/ports';

/** Port of every metrics Service. */
export const METRICS_PORT = 'metrics';
/** What finds the metrics Services and nothing else. */
export const METRICS_SERVICE = {
  'app.kubernetes.io/component': 'metrics',
  'app.kubernetes.io/part-of': 'keda-functions',
};
/** Label of a metrics Service with the `job` of its pods. */
export const JOB_LABEL = 'app.kubernetes.io/name';

export interface TargetsChartProps {
  readonly namespace: string;
  /** Whether a Prometheus that goes by annotations finds the Services. */
  readonly annotated: boolean;
}

/**
 * A headless Service for the metrics of each component. The upstream Services do not serve: the interceptor's have no
 * metrics port, the webhooks' pods declare none, and one set of annotations cannot describe two ports of a Service.
 */
export class TargetsChart extends Chart {
  constructor(scope: Construct, id: string, { namespace, annotated }: TargetsChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const cluster = Cluster.at(Environment.scopeOf(this));
    for (const { name: job, selector, identity, ports } of SCRAPED) {
      // the platform may be made after it
      const port = () => cluster.metricsPortOf(job) ?? ports.metrics;
      addObject(k8s.KubeService, this, job, {
        metadata: {
          name: `${job}-metrics`,
          namespace,
          labels: { ...METRICS_SERVICE, [JOB_LABEL]: job, 'app.kubernetes.io/managed-by': 'cdk8s-keda-functions' },
          annotations: annotated
            ? {
                'prometheus.io/scrape': 'true',
                'prometheus.io/port': Lazy.any({ produce: () => String(port()) }),
                'prometheus.io/path': '/metrics',
              }
            : undefined,
        },
        spec: {
          clusterIp: 'None',
          // of a platform that others installed, the rest of the labels is theirs
          selector: Lazy.any({ produce: () => (cluster.kedaNamespace ? selector : identity) }),
          ports: Lazy.any({
            produce: () => [servicePort(METRICS_PORT, port(), port())],
          }),
        },
      });
    }
  }
}
