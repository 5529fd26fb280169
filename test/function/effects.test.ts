import { App, Duration, Size } from 'cdk8s';
import { Cpu, Environment, FunctionChart, type FunctionChartProps, Runtime, Scaler, Visibility } from '../../lib';
import { FUNCTION } from '../../lib/function/fields';
import { load } from '../catalog/folder';
import { type Effect, type Effects, proveEffects } from '../effects';
import {
  CONTAINER,
  ENV,
  IDENTITY_EFFECTS,
  METADATA_EFFECTS,
  PLACEMENT_EFFECTS,
  POD,
  PROCESS_EFFECTS,
} from './pod-effects';
import { immutable, render } from './render';

const ENVIRONMENT = { domain: 'fn.test', kedaNamespace: 'scaling' };
const BASE = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };

const ROUTE = 'InterceptorRoute/spec';
const SCALED = 'ScaledObject/spec';
const HTTP = 'HTTPScaledObject/spec';

/** A setting that each scaler has in another place. */
const scaling = (given: Partial<FunctionChartProps>, route: string, http: string, expected: unknown): Effect[] => [
  { given, at: { [route]: expected } },
  { given: { ...given, scaler: Scaler.HTTP_SCALED_OBJECT }, at: { [http]: expected } },
];

const FUNCTION_EFFECTS: Effects = {
  runtime: [
    {
      given: {
        runtime: Runtime.custom({
          name: 'x',
          user: 7,
          coldStartTargetMillis: 1,
          env: { X: '1' },
          writablePaths: ['/w'],
        }),
      },
      at: {
        [`${POD}/securityContext/runAsUser`]: 7,
        [`${ENV}/X/value`]: '1',
        [`${CONTAINER}/volumeMounts/0/mountPath`]: '/w',
      },
    },
    { given: { runtime: Runtime.NODE }, at: { [`${ENV}/NODE_ENV/value`]: 'production' } },
  ],
  image: [{ given: { image: 'c/d:2' }, at: { [`${CONTAINER}/image`]: 'c/d:2' } }],
  project: [{ given: { project: 'bar' }, at: { 'Service/metadata/namespace': 'fn-bar' } }],
  name: [
    {
      given: { name: 'bye' },
      at: {
        'Deployment/metadata/name': 'fn-bye',
        'Deployment/metadata/labels/enclii.dev~1function': 'bye',
        [`${ENV}/FUNCTION_NAME/value`]: 'bye',
      },
    },
    ...scaling({ name: 'bye' }, `${ROUTE}/target/service`, `${HTTP}/scaleTargetRef/service`, 'fn-bye'),
    ...scaling({ name: 'bye' }, `${SCALED}/scaleTargetRef/name`, `${HTTP}/scaleTargetRef/name`, 'fn-bye'),
    ...scaling({ name: 'bye' }, `${ROUTE}/rules/0/hosts`, `${HTTP}/hosts`, ['bye.fn.test']),
  ],
  functionId: [
    {
      given: { functionId: '42' },
      at: {
        'Deployment/spec/selector/matchLabels': {
          app: 'fn-hello',
          'enclii.dev/function': 'hello',
          'enclii.dev/function-id': '42',
        },
      },
    },
  ],
  hosts: scaling({ hosts: ['a.test', '*.b.test'] }, `${ROUTE}/rules/0/hosts`, `${HTTP}/hosts`, ['a.test', '*.b.test']),
  visibility: [
    {
      given: { visibility: Visibility.INTERNAL },
      at: { [`${ROUTE}/rules/0/hosts`]: ['hello.fn-shop', 'hello.fn-shop.svc', 'hello.fn-shop.svc.cluster.local'] },
    },
  ],
  pathPrefixes: [
    { given: { pathPrefixes: ['/api'] }, at: { [`${ROUTE}/rules/0/paths`]: [{ value: '/api' }] } },
    {
      given: { pathPrefixes: ['/api'], scaler: Scaler.HTTP_SCALED_OBJECT },
      at: { [`${HTTP}/pathPrefixes`]: ['/api'] },
    },
  ],
  kedaNamespace: [
    {
      given: { kedaNamespace: 'k' },
      at: { [`${SCALED}/triggers/0/metadata/scalerAddress`]: 'keda-add-ons-http-external-scaler.k:9090' },
    },
  ],
  scaler: [
    {
      given: { scaler: Scaler.HTTP_SCALED_OBJECT },
      at: { InterceptorRoute: undefined, ScaledObject: undefined },
    },
  ],
  minReplicas: [
    ...scaling({ minReplicas: 2 }, `${SCALED}/minReplicaCount`, `${HTTP}/replicas/min`, 2),
    {
      given: { minReplicas: 2 },
      at: {
        'PodDisruptionBudget/spec': {
          selector: { matchLabels: { app: 'fn-hello', 'enclii.dev/function': 'hello' } },
          maxUnavailable: 1,
        },
      },
    },
  ],
  maxReplicas: scaling({ maxReplicas: 7 }, `${SCALED}/maxReplicaCount`, `${HTTP}/replicas/max`, 7),
  cooldown: scaling({ cooldown: Duration.minutes(2) }, `${SCALED}/cooldownPeriod`, `${HTTP}/scaledownPeriod`, 120),
  initialCooldown: scaling(
    { initialCooldown: Duration.seconds(0) },
    `${SCALED}/initialCooldownPeriod`,
    `${HTTP}/initialCooldownPeriod`,
    0,
  ),
  concurrency: [
    ...scaling({ concurrency: 3 }, `${ROUTE}/scalingMetric/concurrency`, `${HTTP}/scalingMetric/concurrency`, {
      targetValue: 3,
    }),
    { given: { concurrency: 5 }, at: { [`${SCALED}/triggers/0/metadata/scalingMetric`]: 'concurrency=5' } },
  ],
  requestRate: [
    ...scaling({ requestRate: 3 }, `${HTTP}/scalingMetric/requestRate`, `${HTTP}/scalingMetric/requestRate`, {
      targetValue: 3,
      window: '1m0s',
      granularity: '1s',
    }),
    {
      given: { requestRate: 7 },
      at: { [`${SCALED}/triggers/1/metadata/scalingMetric`]: 'requestRate=7 window=1m0s granularity=1s' },
    },
  ],
  requestRateWindow: scaling(
    { requestRateWindow: Duration.millis(2500) },
    `${HTTP}/scalingMetric/requestRate/window`,
    `${HTTP}/scalingMetric/requestRate/window`,
    '2.5s',
  ),
  requestRateGranularity: scaling(
    { requestRateGranularity: Duration.millis(1250) },
    `${HTTP}/scalingMetric/requestRate/granularity`,
    `${HTTP}/scalingMetric/requestRate/granularity`,
    '1.25s',
  ),
  port: [
    {
      given: { port: 3000 },
      at: { [`${CONTAINER}/ports`]: [{ name: 'http', containerPort: 3000 }], [`${ENV}/PORT/value`]: '3000' },
    },
  ],
  handler: [{ given: { handler: 'x.y' }, at: { [`${ENV}/FUNCTION_HANDLER/value`]: 'x.y' } }],
  timeout: [
    {
      given: { timeout: Duration.seconds(40) },
      at: { [`${ENV}/FUNCTION_TIMEOUT/value`]: '40', [`${POD}/terminationGracePeriodSeconds`]: 45 },
    },
    ...scaling(
      { timeout: Duration.seconds(7) },
      `${ROUTE}/timeouts/responseHeader`,
      `${HTTP}/timeouts/responseHeader`,
      '7s',
    ),
  ],
  readinessTimeout: scaling(
    { readinessTimeout: Duration.minutes(2) },
    `${ROUTE}/timeouts/readiness`,
    `${HTTP}/timeouts/conditionWait`,
    '2m0s',
  ),
  startupTimeout: [
    { given: { startupTimeout: Duration.seconds(20) }, at: { [`${CONTAINER}/livenessProbe/initialDelaySeconds`]: 20 } },
  ],
  ...PROCESS_EFFECTS,
  ...IDENTITY_EFFECTS,
  ...PLACEMENT_EFFECTS,
  ...METADATA_EFFECTS,
  cpu: [{ given: { cpu: Cpu.cores(0.2) }, at: { [`${CONTAINER}/resources/requests/cpu`]: '200m' } }],
  cpuLimit: [{ given: { cpuLimit: Cpu.cores(2) }, at: { [`${CONTAINER}/resources/limits/cpu`]: '2' } }],
  memory: [
    {
      given: { memory: Size.mebibytes(256) },
      at: {
        [`${CONTAINER}/resources`]: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
      },
    },
  ],
  memoryLimit: [
    { given: { memoryLimit: Size.gibibytes(1) }, at: { [`${CONTAINER}/resources/limits/memory`]: '1024Mi' } },
  ],
  healthPath: [
    { given: { healthPath: '/up' }, at: { [`${CONTAINER}/livenessProbe/httpGet`]: { path: '/up', port: 'http' } } },
  ],
  readinessProbe: [
    {
      given: { readinessProbe: true },
      at: { [`${CONTAINER}/readinessProbe`]: { httpGet: { path: '/health', port: 'http' }, periodSeconds: 1 } },
    },
  ],
  writablePaths: [
    {
      given: { writablePaths: ['/data'] },
      at: {
        [`${CONTAINER}/volumeMounts`]: [{ name: 'writable-0', mountPath: '/data' }],
        [`${POD}/volumes`]: [{ name: 'writable-0', emptyDir: {} }],
      },
    },
  ],
};

describe('function', () => {
  proveEffects(FUNCTION, FUNCTION_EFFECTS, {
    build(props: Partial<FunctionChartProps>) {
      const app = new App();
      new FunctionChart(new Environment(app, 'e', ENVIRONMENT), 'hello', { ...BASE, ...props });
      return app;
    },
    load: (settings) =>
      load({
        'environments/e.yaml': 'domain: fn.test',
        'functions/shop/hello.yaml': JSON.stringify({ runtime: 'go', image: 'a/b:1', ...settings }),
      }).environments[0].projects[0].functions[0].props,
  });
});

// what says which objects they are, and which pods are the function's
const IDENTITY = ['name', 'project', 'functionId', 'scaler'];
const rest = Object.entries(FUNCTION_EFFECTS).filter(([prop]) => !IDENTITY.includes(prop));

test.each(rest)('%s leaves alone what the API server lets nobody change', (_, rows) => {
  for (const { given } of rows.filter(({ given }) => !('scaler' in given)))
    expect(immutable(render(given))).toEqual(immutable(render()));
});
