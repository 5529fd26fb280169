import { ContainerResource, EnvSource, type FunctionProcessProps } from '../../../lib';
import { CONTAINER, type EffectsOf, ENV } from './paths';

export const PROCESS_EFFECTS: EffectsOf<FunctionProcessProps> = {
  port: [
    {
      given: { port: 3000 },
      at: {
        [`${CONTAINER}/ports`]: [{ name: 'http', containerPort: 3000, protocol: 'TCP' }],
        [`${ENV}/PORT/value`]: '3000',
      },
    },
  ],
  handler: [{ given: { handler: 'x.y' }, at: { [`${ENV}/FUNCTION_HANDLER/value`]: 'x.y' } }],
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
    {
      given: { envValueFrom: { A: EnvSource.secretKey('db', 'password', { optional: true }) } },
      at: { [`${ENV}/A/valueFrom`]: { secretKeyRef: { name: 'db', key: 'password', optional: true } } },
    },
    {
      given: { envValueFrom: { A: EnvSource.configMapKey('log', 'level', { optional: true }) } },
      at: { [`${ENV}/A/valueFrom`]: { configMapKeyRef: { name: 'log', key: 'level', optional: true } } },
    },
    {
      given: { envValueFrom: { A: EnvSource.containerResource(ContainerResource.LIMITS_MEMORY, { divisor: '1Mi' }) } },
      at: { [`${ENV}/A/valueFrom`]: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
    },
    {
      given: { envValueFrom: { A: EnvSource.containerResource(ContainerResource.REQUESTS_CPU) } },
      at: { [`${ENV}/A/valueFrom`]: { resourceFieldRef: { resource: 'requests.cpu' } } },
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
