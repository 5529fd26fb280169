import {
  boolean,
  exactlyOne,
  type Field,
  type Fields,
  goesWith,
  object,
  oneOf,
  type Rule,
  Table,
  text,
} from '../../fields/index';
import { ANNOTATION_KEY, dataKey, LABEL_KEY, objectName } from '../../fields/names';
import { ContainerResource, EnvSource, type EnvSourceProps } from './env-source';

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
  optional: boolean(),
  field: text({
    pattern: POD_FIELD,
    allowed:
      "metadata.name, .namespace, .uid, .labels['<key>'] or .annotations['<key>'], spec.nodeName or .serviceAccountName, status.hostIP, .hostIPs, .podIP or .podIPs",
  }),
  resource: oneOf(ContainerResource),
  divisor: text({ pattern: /^(1m|1([kMGTPE]|[KMGTPE]i)?)$/, allowed: '1, or 1 with a unit, such as 1m or 1Mi' }),
} satisfies Fields<EnvSourceProps>;

const SOURCES = ['secret', 'configMap', 'field', 'resource'] as const;

/** Which props say more of which source. */
const DETAILS = { key: ['secret', 'configMap'], optional: ['secret', 'configMap'], divisor: ['resource'] };

const RULES: Rule<EnvSourceProps>[] = [
  exactlyOne<EnvSourceProps>(...SOURCES),
  {
    props: ['secret', 'configMap', 'key'],
    check: ({ secret, configMap, key }) =>
      (secret ?? configMap) !== undefined && key === undefined
        ? { prop: 'key', reason: 'is missing', allowed: 'the key of the value' }
        : undefined,
  },
  ...goesWith<EnvSourceProps>(SOURCES, DETAILS, ' or '),
  {
    // what the API server asks: pkg/apis/core/validation, validateContainerResourceDivisor
    props: ['resource', 'divisor'],
    check({ resource = '', divisor }) {
      if (divisor === undefined || divisor === '1' || resource.endsWith('.cpu') === (divisor === '1m'))
        return undefined;
      const allowed = resource.endsWith('.cpu') ? '1, 1m' : '1, or 1 with a unit, such as 1k or 1Mi';
      return { prop: 'divisor', reason: `does not divide ${resource}`, allowed };
    },
  },
];

const ENV_SOURCE = new Table<EnvSourceProps, typeof fields>('EnvSourceProps', fields, RULES);

/** Where a variable has its value from. */
export function envSource(): Field<EnvSource> {
  return {
    ...object(ENV_SOURCE),
    read(raw, place) {
      const props = ENV_SOURCE.readWhole(raw, place);
      return props && EnvSource._of(props);
    },
  };
}
