import { EnvSource, type FunctionProcessProps } from '../../lib';
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
