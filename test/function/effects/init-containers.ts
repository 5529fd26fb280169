import { Duration, Size } from 'cdk8s';
import {
  ContainerRestartPolicy,
  Cpu,
  EnvSource,
  type FunctionInitContainersProps,
  type InitContainer,
  Probe,
  Volume,
} from '../../../lib';
import type { Effect } from '../../effects';
import { type EffectsOf, POD } from './paths';

const FIRST = `${POD}/initContainers/0`;
const BASE = { name: 'migrate', image: 'a/m:1' };

/** What stands in the container because of more that is said of it. */
const having = (more: Partial<InitContainer>, at: { readonly [where: string]: unknown }): Effect => ({
  given: { initContainers: [{ ...BASE, ...more }] },
  at: Object.fromEntries(Object.entries(at).map(([where, value]) => [`${FIRST}/${where}`, value])),
});

export const INIT_CONTAINER_EFFECTS: EffectsOf<FunctionInitContainersProps> = {
  initContainers: [
    {
      given: { initContainers: [BASE] },
      at: {
        [`${POD}/initContainers`]: [
          {
            name: 'migrate',
            image: 'a/m:1',
            imagePullPolicy: 'IfNotPresent',
            resources: {
              requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
              limits: { memory: '128Mi', 'ephemeral-storage': '1Gi' },
            },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              privileged: false,
              readOnlyRootFilesystem: true,
            },
          },
        ],
      },
    },
    having({ restartPolicy: ContainerRestartPolicy.ALWAYS }, { restartPolicy: 'Always' }),
    having(
      {
        restartPolicy: ContainerRestartPolicy.ALWAYS,
        ports: { metrics: 9090 },
        probes: {
          liveness: Probe.http('/up', { port: 9090 }),
          readiness: Probe.tcp({ port: 9091, period: Duration.seconds(2) }),
          startup: Probe.exec(['/bin/ask']),
        },
      },
      {
        ports: [{ name: 'metrics', containerPort: 9090, protocol: 'TCP' }],
        livenessProbe: { httpGet: { path: '/up', port: 9090 }, periodSeconds: 10, timeoutSeconds: 5 },
        readinessProbe: { tcpSocket: { port: 9091 }, periodSeconds: 2 },
        startupProbe: { exec: { command: ['/bin/ask'] }, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 60 },
      },
    ),
    having(
      { command: ['/m'], args: ['up', 'up'], workingDirectory: '/srv' },
      { command: ['/m'], args: ['up', 'up'], workingDir: '/srv' },
    ),
    having(
      { env: { URL: '$(P)', PORT: '1' }, envValueFrom: { P: EnvSource.secretKey('db', 'p') } },
      {
        env: [
          { name: 'P', valueFrom: { secretKeyRef: { name: 'db', key: 'p' } } },
          { name: 'PORT', value: '1' },
          { name: 'URL', value: '$(P)' },
        ],
      },
    ),
    having(
      { envFromConfigMaps: ['c'], envFromSecrets: ['s'] },
      { envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 's' } }] },
    ),
    having({ user: 7 }, { 'securityContext/runAsUser': 7, 'securityContext/runAsGroup': 7 }),
    having(
      { cpu: Cpu.millis(50), cpuLimit: Cpu.cores(1), memory: Size.mebibytes(32), memoryLimit: Size.mebibytes(64) },
      { 'resources/requests/cpu': '50m', 'resources/limits/cpu': '1', 'resources/limits/memory': '64Mi' },
    ),
    having(
      { volumes: { '/s': Volume.fromSecret('s') }, writablePaths: ['/tmp'] },
      {
        volumeMounts: [
          { name: 'writable-0', mountPath: '/tmp' },
          { name: 'volume-0', mountPath: '/s' },
        ],
      },
    ),
  ],
};
