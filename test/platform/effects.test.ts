import { App, Duration, Size } from 'cdk8s';
import {
  Cpu,
  Environment,
  type EnvironmentProps,
  FunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  LogLevel,
  ProjectChart,
  Runtime,
  Sizing,
} from '../../lib';
import { ENVIRONMENT } from '../../lib/environment-fields';
import { PLATFORM } from '../../lib/platform/fields';
import { load } from '../catalog/folder';
import { type Effects, proveEffects } from '../effects';

const container = (name: string) => `Deployment ${name}/spec/template/spec/containers/0`;
const only = (setting: string, given: object, at: object): Effects => ({ [setting]: [{ given, at: { ...at } }] });

/** What each component can be told. */
function processEffects(prop: keyof KedaPlatformProps, name: string): Effects {
  const at = container(name);
  const resources = {
    cpuRequest: Cpu.millis(7),
    cpuLimit: Cpu.cores(3),
    memoryRequest: Size.mebibytes(9),
    memoryLimit: Size.gibibytes(3),
  };
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = resources;
  return {
    ...only(
      `${prop}.resources.cpuRequest`,
      { [prop]: { resources: { cpuRequest } } },
      { [`${at}/resources/requests/cpu`]: '7m' },
    ),
    ...only(
      `${prop}.resources.cpuLimit`,
      { [prop]: { resources: { cpuLimit } } },
      { [`${at}/resources/limits/cpu`]: '3' },
    ),
    ...only(
      `${prop}.resources.memoryRequest`,
      { [prop]: { resources: { memoryRequest } } },
      { [`${at}/resources/requests/memory`]: '9Mi' },
    ),
    ...only(
      `${prop}.resources.memoryLimit`,
      { [prop]: { resources: { memoryLimit } } },
      { [`${at}/resources/limits/memory`]: '3072Mi' },
    ),
    ...only(
      `${prop}.logLevel`,
      { [prop]: { logLevel: LogLevel.DEBUG } },
      { [`${at}/args`]: expect.arrayContaining(['--zap-log-level=debug']) },
    ),
    ...only(
      `${prop}.extraArgs`,
      { [prop]: { extraArgs: ['--zap-devel'] } },
      { [`${at}/args`]: expect.arrayContaining(['--zap-devel']) },
    ),
  };
}

function componentEffects(prop: keyof KedaPlatformProps, name: string): Effects {
  return {
    ...processEffects(prop, name),
    ...only(`${prop}.replicas`, { [prop]: { replicas: 5 } }, { [`Deployment ${name}/spec/replicas`]: 5 }),
  };
}

const SCALER = container('keda-add-ons-http-external-scaler');
const INTERCEPTOR = 'keda-add-ons-http-interceptor';
const digest = `sha256:${'a'.repeat(64)}`;

describe('platform', () => {
  proveEffects(
    PLATFORM,
    {
      ...only('sizing', { sizing: Sizing.SEED }, { [`${SCALER}/resources/limits/cpu`]: '100m' }),
      ...only(
        'images.registry',
        { images: { registry: 'mirror.test:5000/keda' } },
        { [`${SCALER}/image`]: 'mirror.test:5000/keda/http-add-on-scaler:0.15.0' },
      ),
      ...only(
        'images.digests',
        { images: { digests: { 'http-add-on-scaler': digest } } },
        { [`${SCALER}/image`]: `ghcr.io/kedacore/http-add-on-scaler:0.15.0@${digest}` },
      ),
      ...only('namespace', { namespace: 'scaling' }, { 'Deployment keda-operator/metadata/namespace': 'scaling' }),
      ...only('createNamespace', { createNamespace: false }, { Namespace: undefined }),
      ...componentEffects('operator', 'keda-operator'),
      ...componentEffects('metricsServer', 'keda-operator-metrics-apiserver'),
      ...componentEffects('webhooks', 'keda-admission-webhooks'),
      ...componentEffects('addOnOperator', 'keda-add-ons-http-controller-manager'),
      ...componentEffects('scaler', 'keda-add-ons-http-external-scaler'),
      ...only(
        'scaler.queueTick',
        { scaler: { queueTick: Duration.millis(50) } },
        { [`${SCALER}/env/KEDA_HTTP_QUEUE_TICK_DURATION/value`]: '50ms' },
      ),
      ...only(
        'scaler.streamInterval',
        { scaler: { streamInterval: Duration.seconds(1) } },
        { [`${SCALER}/env/KEDA_HTTP_SCALER_STREAM_INTERVAL_MS/value`]: '1000' },
      ),
      ...processEffects('interceptor', INTERCEPTOR),
      ...only(
        'interceptor.minReplicas',
        { interceptor: { minReplicas: 3 } },
        { [`ScaledObject ${INTERCEPTOR}/spec/minReplicaCount`]: 3 },
      ),
      ...only(
        'interceptor.maxReplicas',
        { interceptor: { maxReplicas: 3 } },
        { [`ScaledObject ${INTERCEPTOR}/spec/maxReplicaCount`]: 3 },
      ),
    },
    {
      build(props: KedaPlatformProps) {
        const app = new App();
        new KedaPlatform(new Environment(app, 'e', { domain: 'fn.test' }), 'keda', props);
        return app;
      },
      load: (platform) =>
        load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', platform }) }).environments[0].platform,
    },
  );
});

describe('environment', () => {
  proveEffects(
    ENVIRONMENT,
    {
      ...only('domain', { domain: 'fn.other' }, { 'InterceptorRoute/spec/rules/0/hosts': ['f.fn.other'] }),
      ...only(
        'kedaNamespace',
        { kedaNamespace: 'scaling' },
        {
          'Deployment keda-operator/metadata/namespace': 'scaling',
          'ScaledObject fn-f/spec/triggers/0/metadata/scalerAddress': 'keda-add-ons-http-external-scaler.scaling:9090',
        },
      ),
      ...only(
        'clusterDomain',
        { clusterDomain: 'k8s.test' },
        { [`${container('keda-operator')}/args`]: expect.arrayContaining(['--k8s-cluster-domain=k8s.test']) },
      ),
    },
    {
      build(props: Partial<EnvironmentProps>) {
        const app = new App();
        const environment = new Environment(app, 'e', { domain: 'fn.test', ...props });
        new KedaPlatform(environment, 'keda');
        new ProjectChart(environment, 'project', { name: 'p' });
        new FunctionChart(environment, 'f', { runtime: Runtime.GO, project: 'p', image: 'a/b:1' });
        return app;
      },
      load: (settings) =>
        load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', ...settings }) }).environments[0].props,
    },
  );
});
