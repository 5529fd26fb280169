import { Duration, Size } from 'cdk8s';
import {
  type ComponentProps,
  type InterceptorProps,
  type KedaPlatformProps,
  LogLevel,
  Sizing,
} from '../../lib/platform';
import { Cpu } from '../../lib/workload';
import { container, find, objects, platform } from './synth';

const COMPONENTS: [keyof KedaPlatformProps, string][] = [
  ['operator', 'keda-operator'],
  ['metricsServer', 'keda-operator-metrics-apiserver'],
  ['webhooks', 'keda-admission-webhooks'],
  ['addOnOperator', 'keda-add-ons-http-controller-manager'],
  ['scaler', 'keda-add-ons-http-external-scaler'],
];
const PROCESSES: [keyof KedaPlatformProps, string][] = [
  ...COMPONENTS,
  ['interceptor', 'keda-add-ons-http-interceptor'],
];

describe.each(PROCESSES)('%s', (prop, deployment) => {
  const render = (props: ComponentProps & InterceptorProps) => objects({ [prop]: props });

  test('one resource leaves the others to the sizing', () => {
    const { requests, limits } = container(objects({}), deployment).resources;
    expect(container(render({ resources: { cpuRequest: Cpu.millis(7) } }), deployment).resources).toEqual({
      requests: { ...requests, cpu: '7m' },
      limits,
    });
  });

  test('log level', () => {
    expect(container(objects(), deployment).args).toContain('--zap-log-level=info');
    for (const logLevel of [LogLevel.DEBUG, LogLevel.ERROR]) {
      const levels = container(render({ logLevel }), deployment).args.filter((arg: string) =>
        arg.includes('log-level'),
      );
      expect(levels).toEqual([`--zap-log-level=${logLevel}`]);
    }
  });

  test('extra flags come last and replace a flag that is set', () => {
    const before: string[] = container(objects(), deployment).args;
    expect(container(render({ extraArgs: ['--zap-encoder=json', '--zap-devel'] }), deployment).args).toEqual([
      ...before.filter((arg) => arg !== '--zap-encoder=console'),
      '--zap-encoder=json',
      '--zap-devel',
    ]);
  });

  test.each(['zap-devel', '-v', '--', '--a b'])('refuses "%s" as a flag', (arg) => {
    expect(() => render({ extraArgs: [arg] })).toThrow(
      `extraArgs[0] "${arg}" is invalid; allowed: --flag or --flag=value`,
    );
  });

  test('refuses the flag of a setting', () => {
    expect(() => render({ extraArgs: ['--zap-log-level=debug'] })).toThrow(
      'extraArgs[0] "--zap-log-level=debug" is taken: it carries the setting logLevel; allowed: logLevel',
    );
  });

  test('refuses a request above the limit', () => {
    expect(() => render({ resources: { cpuRequest: Cpu.millis(200), cpuLimit: Cpu.millis(100) } })).toThrow(
      'resources.cpuRequest "200m" is above cpuLimit; allowed: at most 100m',
    );
    expect(() => render({ resources: { memoryRequest: Size.mebibytes(2), memoryLimit: Size.mebibytes(1) } })).toThrow(
      'resources.memoryRequest "2Mi" is above memoryLimit; allowed: at most 1Mi',
    );
  });
});

describe.each(COMPONENTS)('%s', (prop, deployment) => {
  test('several pods are spread and not all disrupted at once; one may be', () => {
    const budget = ({ kind, metadata }: { kind: string; metadata: { name: string } }) =>
      kind === 'PodDisruptionBudget' && metadata.name === deployment;
    const several = objects({ [prop]: { replicas: 2 } });
    const { selector, template } = find(several, 'Deployment', deployment).spec;
    expect(several.filter(budget).map(({ spec }) => spec)).toEqual([{ selector, maxUnavailable: 1 }]);
    expect(template.spec.topologySpreadConstraints).toEqual([
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: selector,
      },
    ]);
    const one = objects({ [prop]: { replicas: 1 } });
    expect(one.filter(budget)).toEqual([]);
    expect(find(one, 'Deployment', deployment).spec.template.spec.topologySpreadConstraints).toBeUndefined();
  });

  test.each([-1, 0, 1.5])('refuses %d replicas', (replicas) => {
    expect(() => platform({ [prop]: { replicas } })).toThrow(
      `${prop}.replicas ${replicas} is invalid; allowed: a whole number from 1 to 2147483647`,
    );
  });
});

