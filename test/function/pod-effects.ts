import { Size } from 'cdk8s';
import {
  EnvSource,
  type FunctionIdentityProps,
  type FunctionMetadataProps,
  type FunctionPlacementProps,
  type FunctionProcessProps,
  TaintEffect,
  TolerationOperator,
} from '../../lib';
import type { Effect } from '../effects';

export const POD = 'Deployment/spec/template/spec';
export const CONTAINER = `${POD}/containers/0`;
export const ENV = `${CONTAINER}/env`;

/** A table of effects that lacks no setting of an interface. */
type EffectsOf<P> = { readonly [prop in keyof P]-?: Effect[] };

export const PROCESS_EFFECTS: EffectsOf<FunctionProcessProps> = {
  command: [
    { given: { command: ['/bin/app', '-v', '-v'] }, at: { [`${CONTAINER}/command`]: ['/bin/app', '-v', '-v'] } },
  ],
  args: [{ given: { args: ['--port', '$(PORT)', ''] }, at: { [`${CONTAINER}/args`]: ['--port', '$(PORT)', ''] } }],
  workingDirectory: [{ given: { workingDirectory: '/app' }, at: { [`${CONTAINER}/workingDir`]: '/app' } }],
  env: [
    {
      given: { env: { A: 'yes', B: '012', C: '1:30', D: 'null', E: 'a\nb' } },
      at: Object.fromEntries(
        Object.entries({ A: 'yes', B: '012', C: '1:30', D: 'null', E: 'a\nb' }).map(([name, value]) => [
          `${ENV}/${name}/value`,
          value,
        ]),
      ),
    },
  ],
  envValueFrom: [
    {
      given: { envValueFrom: { A: EnvSource.secretKey('db', 'password') } },
      at: { [`${ENV}/A`]: { name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } } },
    },
    {
      given: { envValueFrom: { A: EnvSource.configMapKey('log', 'level') } },
      at: { [`${ENV}/A`]: { name: 'A', valueFrom: { configMapKeyRef: { name: 'log', key: 'level' } } } },
    },
    {
      given: { envValueFrom: { A: EnvSource.podField("metadata.labels['example.com/team']") } },
      at: {
        [`${ENV}/A`]: { name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['example.com/team']" } } },
      },
    },
  ],
  envFromConfigMaps: [
    {
      given: { envFromConfigMaps: ['b', 'a'], envFromSecrets: ['s'] },
      at: {
        [`${CONTAINER}/envFrom`]: [
          { configMapRef: { name: 'b' } },
          { configMapRef: { name: 'a' } },
          { secretRef: { name: 's' } },
        ],
      },
    },
  ],
  envFromSecrets: [
    { given: { envFromSecrets: ['s'] }, at: { [`${CONTAINER}/envFrom`]: [{ secretRef: { name: 's' } }] } },
  ],
};

export const IDENTITY_EFFECTS: EffectsOf<FunctionIdentityProps> = {
  imagePullSecrets: [
    { given: { imagePullSecrets: ['b', 'a'] }, at: { [`${POD}/imagePullSecrets`]: [{ name: 'b' }, { name: 'a' }] } },
  ],
  serviceAccountName: [{ given: { serviceAccountName: 'orders' }, at: { [`${POD}/serviceAccountName`]: 'orders' } }],
  automountServiceAccountToken: [
    { given: { automountServiceAccountToken: true }, at: { [`${POD}/automountServiceAccountToken`]: true } },
  ],
};

const { EQUAL, EXISTS } = TolerationOperator;

export const PLACEMENT_EFFECTS: EffectsOf<FunctionPlacementProps> = {
  nodeSelector: [
    {
      given: { nodeSelector: { 'kubernetes.io/arch': 'arm64', disk: '' } },
      at: { [`${POD}/nodeSelector`]: { 'kubernetes.io/arch': 'arm64', disk: '' } },
    },
  ],
  tolerations: [
    {
      given: {
        tolerations: [
          { key: 'gpu', operator: EQUAL, value: 'true', effect: TaintEffect.NO_SCHEDULE },
          { operator: EXISTS, effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 30 },
          { key: 'spot' },
        ],
      },
      at: {
        [`${POD}/tolerations/0`]: { key: 'gpu', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
        [`${POD}/tolerations/1`]: { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 },
        [`${POD}/tolerations/2/key`]: 'spot',
      },
    },
  ],
  priorityClassName: [{ given: { priorityClassName: 'high' }, at: { [`${POD}/priorityClassName`]: 'high' } }],
  runtimeClassName: [{ given: { runtimeClassName: 'gvisor' }, at: { [`${POD}/runtimeClassName`]: 'gvisor' } }],
  ephemeralStorage: [
    {
      given: { ephemeralStorage: Size.mebibytes(64) },
      at: { [`${CONTAINER}/resources/requests`]: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' } },
    },
  ],
  ephemeralStorageLimit: [
    {
      given: { ephemeralStorageLimit: Size.gibibytes(1) },
      at: { [`${CONTAINER}/resources/limits`]: { memory: '128Mi', 'ephemeral-storage': '1024Mi' } },
    },
  ],
};

const OBJECTS = ['Deployment', 'Service', 'InterceptorRoute', 'ScaledObject', 'HTTPScaledObject'];
const TEMPLATE = 'Deployment/spec/template/metadata';
const team = { 'example.com/team': 'orders' };

export const METADATA_EFFECTS: EffectsOf<FunctionMetadataProps> = {
  labels: [
    {
      given: { labels: team },
      at: Object.fromEntries(OBJECTS.map((kind) => [`${kind}/metadata/labels/example.com~1team`, 'orders'])),
    },
  ],
  annotations: [
    {
      given: { annotations: team },
      at: Object.fromEntries(OBJECTS.map((kind) => [`${kind}/metadata/annotations/example.com~1team`, 'orders'])),
    },
  ],
  podLabels: [
    {
      given: { podLabels: team },
      at: { [`${TEMPLATE}/labels`]: { app: 'fn-hello', 'enclii.dev/function': 'hello', ...team } },
    },
  ],
  podAnnotations: [{ given: { podAnnotations: team }, at: { [`${TEMPLATE}/annotations`]: team } }],
};
