import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import type { Manifest } from './synth';

const CRDS = join(__dirname, '../../crds');
const folderOf = (group: string) => join(CRDS, group.endsWith('keda.sh') ? 'keda' : 'others');

/** What the schema of a pinned CRD objects to in an object. A key that the schema lacks counts too. */
export function crdErrors(manifest: Manifest): string[] {
  const [group, version] = manifest.apiVersion.split('/');
  const crd = load(
    readFileSync(join(folderOf(group), `${group}_${manifest.kind.toLowerCase()}s.yaml`), 'utf8'),
  ) as Manifest;
  const { openAPIV3Schema } = crd.spec.versions.find(({ name }: Manifest) => name === version).schema;
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
  const validate = ajv.compile(closed(openAPIV3Schema));
  return validate(manifest) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function closed(schema: Manifest): Manifest {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return schema.properties ? { ...inner, additionalProperties: false } : inner;
}
