import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { gitOpsObjects, type Manifest, REPOSITORY } from './environment';

// What we emit against the tools' own schemas, with every field that they do not know refused.
const FOLDER = join(__dirname, '../../crds/others');
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const crds = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => load(readFileSync(join(FOLDER, file), 'utf8')) as Manifest);

function closed(schema: Manifest): Manifest {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined;
  return schema.type === 'object' && schema.properties && !open ? { ...inner, additionalProperties: false } : inner;
}

function problems(manifest: Manifest): string[] {
  const [group, version] = manifest.apiVersion.split('/');
  const crd = crds.find(({ spec }) => spec.group === group && spec.names.kind === manifest.kind);
  const { schema } = crd.spec.versions.find(({ name }: { name: string }) => name === version);
  const { apiVersion, kind, metadata, ...rest } = manifest;
  const { properties, required = [] } = closed(schema.openAPIV3Schema);
  const own = required.filter((key: string) => !['apiVersion', 'kind', 'metadata'].includes(key));
  const validate = ajv.compile({ type: 'object', properties, required: own, additionalProperties: false });
  return validate(rest) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const TOOLS = {
  argocd: { argocd: { repoUrl: REPOSITORY } },
  'argocd for another cluster': { argocd: { repoUrl: REPOSITORY, cluster: 'far', project: 'ours' } },
  flux: { flux: { url: REPOSITORY, secretName: 'git' } },
  'flux with a registry': { flux: { url: 'oci://registry.example.com/platform', tag: 'live', secretName: 'registry' } },
};

test.each(Object.entries(TOOLS))('%s: every object fits its CRD', (_, props) => {
  const objects = Object.values(gitOpsObjects(props)).filter(({ kind }) => kind !== 'ConfigMap');
  expect(objects.length).toBeGreaterThan(3);
  for (const object of objects) expect([object.metadata.name, problems(object)]).toEqual([object.metadata.name, []]);
});

test('a field that a CRD does not know, and one of a wrong type, would be seen', () => {
  const { 'Application production-keda': application } = gitOpsObjects(TOOLS.argocd);
  application.spec.syncPolicy.automated.prunes = true;
  application.spec.syncPolicy.retry.limit = '10';
  delete application.spec.project;
  expect(problems(application).sort()).toEqual([
    "/spec must have required property 'project'",
    '/spec/syncPolicy/automated must NOT have additional properties',
    '/spec/syncPolicy/retry/limit must be integer',
  ]);
});
