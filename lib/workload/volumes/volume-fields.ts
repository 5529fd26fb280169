import {
  boolean,
  exactlyOne,
  type Field,
  type Fields,
  goesWith,
  list,
  map,
  memory,
  object,
  oneOf,
  type Rule,
  Table,
  text,
} from '../../fields/index';
import { dataKey, image, objectName } from '../../fields/names';
import { mountPath, pathWithin } from './paths';
import { clashIn, PROJECTED_SOURCE } from './projected-fields';
import { EmptyDirMedium, type EmptyDirProps, Volume, type VolumeProps } from './volume';

const emptyDir = { size: memory({ what: 'storage' }), medium: oneOf(EmptyDirMedium) } satisfies Fields<EmptyDirProps>;

const fields = {
  configMap: objectName(),
  secret: objectName(),
  projected: list(object(PROJECTED_SOURCE), { min: 1 }),
  emptyDir: object(new Table<EmptyDirProps, typeof emptyDir>('EmptyDirProps', emptyDir)),
  persistentVolumeClaim: objectName(),
  image: image(),
  shared: mountPath(),
  items: map(dataKey(), pathWithin()),
  // YAML 1.2 reads 0555 as a decimal number
  defaultMode: text({ pattern: /^0[0-7]{3}$/, allowed: 'octal digits as a text, such as "0555"' }),
  optional: boolean(),
  readOnly: boolean(),
  subPath: pathWithin(),
} satisfies Fields<VolumeProps>;

const SOURCES = ['configMap', 'secret', 'projected', 'emptyDir', 'persistentVolumeClaim', 'image', 'shared'] as const;
const OF_KEYS: readonly string[] = ['configMap', 'secret'];

/** Which props say more of which source. */
const DETAILS = {
  items: OF_KEYS,
  defaultMode: [...OF_KEYS, 'projected'],
  optional: OF_KEYS,
  readOnly: ['persistentVolumeClaim', 'shared'],
  subPath: SOURCES.filter((source) => source !== 'emptyDir'),
};

const RULES: Rule<VolumeProps>[] = [
  exactlyOne<VolumeProps>(...SOURCES),
  {
    props: ['projected'],
    check({ projected = [] }) {
      const item = clashIn(projected);
      return (
        item && { prop: 'projected', item, reason: 'is the path of another source too', allowed: 'each path once' }
      );
    },
  },
  ...goesWith<VolumeProps>(SOURCES, DETAILS),
];

const NODE_FILES = { reason: 'is what the restricted Pod Security Standard forbids', allowed: SOURCES.join(', ') };

const VOLUME = new Table<VolumeProps, typeof fields>('VolumeProps', fields, RULES, {
  hostPath: NODE_FILES,
  nfs: NODE_FILES,
  iscsi: NODE_FILES,
});

/** What a container has at a path. */
export function volume(): Field<Volume> {
  return {
    ...object(VOLUME),
    read(raw, place) {
      const props = VOLUME.readWhole(raw, place);
      return props && Volume._of(props);
    },
  };
}
