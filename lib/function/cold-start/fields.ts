import { anyText, type Fields, integer, map, object, Table, text } from '../../fields';
import { dataKey, dnsLabel, objectName } from '../../fields/names';
import { headerName, headerValue } from '../routing/headers';
import type {
  ColdStart,
  ColdStartFallback,
  ColdStartPlaceholder,
  FunctionColdStartProps,
  PlaceholderConfigMap,
} from './props';
import { COLD_START_FORM, PLACEHOLDER_RULES } from './rules';

/** What the API server takes. */
const MAX_BODY = 32_768;
/** What the interceptor's server sets by itself. */
const FRAMING = ['connection', 'content-length', 'transfer-encoding'];

const fallback = {
  service: { ...dnsLabel(), required: true },
  port: { ...integer(1, 65_535), default: 80 },
} satisfies Fields<ColdStartFallback>;

const configMap = { name: { ...objectName(), required: true }, key: dataKey() } satisfies Fields<PlaceholderConfigMap>;

const placeholder = {
  statusCode: { ...integer(200, 599), default: 503 },
  headers: map(
    headerName((name) =>
      FRAMING.includes(name.toLowerCase())
        ? { reason: 'is set by the interceptor', allowed: 'another header' }
        : undefined,
    ),
    headerValue(),
  ),
  body: text({
    fault: ({ length }) =>
      length > MAX_BODY
        ? { reason: `has ${length} characters`, allowed: `at most ${MAX_BODY}, or pages, or bodyFromConfigMap` }
        : undefined,
  }),
  pages: map(dataKey(), anyText()),
  bodyFromConfigMap: object(new Table<PlaceholderConfigMap, typeof configMap>('PlaceholderConfigMap', configMap)),
} satisfies Fields<ColdStartPlaceholder>;

const coldStart = {
  fallback: object(new Table<ColdStartFallback, typeof fallback>('ColdStartFallback', fallback)),
  placeholder: object(
    new Table<ColdStartPlaceholder, typeof placeholder>('ColdStartPlaceholder', placeholder, PLACEHOLDER_RULES),
  ),
} satisfies Fields<ColdStart>;

export const COLD_START_FIELDS = {
  coldStart: object(new Table<ColdStart, typeof coldStart>('ColdStart', coldStart, [COLD_START_FORM])),
} satisfies Fields<FunctionColdStartProps>;
