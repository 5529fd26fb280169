// How two sets of CRDs differ.

export interface Crd {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly group: string; readonly versions: Version[] };
}
/** A version of a CRD. */
interface Version {
  readonly name: string;
  readonly schema: { readonly openAPIV3Schema: Schema };
}
interface Schema {
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly [key: string]: unknown;
}

/** What differs between two sets, one line each: `-` may break what exists, `~` may, `+` does not. */
export function compareCrds(before: readonly Crd[], after: readonly Crd[]): string[] {
  const [old, now] = [before, after].map((crds) => new Map(crds.map((crd) => [crd.metadata.name, crd])));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (!was) return [`+ ${name}`];
    if (!is) return [`- ${name}`];
    return compareFields(fieldsOf(was), fieldsOf(is)).map((line) => line.replace(/^(.) /, `$1 ${name} `));
  });
}

/**
 * The fields that objects of a CRD may have before and not after, as paths in the object; `[]` and `{}` are whatever is in
 * it. A version that is gone takes none away: another one has them.
 */
export function gonePaths(before: Crd, after: Crd): string[][] {
  const gone = only(fieldsOf(before), fieldsOf(after)).map((path) => path.split(/\.|(?=\[\])|(?=\{\})/).slice(1));
  return gone.filter((path) => path.length > 0);
}

/** Each field by its path, and what the schema says of it. */
function fieldsOf({ spec }: Crd): Map<string, string> {
  const fields = new Map<string, string>();
  const walk = (path: string, { properties, items, additionalProperties, ...own }: Schema): void => {
    fields.set(path, JSON.stringify(own));
    for (const [name, child] of Object.entries(properties ?? {})) walk(`${path}.${name}`, child);
    if (items) walk(`${path}[]`, items);
    if (typeof additionalProperties === 'object') walk(`${path}{}`, additionalProperties);
  };
  for (const { name, schema } of spec.versions) walk(name, schema.openAPIV3Schema);
  return fields;
}

function compareFields(before: Map<string, string>, after: Map<string, string>): string[] {
  const changed = [...before.keys()].filter((path) => after.has(path) && after.get(path) !== before.get(path));
  return [
    ...only(before, after).map((path) => `- ${path}`),
    ...changed.map((path) => `~ ${path}: ${before.get(path)} -> ${after.get(path)}`),
    ...only(after, before).map((path) => `+ ${path}`),
  ];
}

/** The outermost fields that only one has. */
function only(these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...these.keys()].filter((path) => !others.has(path) && (others.has(parentOf(path)) || !path.includes('.')));
}
const parentOf = (path: string): string => path.replace(/(\.[^.[\]{}]+|\[\]|\{\})$/, '');

/** A CRD without descriptions, which are most of the bytes, and without what a build or a cluster leaves in it. */
export function normalize(crd: object): Crd {
  const { apiVersion, kind, metadata, spec } = crd as Crd & { readonly apiVersion: string; readonly kind: string };
  return { apiVersion, kind, metadata: { name: metadata.name }, spec: plain(spec) } as unknown as Crd;
}
function plain(value: unknown, parent?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    // a property may be called "description"
    ([key, item]) => !(key === 'description' && typeof item === 'string' && parent !== 'properties'),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item, key)]));
}
