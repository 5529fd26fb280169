// Schemas for kubeconform, in which a field that is not known is a fault.
//   schemas.mjs FOLDER: writes those of Kubernetes and of each CRD in crds/ into a folder, without asking anybody
//   schemas.mjs --read: asks the cluster of KUBECONFIG, whose version they are then of, for crds/kubernetes.json
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadAll } from 'js-yaml';

const KUBERNETES = join(import.meta.dirname, '../crds/kubernetes.json');
/** What is made here, by API group and version. */
const KINDS = {
  'api/v1': ['ConfigMap', 'LimitRange', 'Namespace', 'ResourceQuota', 'Service', 'ServiceAccount'],
  'apis/admissionregistration.k8s.io/v1': [
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apis/apiextensions.k8s.io/v1': ['CustomResourceDefinition'],
  'apis/apiregistration.k8s.io/v1': ['APIService'],
  'apis/apps/v1': ['DaemonSet', 'Deployment'],
  'apis/batch/v1': ['CronJob'],
  'apis/networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'apis/policy/v1': ['PodDisruptionBudget'],
  'apis/rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
};
/** What says which values are right. The rest tells people, or the API server, more. */
const KEPT = [
  '$ref',
  'type',
  'enum',
  'required',
  'pattern',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
];
const REF = '#/components/schemas/';

/** A schema as JSON Schema has it, in which no other field may stand. */
function strict(schema) {
  const map = (schemas) => Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, strict(each)]));
  const nullable = schema.nullable && schema.type ? { type: [schema.type, 'null'] } : {};
  const { properties, additionalProperties: others, items, allOf, oneOf, anyOf } = schema;
  const of = { allOf, oneOf, anyOf };
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-embedded-resource'];
  return {
    ...Object.fromEntries(KEPT.filter((key) => key in schema).map((key) => [key, schema[key]])),
    ...nullable,
    ...(schema['x-kubernetes-int-or-string'] && { type: ['integer', 'string'] }),
    ...(properties && { properties: map(properties), ...(!open && !others && { additionalProperties: false }) }),
    ...(others && { additionalProperties: others === true ? true : strict(others) }),
    ...(items && { items: strict(items) }),
    ...Object.fromEntries(Object.entries(of).flatMap(([key, list]) => (list ? [[key, list.map(choice)]] : []))),
  };
}

/** Alternatives speak of some fields only: the schema around them says which there are. */
function choice(schema) {
  const { additionalProperties: _, ...rest } = strict(schema);
  return rest;
}

function read() {
  const found = {};
  const add = (name, all) => {
    if (name in found) return;
    const schema = strict(all[name]);
    // its own schema describes schemas, and those refer to themselves
    found[name] = schema;
    for (const [, other] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) add(other, all);
  };
  const kinds = Object.entries(KINDS).flatMap(([path, names]) => {
    const text = execFileSync('kubectl', ['get', '--raw', `/openapi/v3/${path}`], { maxBuffer: 2 ** 28 });
    const { schemas } = JSON.parse(text).components;
    return names.map((kind) => {
      const [
        name,
        {
          'x-kubernetes-group-version-kind': [{ group, version }],
        },
      ] = Object.entries(schemas).find(
        ([, each]) =>
          each['x-kubernetes-group-version-kind']?.length === 1 &&
          each['x-kubernetes-group-version-kind'][0].kind === kind,
      );
      add(name, schemas);
      return { group, version, kind, name };
    });
  });
  const { gitVersion } = JSON.parse(execFileSync('kubectl', ['get', '--raw', '/version']));
  writeFileSync(KUBERNETES, `${JSON.stringify({ version: gitVersion, kinds, schemas: found })}\n`);
}

function write(folder) {
  const file = ({ group, version, kind }, schema) =>
    writeFileSync(join(folder, `${kind.toLowerCase()}-${group || version}-${version}.json`), JSON.stringify(schema));
  const { kinds, schemas } = JSON.parse(readFileSync(KUBERNETES, 'utf8'));
  for (const kind of kinds) file(kind, { $ref: REF + kind.name, components: { schemas } });
  for (const path of ['keda', 'others'].flatMap((name) => crdsIn(join(KUBERNETES, '..', name)))) {
    for (const { spec } of loadAll(readFileSync(path, 'utf8'))) {
      for (const { name: version, schema } of spec.versions) {
        const { properties, ...rest } = strict(schema.openAPIV3Schema);
        // the API server's own, of which a CRD says nothing
        const common = {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: { $ref: `${REF}${META}` },
        };
        file(
          { ...spec.names, group: spec.group, version },
          { ...rest, properties: { ...properties, ...common }, components: { schemas } },
        );
      }
    }
  }
}

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

function crdsIn(folder) {
  return readdirSync(folder)
    .filter((name) => basename(name).endsWith('.yaml'))
    .map((name) => join(folder, name));
}

if (process.argv[2] === '--read') read();
else write(process.argv[2]);
