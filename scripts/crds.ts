import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { type Crd, normalize } from '../cli/upgrade/crds';

// CRDs of the releases of KEDA and its HTTP add-on: where they come from, how they are kept.

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

/** The file of a CRD in crds/keda/. */
export const fileOf = (crd: Crd): string => `${crd.spec.group}_${crd.metadata.name.split('.')[0]}.yaml`;

/** A CRD as crds/keda/ keeps it. */
export const formatCrd = (crd: Crd): string =>
  stringify(crd, { indentSeq: false, singleQuote: true, lineWidth: 0, aliasDuplicateObjects: false });
