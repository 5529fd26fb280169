import { Duration, Size } from 'cdk8s';
import { Cpu } from '../values/cpu';
import type { Resources } from '../workload/resources';
import type { ComponentSizing, InterceptorSizing, ScalerSizing } from './component';

/** What a sizing says of each component. */
export interface Sizes {
  readonly operator: ComponentSizing;
  readonly metricsServer: ComponentSizing;
  readonly webhooks: ComponentSizing;
  readonly addOnOperator: ComponentSizing;
  readonly interceptor: InterceptorSizing;
  readonly scaler: ScalerSizing;
}

/**
 * Resources, replicas and intervals of the whole platform. docs/reference/upstream-differences.md says why each value of
 * `STANDARD` is what it is.
 */
export class Sizing {
  /** Small requests and CPU limits, which many clusters ask for. The limits throttle the path of a cold start. */
  public static readonly LIMITED = new Sizing({
    operator: { replicas: 1, resources: limited(50, 200, 128, 256) },
    metricsServer: { replicas: 1, resources: limited(25, 100, 64, 128) },
    webhooks: { replicas: 1, resources: limited(100, 1000, 100, 1000) },
    addOnOperator: { replicas: 1, resources: limited(250, 500, 20, 64) },
    interceptor: { minReplicas: 2, maxReplicas: 50, resources: limited(25, 100, 64, 128) },
    scaler: { replicas: 3, resources: limited(25, 100, 64, 128), streamInterval: Duration.millis(200) },
  });

  /** Sub-second cold starts with dozens of active functions, and no outage when one node goes. */
  public static readonly STANDARD = Sizing.unthrottled(50, 200);

  /** As `STANDARD`, with shorter intervals of the scaler: a cold start waits less, functions at zero cost more. */
  public static readonly LATENCY = Sizing.unthrottled(20, 40);

  /** As `STANDARD`, with a longer tick of the scaler: a cold start waits longer, functions at zero cost less. */
  public static readonly DENSE = Sizing.unthrottled(100, 200);

  /** Without CPU limits, two pods of each component that others need at once. */
  private static unthrottled(tickMillis: number, streamMillis: number): Sizing {
    return new Sizing({
      operator: {
        replicas: 2,
        resources: unlimited(100, 128, 512),
        args: ['--kube-api-qps=500', '--kube-api-burst=1000'],
        env: {
          KEDA_OPERATOR_LEADER_ELECTION_LEASE_DURATION: '5s',
          KEDA_OPERATOR_LEADER_ELECTION_RENEW_DEADLINE: '4s',
          KEDA_OPERATOR_LEADER_ELECTION_RETRY_PERIOD: '500ms',
        },
      },
      metricsServer: { replicas: 2, resources: unlimited(25, 64, 256) },
      webhooks: { replicas: 2, resources: unlimited(25, 100, 1000) },
      addOnOperator: { replicas: 1, resources: unlimited(25, 32, 128) },
      interceptor: { minReplicas: 2, maxReplicas: 50, resources: unlimited(100, 128, 512) },
      scaler: {
        replicas: 2,
        resources: unlimited(50, 64, 256),
        queueTick: Duration.millis(tickMillis),
        streamInterval: Duration.millis(streamMillis),
      },
    });
  }

  private constructor(
    /** @internal */
    public readonly sizes: Sizes,
  ) {}
}

function limited(
  cpuMillis: number,
  cpuLimitMillis: number,
  memoryMebibytes: number,
  limitMebibytes: number,
): Resources {
  return { ...unlimited(cpuMillis, memoryMebibytes, limitMebibytes), cpuLimit: Cpu.millis(cpuLimitMillis) };
}

/** Without a CPU limit. */
function unlimited(cpuMillis: number, memoryMebibytes: number, memoryLimitMebibytes: number): Resources {
  return {
    cpuRequest: Cpu.millis(cpuMillis),
    memoryRequest: Size.mebibytes(memoryMebibytes),
    memoryLimit: Size.mebibytes(memoryLimitMebibytes),
  };
}