test.each<[keyof KedaPlatformProps, string]>([
  ['operator', '--leader-elect=false'],
  ['operator', '--metrics-bind-address=:9'],
  ['operator', '--enable-prometheus-metrics=false'],
  ['operator', '--enable-apiservice-patching=false'],
  ['metricsServer', '--metrics-service-address=x:1'],
  ['webhooks', '--cert-dir=/x'],
  ['addOnOperator', '--metrics-auth=false'],
])('%s refuses %s, on which others depend', (prop, arg) => {
  expect(() => objects({ [prop]: { extraArgs: [arg] } })).toThrow(
    new RegExp(`extraArgs\\[0\\] "${arg}" is fixed: .+; allowed: other flags$`),
  );
});

test.each<[keyof KedaPlatformProps, string, string]>([
  ['operator', '--enable-opentelemetry-metrics=true', 'openTelemetry'],
  ['metricsServer', '--secure-port=1', 'httpsPort'],
  ['metricsServer', '--port=1', 'metricsPort'],
  ['webhooks', '--port=1', 'httpsPort'],
  ['webhooks', '--metrics-bind-address=:1', 'metricsPort'],
  ['webhooks', '--health-probe-bind-address=:1', 'probesPort'],
])('%s refuses %s, which is a setting', (prop, arg, setting) => {
  expect(() => objects({ [prop]: { extraArgs: [arg] } })).toThrow(
    `extraArgs[0] "${arg}" is taken: it carries the setting ${setting}; allowed: ${setting}`,
  );
});

test('the domain of the cluster is a setting of the environment', () => {
  expect(() => objects({ operator: { extraArgs: ['--k8s-cluster-domain=x'] } })).toThrow(
    'extraArgs[0] "--k8s-cluster-domain=x" is taken: it carries the setting clusterDomain; allowed: clusterDomain',
  );
});

test('what one component depends on is free where it means nothing', () => {
  expect(() => objects({ operator: { extraArgs: ['--kube-api-qps=1', '--ca-dir=/a', '--ca-dir=/b'] } })).not.toThrow();
  expect(container(objects({ operator: { extraArgs: ['--ca-dir=/a', '--ca-dir=/b'] } }), 'keda-operator').args).toEqual(
    expect.arrayContaining(['--ca-dir=/a', '--ca-dir=/b']),
  );
});

describe('interceptor', () => {
  test('is scaled by KEDA, from 2 to 50 pods', () => {
    expect(find(objects(), 'Deployment', 'keda-add-ons-http-interceptor').spec.replicas).toBeUndefined();
    expect(find(objects(), 'ScaledObject', 'keda-add-ons-http-interceptor').spec).toMatchObject({
      minReplicaCount: 2,
      maxReplicaCount: 50,
    });
  });

  test.each([
    [{ minReplicas: 0 }, 'interceptor.minReplicas 0 is invalid; allowed: a whole number from 1 to 2147483647'],
    [{ maxReplicas: -4 }, 'interceptor.maxReplicas -4 is invalid; allowed: a whole number from 1 to 2147483647'],
    [{ minReplicas: 4, maxReplicas: 3 }, 'interceptor.maxReplicas 3 is below minReplicas; allowed: at least 4'],
    [{ maxReplicas: 1 }, 'interceptor.maxReplicas 1 is below minReplicas; allowed: at least 2'],
  ])('refuses %j', (interceptor, message) => {
    expect(() => platform({ interceptor })).toThrow(`platform: ${message}`);
  });

  test('has time to drain', () => {
    const { terminationGracePeriodSeconds, containers } = find(objects(), 'Deployment', 'keda-add-ons-http-interceptor')
      .spec.template.spec;
    expect(terminationGracePeriodSeconds).toBe(45);
    expect(containers[0].env).toEqual(
      expect.arrayContaining([
        { name: 'KEDA_HTTP_SHUTDOWN_DELAY', value: '5s' },
        { name: 'KEDA_HTTP_DRAIN_TIMEOUT', value: '30s' },
      ]),
    );
  });
});

