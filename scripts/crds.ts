import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

// CRDs of the releases of KEDA and its HTTP add-on: where they come from, how they are kept, how two sets differ.

export interface Crd {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly group: string; readonly versions: Version[] };
}
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

export interface Component {
  readonly title: string;
  /** Constant of lib/platform/versions.ts. */
  readonly constant: string;
  readonly groups: string[];
  readonly url: (version: string) => string;
}

const releases = (repository: string, file: (version: string) => string) => (version: string) =>
  `https://github.com/kedacore/${repository}/releases/download/v${version}/${file(version)}`;

export const COMPONENTS: { readonly [option: string]: Component } = {
  keda: {
    title: 'KEDA',
    constant: 'KEDA_VERSION',
    groups: ['keda.sh', 'eventing.keda.sh'],
    url: releases('keda', (version) => `keda-${version}-crds.yaml`),
  },
  'http-add-on': {
    title: 'HTTP add-on',
    constant: 'HTTP_ADD_ON_VERSION',
    groups: ['http.keda.sh'],
    url: releases('http-add-on', (version) => `keda-add-ons-http-${version}-crds.yaml`),
  },
};

/** The CRDs of a component in all YAML files of a folder. */
export function crdsOfFolder(folder: string, { title, groups }: Component): Crd[] {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.ya?ml$/.test(file)).sort();
  const crds = files.flatMap((file) => parseCrds(readFileSync(join(folder, file), 'utf8'), join(folder, file)));
  const found = crds.filter(({ spec }) => groups.includes(spec.group));
  if (found.length === 0) throw new Error(`${folder}: no CRD of ${title} (${groups.join(', ')}) in its YAML files`);
  return found;
}

/** The CRDs of a component as its release has them. */
export async function crdsOfRelease(component: Component, version: string, get = fetch): Promise<Crd[]> {
  const url = component.url(version);
  const fail = (why: string) => new Error(`${url}: ${why}; allowed: a release that exists, or --crds <folder>`);
  const response = await get(url).catch((error: Error) => {
    throw fail(String(error.cause instanceof Error ? error.cause.message : error.message));
  });
  if (!response.ok) throw fail(`status ${response.status}`);
  return parseCrds(await response.text(), url);
}

function parseCrds(text: string, from: string): Crd[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors[0]) throw new Error(`${from}: ${document.errors[0].message.split('\n')[0]}`);
    const object = document.toJS();
    return object?.kind === 'CustomResourceDefinition' ? [normalize(object)] : [];
  });
}

/** Without descriptions, which are most of the bytes, and without what a build leaves in the metadata. */
function normalize(crd: { apiVersion: string; kind: string; metadata: { name: string }; spec: unknown }): Crd {
  const { apiVersion, kind, metadata, spec } = crd;
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

/** The file of a CRD in crds/keda/. */
export const fileOf = (crd: Crd): string => `${crd.spec.group}_${crd.metadata.name.split('.')[0]}.yaml`;

/** A CRD as crds/keda/ keeps it. */
export const formatCrd = (crd: Crd): string =>
  stringify(crd, { indentSeq: false, singleQuote: true, lineWidth: 0, aliasDuplicateObjects: false });

/** What differs between two sets, one line each: `-` may break what exists, `~` may, `+` does not. */
export function compareCrds(before: Crd[], after: Crd[]): string[] {
  const [old, now] = [before, after].map((crds) => new Map(crds.map((crd) => [crd.metadata.name, crd])));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (!was) return [`+ ${name}`];
    if (!is) return [`- ${name}`];
    return compareFields(fieldsOf(was), fieldsOf(is)).map((line) => line.replace(/^(.) /, `$1 ${name} `));
  });
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
  const only = (these: Map<string, string>, others: Map<string, string>) =>
    [...these.keys()].filter((path) => !others.has(path) && (others.has(parentOf(path)) || !path.includes('.')));
  const changed = [...before.keys()].filter((path) => after.has(path) && after.get(path) !== before.get(path));
  return [
    ...only(before, after).map((path) => `- ${path}`),
    ...changed.map((path) => `~ ${path}: ${before.get(path)} -> ${after.get(path)}`),
    ...only(after, before).map((path) => `+ ${path}`),
  ];
}
const parentOf = (path: string): string => path.replace(/(\.[^.[\]{}]+|\[\]|\{\})$/, '');
