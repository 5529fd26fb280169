import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, type FunctionChartProps, Runtime } from '../../lib';
import { FUNCTION } from '../../lib/function/fields';
import { load } from '../catalog/folder';
import { type Effects, proveEffects } from '../effects';
import { COLD_START_EFFECTS } from './effects/cold-start';
import { CONFIG_MAPS_EFFECTS } from './effects/config-maps';
import { FILES_EFFECTS } from './effects/files';
import { IDENTITY_EFFECTS } from './effects/identity';
import { INIT_CONTAINER_EFFECTS } from './effects/init-containers';
import { METADATA_EFFECTS } from './effects/metadata';
import { NETWORK_EFFECTS } from './effects/network';
import { CONTAINER, ENV, POD } from './effects/paths';
import { PLACEMENT_EFFECTS } from './effects/placement';
import { PROBES_EFFECTS } from './effects/probes';
import { PROCESS_EFFECTS } from './effects/process';
import { RESOURCES_EFFECTS } from './effects/resources';
import { ROUTING_EFFECTS } from './effects/routing';
import { HTTP, ROUTE, SCALED, scaling } from './effects/scalers';
import { SCALING_EFFECTS } from './effects/scaling';
import { SCHEDULES_EFFECTS } from './effects/schedules';
import { TARGET_EFFECTS } from './effects/target';
import { immutable, render } from './render';

const ENVIRONMENT = { domain: 'fn.test', kedaNamespace: 'scaling' };
const BASE = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };

const FUNCTION_EFFECTS: Effects = {
  runtime: [
    {
      given: {
        runtime: Runtime.custom({
          name: 'x',
          user: 7,
          coldStartTarget: Duration.millis(1),
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
    {
      given: { runtime: Runtime.CONTAINER },
      at: { [`${POD}/securityContext`]: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
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
        'Deployment/metadata/labels/app.kubernetes.io~1name': 'bye',
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
        'Deployment/metadata/labels/function-id': '42',
        'Deployment/spec/template/metadata/labels/function-id': '42',
      },
    },
  ],
  kedaNamespace: [
    {
      given: { kedaNamespace: 'k' },
      at: { [`${SCALED}/triggers/0/metadata/scalerAddress`]: 'keda-add-ons-http-external-scaler.k:9090' },
    },
  ],
  ...ROUTING_EFFECTS,
  ...COLD_START_EFFECTS,
  ...SCALING_EFFECTS,
  ...SCHEDULES_EFFECTS,
  ...TARGET_EFFECTS,
  ...PROCESS_EFFECTS,
  ...NETWORK_EFFECTS,
  ...FILES_EFFECTS,
  ...CONFIG_MAPS_EFFECTS,
  ...INIT_CONTAINER_EFFECTS,
  ...PROBES_EFFECTS,
  ...RESOURCES_EFFECTS,
  ...IDENTITY_EFFECTS,
  ...PLACEMENT_EFFECTS,
  ...METADATA_EFFECTS,
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
        'environments/e.yaml': 'domain: fn.test\nplatform: { interceptor: { readConfigMaps: true } }',
        'functions/shop/hello.yaml': JSON.stringify({
          ...(settings.target ? { kind: 'workload' } : { runtime: 'go', image: 'a/b:1' }),
          ...settings,
        }),
      }).environments[0].projects[0].functions[0].props,
  });
});

// what says which objects they are, and which pods are the function's
const IDENTITY = ['name', 'project', 'scaler', 'http'];
const isMadeHere = ([prop]: readonly [string, ...unknown[]]) => !prop.startsWith('target.');
const rest = Object.entries(FUNCTION_EFFECTS)
  .filter(([prop]) => !IDENTITY.includes(prop))
  .filter(isMadeHere);

test.each(rest)('%s leaves alone what the API server lets nobody change', (_, rows) => {
  for (const { given } of rows.filter(({ given }) => !('scaler' in given)))
    expect(immutable(render(given))).toEqual(immutable(render()));
});
