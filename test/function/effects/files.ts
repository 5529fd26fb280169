import { Duration, Size } from 'cdk8s';
import { EmptyDirMedium, type FunctionFilesProps, Volume } from '../../../lib';
import type { Effect } from '../../effects';
import { CONTAINER, type EffectsOf, POD } from './paths';

/** A volume that the function has, and how the pod names and the container mounts it. */
const mounted = (volume: Volume, source: object, mount: object = {}): Effect => ({
  given: { volumes: { '/etc/app': volume } },
  at: {
    [`${POD}/volumes`]: [{ name: 'volume-0', ...source }],
    [`${CONTAINER}/volumeMounts`]: [{ name: 'volume-0', mountPath: '/etc/app', ...mount }],
  },
});

export const FILES_EFFECTS: EffectsOf<FunctionFilesProps> = {
  volumes: [
    mounted(Volume.fromConfigMap('app'), { configMap: { name: 'app' } }),
    mounted(Volume.fromConfigMap('app', { items: { a: 'x/a.conf', b: 'b' }, defaultMode: '0555', optional: true }), {
      configMap: {
        name: 'app',
        items: [
          { key: 'a', path: 'x/a.conf' },
          { key: 'b', path: 'b' },
        ],
        defaultMode: 0o555,
        optional: true,
      },
    }),
    mounted(Volume.fromConfigMap('app', { subPath: 'a.conf' }), { configMap: { name: 'app' } }, { subPath: 'a.conf' }),
    mounted(Volume.fromSecret('tls'), { secret: { secretName: 'tls' } }),
    mounted(Volume.fromSecret('tls', { items: { 'tls.key': 'key' }, defaultMode: '0400', optional: false }), {
      secret: { secretName: 'tls', items: [{ key: 'tls.key', path: 'key' }], defaultMode: 0o400, optional: false },
    }),
    mounted(
      Volume.fromProjected(
        [
          { configMap: 'app', items: { a: 'a.conf' } },
          { secret: 'tls', optional: true },
          { serviceAccountToken: { path: 'token', audience: 'vault', expiration: Duration.minutes(15) } },
        ],
        { defaultMode: '0440' },
      ),
      {
        projected: {
          sources: [
            { configMap: { name: 'app', items: [{ key: 'a', path: 'a.conf' }] } },
            { secret: { name: 'tls', optional: true } },
            { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 900 } },
          ],
          defaultMode: 0o440,
        },
      },
    ),
    mounted(Volume.fromEmptyDir(), { emptyDir: {} }),
    mounted(Volume.fromEmptyDir({ size: Size.gibibytes(1), medium: EmptyDirMedium.MEMORY }), {
      emptyDir: { sizeLimit: '1Gi', medium: 'Memory' },
    }),
    mounted(
      Volume.fromPersistentVolumeClaim('data', { readOnly: true, subPath: 'a/b' }),
      { persistentVolumeClaim: { claimName: 'data' } },
      { readOnly: true, subPath: 'a/b' },
    ),
    mounted(
      Volume.fromImage('a/model:1', { subPath: 'weights' }),
      { image: { reference: 'a/model:1', pullPolicy: 'IfNotPresent' } },
      { subPath: 'weights' },
    ),
  ],
  writablePaths: [
    {
      given: { writablePaths: ['/data'] },
      at: {
        [`${CONTAINER}/volumeMounts`]: [{ name: 'writable-0', mountPath: '/data' }],
        [`${POD}/volumes`]: [{ name: 'writable-0', emptyDir: { sizeLimit: '1Gi' } }],
      },
    },
  ],
};
