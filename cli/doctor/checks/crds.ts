import { shorten } from '../../shorten';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { CustomResourceDefinition, JsonSchema } from '../model/kinds';
import { conditionOf, tell } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import { type ClusterCheck, type Observation, Symptom } from './check';

/** Each CRD is there, is served, and knows the same fields as that of `dist`. */
export const crds: ClusterCheck = {
  name: 'crd',
  finds: 'a CRD that is missing, not established, older or newer than that of `dist`, by its versions and fields',
  symptom: Symptom.NO_POD,
  remedy: 'apply `keda/crds.yaml`, or synthesize with a newer release of this package',
  needs: ['CustomResourceDefinition'],
  run: (snapshot) => snapshot.desired.objects.all('CustomResourceDefinition').map((crd) => examine(crd, snapshot)),
};

function examine(crd: CustomResourceDefinition, snapshot: Snapshot): Observation | undefined {
  const { name } = crd.metadata;
  const common = {
    subject: `CustomResourceDefinition ${name}`,
    fix: reapply(snapshot, 'CustomResourceDefinition', undefined, name),
    is: [fault('crd', name)],
  };
  const live = snapshot.live.find('CustomResourceDefinition', undefined, name);
  if (!live) {
    return { ...common, cause: `it is not in the cluster: no ${crd.spec.names.kind} can exist`, evidence: [] };
  }
  const established = conditionOf(live.status?.conditions, 'Established');
  if (established?.status !== 'True') {
    const names = conditionOf(live.status?.conditions, 'NamesAccepted');
    return {
      ...common,
      cause: 'it is not established: the API server does not serve it',
      evidence: [established, names].flatMap((condition) => (condition ? [tell(condition.type, condition)] : [])),
    };
  }
  const older = missingIn(live, crd);
  if (older.length > 0) {
    return {
      ...common,
      cause: 'it is older than that of dist: the API server drops fields that it does not know',
      evidence: shorten(older, 5),
    };
  }
  const newer = missingIn(crd, live);
  if (newer.length > 0) {
    return {
      ...common,
      severity: 'warning',
      is: [],
      cause: 'it is newer than that of dist, which another version of the platform needs',
      evidence: shorten(newer, 5),
      fix: 'update cdk8s-keda-functions, then: npm run synth',
    };
  }
  return undefined;
}

/** What the first lacks of the second: served versions, the stored version, and fields. */
function missingIn(have: CustomResourceDefinition, want: CustomResourceDefinition): string[] {
  return want.spec.versions.flatMap((version) => {
    const same = have.spec.versions.find(({ name }) => name === version.name);
    if (version.served && !same?.served) return [`version ${version.name} is not served`];
    if (version.storage && !same?.storage) return [`version ${version.name} is not the stored one`];
    const known = new Set(fieldsOf(same?.schema?.openAPIV3Schema));
    return fieldsOf(version.schema?.openAPIV3Schema)
      .filter(
        (field, _, all) =>
          !known.has(field) && !all.some((parent) => field.startsWith(`${parent}.`) && !known.has(parent)),
      )
      .map((field) => `field ${field} of ${version.name} is missing`);
  });
}

function fieldsOf(schema: JsonSchema | undefined, path = ''): string[] {
  if (!schema) return [];
  const values = typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties, path) : [];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const field = path ? `${path}.${name}` : name;
      return [field, ...fieldsOf(property, field)];
    }),
    ...fieldsOf(schema.items, path),
    ...values,
  ];
}
