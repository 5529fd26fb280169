import { MAX_INT32 } from '../workload/names';
import { CPU_PATTERN, DURATION_PATTERN, MEMORY_PATTERN } from './quantities';

/** A JSON Schema, draft 07: what both Ajv's default and editors' YAML support read. */
export type Schema = { readonly [keyword: string]: unknown };

// `errorMessage` is what the YAML language server shows in place of a pattern, and what our own messages say

export function duration(description: string, rest: Schema = {}): Schema {
  const errorMessage = 'a duration such as 500ms, 30s, 5m or 1h';
  return { type: 'string', pattern: DURATION_PATTERN, errorMessage, description, ...rest };
}

export function cpu(description: string, rest: Schema = {}): Schema {
  return {
    type: ['string', 'number'],
    pattern: CPU_PATTERN,
    format: 'cpu',
    errorMessage: 'an amount of CPU such as 100m, 0.5 or 1',
    description,
    ...rest,
  };
}

export function memory(description: string, rest: Schema = {}): Schema {
  const errorMessage = 'an amount of memory such as 128Mi or 1Gi';
  return { type: 'string', pattern: MEMORY_PATTERN, errorMessage, description, ...rest };
}

export function integer(description: string, minimum: number, rest: Schema = {}): Schema {
  return { type: 'integer', minimum, maximum: MAX_INT32, description, ...rest };
}

export function boolean(description: string, rest: Schema = {}): Schema {
  return { type: 'boolean', description, ...rest };
}

export function text(description: string, rest: Schema = {}): Schema {
  return { type: 'string', description, ...rest };
}

export function oneOf(values: readonly string[], description: string, rest: Schema = {}): Schema {
  return { type: 'string', enum: values, description, ...rest };
}

/** A string that matches a pattern; `errorMessage` says in words what that is. */
export function matching(pattern: string, errorMessage: string, description: string, rest: Schema = {}): Schema {
  return { type: 'string', pattern, errorMessage, description, ...rest };
}

/** A list in which nothing appears twice. */
export function list(items: Schema, description: string): Schema {
  return { type: 'array', items, uniqueItems: true, description };
}

/** A map with arbitrary keys that match `names`. */
export function map(names: Schema, values: Schema, description: string): Schema {
  return { type: 'object', propertyNames: names, additionalProperties: values, description };
}

/** A map with these keys and no other. */
export function object(properties: { readonly [key: string]: Schema }, description: string, rest: Schema = {}): Schema {
  return { type: 'object', properties, additionalProperties: false, description, ...rest };
}

/** A whole file. */
export function file(title: string, schema: Schema): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
}
