import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { compareText } from '../../lib/compare';
import { InputError } from '../../lib/errors';
import { type ClusterObject, groupOf } from './object';

/** An object of a folder. */
export interface Manifest {
  /** Path in the folder. */
  readonly file: string;
  /** Its YAML, as it stands there. */
  readonly text: string;
  readonly object: ClusterObject;
  /** API group; empty for that of Kubernetes itself. */
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export const isCrd = ({ kind }: Manifest) => kind === 'CustomResourceDefinition';
export const isNamespace = ({ kind }: Manifest) => kind === 'Namespace';
/** Roles of namespaces only add to what is granted: with them first, nothing that runs loses a right meanwhile. */
export const isNamespaceRole = ({ kind }: Manifest) => kind === 'Role' || kind === 'RoleBinding';
export const isOfPlatform = ({ file }: Manifest) => file.startsWith('keda/');
export const isOfFunction = ({ file }: Manifest) => file.startsWith('functions/');
/** What this project only adds to: it is neither replaced nor deleted. */
const isShared = ({ kind, name }: Manifest) => kind === 'ConfigMap' && name === 'argocd-cm';

/** An object as kubectl takes it. */
export function nameOf({ kind, group, name }: Manifest): string {
  return `${kind}${group && `.${group}`}/${name}`;
}

/** What is the folder's own. Says what of it is left alone. */
export function withoutShared(manifests: readonly Manifest[]): Manifest[] {
  for (const manifest of manifests.filter(isShared))
    console.log(`left alone, for it is shared with its owner: ${manifest.namespace ?? '-'} ${nameOf(manifest)}`);
  return manifests.filter((each) => !isShared(each));
}

/** Files of YAML in a folder. @throws InputError when there are none. */
export function filesOf(folder: string): string[] {
  const allowed = 'allowed: what synth wrote, such as dist/production';
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(`${folder}: is not a folder; ${allowed}`);
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml'));
  if (files.length === 0) throw new InputError(`${folder}: holds no YAML; ${allowed}`);
  return files.sort(compareText);
}

/** All objects of a folder. @throws InputError when it is not a folder of manifests. */
export function readManifests(folder: string): Manifest[] {
  return filesOf(folder).flatMap((file) => manifestsIn(file, readFileSync(join(folder, file), 'utf8')));
}

function manifestsIn(file: string, text: string): Manifest[] {
  return text.split(/^---.*\n?/m).flatMap((part) => {
    const document = parseDocument(part, { version: '1.1' });
    if (document.errors[0]) throw new InputError(`${file}: ${document.errors[0].message.split('\n')[0]}`);
    const object = document.toJS() as ClusterObject | null;
    if (object === null) return [];
    if (!object.kind || !object.metadata?.name) throw new InputError(`${file}: holds an object without a kind`);
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    return [{ file, text: part, object, group: groupOf(apiVersion), kind, namespace, name }];
  });
}
