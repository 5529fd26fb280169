import type { FunctionConfigMapsProps } from '../../../lib';
import { Volume } from '../../../lib';
import type { EffectsOf } from './paths';

const configMaps = { app: { data: { level: 'debug' }, binaryData: { key: 'AAE=' } } };

export const CONFIG_MAPS_EFFECTS: EffectsOf<FunctionConfigMapsProps> = {
  configMaps: [
    {
      given: { configMaps, volumes: { '/etc/app': Volume.fromConfigMap('app') } },
      at: {
        'ConfigMap app/metadata/namespace': 'fn-shop',
        'ConfigMap app/metadata/labels/app.kubernetes.io~1name': 'hello',
        'ConfigMap app/data': { level: 'debug' },
        'ConfigMap app/binaryData': { key: 'AAE=' },
        'Deployment/spec/template/metadata/annotations/checksum~1config':
          '75069db6b0d9a692dff8a5c3f7b61e7a0ec415b347b985ddcac9dd83afdbcfce',
      },
    },
    {
      given: { configMaps },
      at: {
        warnings: expect.arrayContaining([
          'e/hello: configMaps.app is in no volume and no variable of the function, whose pods it starts anew',
        ]),
      },
    },
  ],
};
