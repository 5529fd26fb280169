import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { distance } from 'fastest-levenshtein';
import { compareText } from '../compare';
import { allowedCase } from '../workload/names';
import { type Problems, show } from './problems';
import { isCpuNumber } from './quantities';
import type { Path, Source } from './read';
import { type FileKind, SCHEMAS } from './schema';
import type { Schema } from './schema-values';

const validators = new Map<FileKind, ValidateFunction>();

/** Checks a file against the schema of its kind; undefined, and problems, when it does not match. */
export function validate<Declaration>(kind: FileKind, source: Source, problems: Problems): Declaration | undefined {
  const value = source.value;
  const validator = validatorOf(kind);
  if (validator(value)) return value as Declaration;
  for (const error of validator.errors!) {
    const path = pathOf(error);
    const text = describe(error, path);
    if (text) problems.add(source.path, source.lineOf(path), text);
  }
  return undefined;
}

function validatorOf(kind: FileKind): ValidateFunction {
  let validator = validators.get(kind);
  if (!validator) {
    const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
    ajv.addKeyword('errorMessage');
    // its own compares each map of a list with each other
    ajv.removeKeyword('uniqueItems');
    ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', validate: hasEachOnce });
    ajv.addFormat('cpu', { type: 'number', validate: isCpuNumber });
    validator = ajv.compile(SCHEMAS[kind]());
    validators.set(kind, validator);
  }
  return validator;
}

function hasEachOnce(_: boolean, items: unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item, sortKeys))).size === items.length;
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

function pathOf({ instancePath, params, propertyName }: ErrorObject): Path {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = propertyName ?? params.additionalProperty;
  return key === undefined ? path : [...path, key];
}

function describe(error: ErrorObject, path: Path): string | undefined {
  const { keyword, params, parentSchema, data } = error;
  const schema = parentSchema as Schema;
  // the error within says what is wrong with the name
  if (keyword === 'propertyNames') return undefined;
  const name = display(path);
  if (error.propertyName !== undefined) return `${name}: invalid name; allowed: ${allowed(schema)}`;
  if (keyword === 'additionalProperties') {
    const keys = Object.keys(schema.properties as Schema);
    const meant = closest(params.additionalProperty, keys);
    return `${name}: unknown key; ${meant ? `did you mean ${meant}? ` : ''}allowed: ${keys.join(', ')}`;
  }
  if (keyword === 'required') {
    const missing = (schema.properties as { [key: string]: Schema })[params.missingProperty];
    return `${display([...path, params.missingProperty])} is missing; allowed: ${allowed(missing)}`;
  }
  return `${name || 'file'} ${show(data)} is invalid; allowed: ${inCase(schema, data)}`;
}

/** What a schema allows; for a text that is wrong by its case alone, that text in lower case. */
function inCase(schema: Schema, data: unknown): string {
  const otherwise = allowed(schema);
  if (typeof data !== 'string' || typeof schema.pattern !== 'string') return otherwise;
  const pattern = new RegExp(schema.pattern, 'u');
  return pattern.test(data.toLowerCase()) ? allowedCase(data, (text) => pattern.test(text), otherwise) : otherwise;
}

/** What a schema allows, in words. */
function allowed(schema: Schema): string {
  if (schema.errorMessage) return String(schema.errorMessage);
  if (schema.enum) return (schema.enum as string[]).join(', ');
  switch (schema.type) {
    case 'integer':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return 'true, false';
    case 'array':
      return `a list${schema.minItems ? ' that is not empty' : ''}, each item once`;
    case 'object':
      return schema.properties
        ? `a map with the keys ${Object.keys(schema.properties as Schema).join(', ')}`
        : 'a map of names and values';
    default:
      return schema.minLength ? 'a string that is not empty' : 'a string';
  }
}

/** A path as `platform.operator.cpu` or `hosts[0]`. */
function display(path: Path): string {
  return path
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The key that someone who wrote `word` meant, if one is close: a third of its letters may differ, at most two. */
function closest(word: string, keys: string[]): string | undefined {
  const [best] = keys
    .map((key) => ({ key, changes: distance(word, key) }))
    .filter(({ key, changes }) => changes <= Math.min(2, key.length / 3))
    .sort((a, b) => a.changes - b.changes);
  return best?.key;
}
