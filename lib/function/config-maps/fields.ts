import { anyText, type Fields, map, object, Table, text } from '../../fields/index';
import { dataKey, objectName } from '../../fields/names';
import { pathWithin } from '../../workload/volumes/paths';
import type { ConfigMapDeclaration, FunctionConfigMapsProps } from './props';

/** Bytes in base64, as it is written in one way only. */
const base64 = () =>
  text({
    fault: (value) =>
      Buffer.from(value, 'base64').toString('base64') === value
        ? undefined
        : { reason: 'is not base64', allowed: 'base64 with its padding, in one line' },
  });

const fields = {
  data: map(dataKey(), anyText()),
  binaryData: map(dataKey(), base64()),
  files: map(dataKey(), pathWithin('folder of the YAML file')),
} satisfies Fields<ConfigMapDeclaration>;

const CONFIG_MAP = new Table<ConfigMapDeclaration, typeof fields>('ConfigMapDeclaration', fields);

export const CONFIG_MAPS_FIELDS = {
  configMaps: map(objectName(), object(CONFIG_MAP)),
} satisfies Fields<FunctionConfigMapsProps>;
