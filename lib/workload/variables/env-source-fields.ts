import { exactlyOne, type Field, type Fields, object, type Rule, Table, text } from '../../fields/index';
import { ANNOTATION_KEY, dataKey, LABEL_KEY, objectName } from '../../fields/names';
import { EnvSource, type EnvSourceProps } from './env-source';

const within = (pattern: RegExp) => `\\['${pattern.source.slice(1, -1)}'\\]`;

/** What the API server takes: pkg/apis/core/validation, validEnvDownwardAPIFieldPathExpressions. */
const POD_FIELD = new RegExp(
  `^(${[
    'metadata\\.(name|namespace|uid)',
    `metadata\\.labels${within(LABEL_KEY)}`,
    `metadata\\.annotations${within(ANNOTATION_KEY)}`,
    'spec\\.(nodeName|serviceAccountName)',
    'status\\.(hostIPs?|podIPs?)',
  ].join('|')})$`,
);

const fields = {
  secret: objectName(),
  configMap: objectName(),
  key: dataKey(),
  field: text({
    pattern: POD_FIELD,
    allowed:
      "metadata.name, .namespace, .uid, .labels['<key>'] or .annotations['<key>'], spec.nodeName or .serviceAccountName, status.hostIP, .hostIPs, .podIP or .podIPs",
  }),
} satisfies Fields<EnvSourceProps>;

const RULES: Rule<EnvSourceProps>[] = [
  exactlyOne<EnvSourceProps>('secret', 'configMap', 'field'),
  {
    props: ['secret', 'configMap', 'field', 'key'],
    check({ key, field }) {
      if (field !== undefined && key !== undefined)
        return { prop: 'key', reason: 'is given beside field', allowed: 'with secret or configMap' };
      return field === undefined && key === undefined
        ? { prop: 'key', reason: 'is missing', allowed: 'the key of the value' }
        : undefined;
    },
  },
];

const ENV_SOURCE = new Table<EnvSourceProps, typeof fields>('EnvSourceProps', fields, RULES);

/** Where a variable has its value from. */
export function envSource(): Field<EnvSource> {
  return {
    ...object<EnvSourceProps>(ENV_SOURCE),
    read(raw, place) {
      const props = ENV_SOURCE.readWhole(raw, place);
      return props && EnvSource._of(props);
    },
  };
}