const intervals = (props: KedaPlatformProps) =>
  container(objects(props), 'keda-add-ons-http-external-scaler').env.filter(({ name }: { name: string }) =>
    /TICK|INTERVAL/.test(name),
  );

test('the scaler goes on until it has left the Service, and then soon ends', () => {
  const { spec } = find(objects(), 'Deployment', 'keda-add-ons-http-external-scaler').spec.template;
  expect(spec.containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 3 } } });
  expect(spec.terminationGracePeriodSeconds).toBe(4);
});

describe("the scaler's intervals", () => {
  test.each([Sizing.STANDARD, Sizing.LIMITED])('replace those of the sizing', (sizing) => {
    const scaler = { queueTick: Duration.millis(50), streamInterval: Duration.seconds(1) };
    expect(intervals({ sizing, scaler })).toEqual([
      { name: 'KEDA_HTTP_SCALER_STREAM_INTERVAL_MS', value: '1000' },
      { name: 'KEDA_HTTP_QUEUE_TICK_DURATION', value: '50ms' },
    ]);
  });

  test.each([
    [{ queueTick: Duration.millis(9) }, 'queueTick "9ms" is out of range; allowed: 10ms to 10s'],
    [{ queueTick: Duration.millis(20.5) }, 'queueTick "20.5ms" is invalid; allowed: a duration'],
    [{ streamInterval: Duration.millis(0) }, 'streamInterval "0s" is out of range; allowed: 10ms to 10s'],
    [{ streamInterval: Duration.minutes(1) }, 'streamInterval "1m" is out of range; allowed: 10ms to 10s'],
  ])('refuses %j', (scaler, problem) => {
    expect(() => platform({ scaler })).toThrow(`platform: scaler.${problem}`);
  });
});

describe('sizing', () => {
  test('the standard one limits no CPU', () => {
    for (const [, deployment] of PROCESSES) {
      const { limits, requests } = container(objects({ sizing: Sizing.STANDARD }), deployment).resources;
      expect(Object.keys(limits)).toEqual(['ephemeral-storage', 'memory']);
      expect(Object.keys(requests)).toEqual(['cpu', 'ephemeral-storage', 'memory']);
    }
  });

  test('the standard one shortens the intervals that a cold request waits for', () => {
    const values = (sizing: Sizing) => intervals({ sizing }).map(({ value }: { value: string }) => value);
    expect(intervals({ sizing: Sizing.STANDARD })).toEqual([
      { name: 'KEDA_HTTP_SCALER_STREAM_INTERVAL_MS', value: '200' },
      { name: 'KEDA_HTTP_QUEUE_TICK_DURATION', value: '50ms' },
    ]);
    expect(values(Sizing.LATENCY)).toEqual(['40', '20ms']);
    expect(values(Sizing.DENSE)).toEqual(['200', '100ms']);
    expect(values(Sizing.LIMITED)).toEqual(['200']);
  });

  test.each(['DENSE', 'LATENCY'] as const)('%s differs from it by these intervals alone', (name) => {
    const { scaler, ...others } = Sizing[name].sizes;
    const { queueTick, streamInterval } = Sizing.STANDARD.sizes.scaler;
    expect({ ...others, scaler: { ...scaler, queueTick, streamInterval } }).toEqual(Sizing.STANDARD.sizes);
  });

  test('the standard one lifts the limits of the operator towards the API server', () => {
    const flags = ['--kube-api-qps=500', '--kube-api-burst=1000'];
    expect(container(objects({ sizing: Sizing.STANDARD }), 'keda-operator').args).toEqual(
      expect.arrayContaining(flags),
    );
    expect(container(objects({ sizing: Sizing.LIMITED }), 'keda-operator').args.join()).not.toContain('kube-api');
  });

  test('a flag of the sizing can be replaced', () => {
    const args = container(objects({ operator: { extraArgs: ['--kube-api-qps=50'] } }), 'keda-operator').args;
    expect(args.filter((arg: string) => arg.startsWith('--kube-api-qps'))).toEqual(['--kube-api-qps=50']);
  });
});
