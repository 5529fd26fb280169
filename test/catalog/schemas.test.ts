import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { loadCatalog, Runtime, Scaler, TunnelMode } from '../../lib';
import type { Schema } from '../../lib/fields';
import { FILE_KINDS } from '../../scripts/file-kinds';
import { schemaFiles } from '../../scripts/schemas';

const ROOT = join(__dirname, '../..');
const KINDS = Object.keys(FILE_KINDS);
const FILES = schemaFiles();
const readFile = (file: string) => readFileSync(join(ROOT, 'schemas', file), 'utf8');
const read = (kind: string) => readFile(`${kind}.schema.json`);

test.each(Object.keys(FILES))('schemas/%s is what npm run schemas writes', (file) => {
  expect(readFile(file)).toBe(FILES[file]);
});

test('there is no other schema', () => {
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual(Object.keys(FILES).sort());
});

test.each(KINDS)('every key of %s is described, and no map is open', (kind) => {
  const visit = (schema: Schema) => {
    for (const [key, inner] of Object.entries((schema.properties ?? {}) as { [key: string]: Schema })) {
      expect([key, inner.description]).toEqual([key, expect.stringMatching(/^.{6,}\.$/)]);
      visit(inner);
    }
    if ([schema.type].flat().includes('object')) expect(schema).toHaveProperty('additionalProperties');
  };
  visit(JSON.parse(read(kind)));
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
