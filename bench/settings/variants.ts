import { Duration } from 'cdk8s';
import { type KedaPlatformProps, Runtime, Sizing } from '../../lib';
import { image } from '../../test/e2e/cluster';
import type { Manifest } from '../kit/workload';

/** A function whose pod differs from the default in one thing. */
export interface PodVariant {
  readonly name: string;
  readonly runtime: Runtime;
  readonly change?: (pod: Manifest) => void;
}

const pod = (name: string, runtime: Runtime, change?: (spec: Manifest) => void): PodVariant => ({
  name,
  runtime,
  change,
});
const container = (spec: Manifest) => spec.containers[0];
const http = { httpGet: { path: '/health', port: 'http' } };
const mount = (spec: Manifest, source: object) => {
  spec.volumes = [{ name: 'tmp', ...source }];
  container(spec).volumeMounts = [{ name: 'tmp', mountPath: '/tmp' }];
};
const emptyDir = (spec: Manifest) => mount(spec, { emptyDir: {} });
/** A container that costs a start and little more. */
const beside = (spec: Manifest, args: string[]) => {
  const { securityContext, imagePullPolicy, resources } = container(spec);
  return { name: 'beside', image: image('files'), args, securityContext, imagePullPolicy, resources };
};
const noVolumes = (spec: Manifest) => {
  delete spec.volumes;
  delete container(spec).volumeMounts;
};
const environment = (name: string, value: string) => (spec: Manifest) => {
  container(spec).env.push({ name, value });
};

const readiness = (probe: object) => (spec: Manifest) => {
  container(spec).readinessProbe = { ...probe, periodSeconds: 1 };
};

// the probe runs from the start on, so that a process which takes over 30 s to listen is killed
const livenessAtOnce = (spec: Manifest) => {
  delete container(spec).livenessProbe.initialDelaySeconds;
};

/** The first of a runtime is the default, to which the others are compared. */
export const PODS: readonly PodVariant[] = [
  pod('go', Runtime.GO),
  pod('go-readiness-probe', Runtime.GO, readiness(http)),
  pod('go-readiness-probe-tcp', Runtime.GO, readiness({ tcpSocket: { port: 'http' } })),
  pod('go-readiness-probe-grpc', Runtime.GO, readiness({ grpc: { port: 8080 } })),
  pod('go-readiness-probe-exec', Runtime.GO, readiness({ exec: { command: ['/main', 'succeed'] } })),
  pod('go-startup-probe', Runtime.GO, (spec) => {
    container(spec).startupProbe = { ...http, periodSeconds: 1 };
  }),
  pod('go-no-liveness-probe', Runtime.GO, (spec) => {
    delete container(spec).livenessProbe;
  }),
  pod('go-liveness-at-once', Runtime.GO, livenessAtOnce),
  pod('go-token', Runtime.GO, (spec) => {
    spec.automountServiceAccountToken = true;
  }),
  pod('go-empty-dir', Runtime.GO, emptyDir),
  pod('go-with-config-map', Runtime.GO, (spec) => {
    // every namespace has it
    mount(spec, { configMap: { name: 'kube-root-ca.crt' } });
  }),
  pod('go-with-memory', Runtime.GO, (spec) => mount(spec, { emptyDir: { medium: 'Memory', sizeLimit: '8Mi' } })),
  pod('go-with-image', Runtime.GO, (spec) => {
    mount(spec, { image: { reference: image('data'), pullPolicy: 'IfNotPresent' } });
  }),
  pod('go-with-init-container', Runtime.GO, (spec) => {
    spec.initContainers = [beside(spec, ['copy', '/etc/hostname', '/dev/null'])];
  }),
  pod('go-with-sidecar', Runtime.GO, (spec) => {
    spec.initContainers = [{ ...beside(spec, ['beside']), restartPolicy: 'Always' }];
  }),
  pod('go-cpu-limit', Runtime.GO, (spec) => {
    container(spec).resources.limits.cpu = '100m';
  }),
  pod('go-service-links', Runtime.GO, (spec) => {
    spec.enableServiceLinks = true;
  }),
  pod('rust', Runtime.RUST),
  pod('rust-liveness-at-once', Runtime.RUST, livenessAtOnce),
  pod('node', Runtime.NODE),
  pod('node-liveness-at-once', Runtime.NODE, livenessAtOnce),
  pod('node-no-tmp', Runtime.NODE, noVolumes),
  pod('node-cpu-limit', Runtime.NODE, (spec) => {
    container(spec).resources.limits.cpu = '100m';
  }),
  pod('node-no-node-env', Runtime.NODE, (spec) => {
    container(spec).env = container(spec).env.filter(({ name }: { name: string }) => name !== 'NODE_ENV');
  }),
  pod('python', Runtime.PYTHON),
  pod('python-liveness-at-once', Runtime.PYTHON, livenessAtOnce),
  pod('python-no-tmp', Runtime.PYTHON, noVolumes),
  pod('python-cpu-limit', Runtime.PYTHON, (spec) => {
    container(spec).resources.limits.cpu = '100m';
  }),
  pod('python-no-bytecode', Runtime.PYTHON, environment('PYTHONPYCACHEPREFIX', '/nowhere')),
];

/** A platform that differs from the default in one thing. */
export interface PlatformVariant {
  readonly name: string;
  readonly props?: KedaPlatformProps;
}

const intervals = (tick: number, stream: number): PlatformVariant => ({
  name: `tick ${tick} ms, stream ${stream} ms`,
  props: { scaler: { queueTick: Duration.millis(tick), streamInterval: Duration.millis(stream) } },
});

export const PLATFORMS: readonly PlatformVariant[] = [
  { name: 'default' },
  intervals(50, 50),
  intervals(50, 200),
  intervals(100, 100),
  intervals(500, 200),
  {
    name: 'client limits of upstream',
    props: { operator: { extraArgs: ['--kube-api-qps=20', '--kube-api-burst=30'] } },
  },
  { name: 'limited sizing', props: { sizing: Sizing.LIMITED } },
];
