import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { loadCatalog, Runtime, Scaler, TunnelMode } from '../../lib';
import { problemOf } from '../../lib/catalog/problems';
import { type FileKind, SCHEMAS } from '../../lib/catalog/schema';
import type { Schema } from '../../lib/catalog/schema-values';
import { FUNCTION_DEFAULTS } from '../../lib/function/defaults';

const ROOT = join(__dirname, '../..');
const KINDS = Object.keys(SCHEMAS) as FileKind[];

test.each(KINDS)('schemas/%s.schema.json is fresh; else run npm run schemas', (kind) => {
  const stored = readFileSync(join(ROOT, 'schemas', `${kind}.schema.json`), 'utf8');
  expect(stored).toBe(`${JSON.stringify(SCHEMAS[kind](), null, 2)}\n`);
});

test('there is no other schema', () => {
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual(KINDS.map((kind) => `${kind}.schema.json`).sort());
});

test.each(KINDS)('every key of %s is described, and no map is open', (kind) => {
  const visit = (schema: Schema) => {
    for (const [key, inner] of Object.entries((schema.properties ?? {}) as { [key: string]: Schema })) {
      expect([key, inner.description]).toEqual([key, expect.stringMatching(/^.{6,}\.$/)]);
      visit(inner);
    }
    if (schema.type === 'object') expect(schema).toHaveProperty('additionalProperties');
  };
  visit(SCHEMAS[kind]());
});

test('the defaults are those of the constructs', () => {
  const properties = SCHEMAS.function().properties as { [key: string]: Schema };
  const defaults = Object.entries(properties).filter(([, schema]) => 'default' in schema);
  expect(Object.fromEntries(defaults.map(([key, schema]) => [key, schema.default]))).toEqual({
    ...FUNCTION_DEFAULTS,
    cpu: '100m',
    memory: '128Mi',
    timeout: '30s',
    readinessTimeout: '1m',
    cooldown: '5m',
    initialCooldown: '2m',
    requestRateWindow: '1m',
    requestRateGranularity: '1s',
    scaler: 'interceptorRoute',
    readinessProbe: false,
  });
});

test('the examples of this repository', () => {
  const [production, ...others] = loadCatalog(ROOT).environments;
  expect(others).toEqual([]);
  expect(production.props.domain).toBe('fn.enclii.dev');
  expect(production.edge).toEqual({
    cloudflare: { mode: TunnelMode.local({ tunnelId: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415' }) },
  });
  const functions = production.projects.flatMap((project) => project.functions);
  expect(functions.map(({ name, props }) => [name, props.runtime])).toEqual([
    ['hello', Runtime.GO],
    ['process', Runtime.PYTHON],
    ['resize', Runtime.RUST],
    ['webhook', Runtime.NODE],
  ]);
  expect(functions[0].props).toMatchObject({
    scaler: Scaler.HTTP_SCALED_OBJECT,
    minReplicas: 0,
    maxReplicas: 10,
    requestRate: 100,
    cooldown: Duration.minutes(5),
  });
});

test('an error of another kind is not a problem of the input', () => {
  const check = () => {
    throw new TypeError('bug');
  };
  expect(() => problemOf(check)).toThrow(TypeError);
});
