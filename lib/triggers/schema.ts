import type { Schema } from '../fields';
import { COMMON, UNTYPED } from './common-fields';
import { scalerTable } from './scaler-table';
import { allScalers } from './scalers';

const definition = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** The JSON Schema of a trigger: by its type that of a scaler, or any metadata with `untyped`. */
export function triggerSchema(): Schema {
  const scalers = Object.entries(allScalers());
  const common = Object.entries(COMMON).map(([prop, { schema }]) => [
    prop,
    { ...schema, $doc: `TriggerProps.${prop}` },
  ]);
  const tables = [
    ['untyped', UNTYPED] as const,
    ...scalers.map(([type, scaler]) => [type, scalerTable(type, scaler)] as const),
  ];
  return {
    type: 'object',
    if: { required: ['untyped'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: definition('untyped'),
    else: {
      properties: { type: { enum: scalers.map(([type]) => type) } },
      required: ['type'],
      allOf: scalers.map(([type]) => ({
        if: { properties: { type: { const: type } }, required: ['type'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: definition(type),
      })),
    },
    definitions: {
      common: { properties: Object.fromEntries(common) },
      ...Object.fromEntries(tables.map(([name, table]) => [name, ofScaler(table.schema)])),
    },
  };
}

/** What every trigger has stands once. */
function ofScaler({ properties, ...schema }: Schema): Schema {
  const own = Object.entries(properties as object).map(([key, value]) => [
    key,
    Object.hasOwn(COMMON, key) ? { $ref: `#/definitions/common/properties/${key}` } : value,
  ]);
  return { ...schema, properties: Object.fromEntries(own) };
}
