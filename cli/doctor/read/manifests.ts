import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { compareText } from '../../../lib/compare';
import { InputError } from '../../../lib/errors';
import { Desired } from '../model/desired';
import type { KubeObject } from '../model/kinds';

/**
 * Reads what a cluster should hold.
 *
 * @throws InputError when the folder, the environment or a file in it cannot be read.
 */
export function readManifests(dist: string, environment?: string): Desired {
  if (!isFolder(dist)) throw new InputError(`${dist}: no such folder; allowed: what "npm run synth" wrote, by --dist`);
  const environments = readdirSync(dist)
    .filter((name) => !name.startsWith('.') && isFolder(join(dist, name)))
    .sort(compareText);
  const allowed = environments.length > 0 ? environments.join(', ') : `none is in ${dist}`;
  const chosen = environment ?? (environments.length === 1 ? environments[0]! : undefined);
  if (chosen === undefined) throw new InputError(`--environment is missing; allowed: ${allowed}`);
  if (!environments.includes(chosen)) {
    throw new InputError(`environment "${chosen}" is not in ${dist}; allowed: ${allowed}`);
  }
  const root = join(dist, chosen);
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((file) => /\.ya?ml$/.test(file));
  const objects = files
    .sort(compareText)
    .flatMap((file) => parseManifests(join(root, file), readFileSync(join(root, file), 'utf8')));
  if (objects.length === 0) throw new InputError(`${root}: holds no Kubernetes object; run "npm run synth"`);
  return new Desired(chosen, objects);
}

/** The objects of a file's text. @throws InputError when it is not YAML. */
export function parseManifests(file: string, text: string): { file: string; object: KubeObject }[] {
  const documents = parseAllDocuments(text, { version: '1.1' });
  return [...documents].flatMap((document) => {
    const problem = document.errors[0];
    if (problem) throw new InputError(`${file}:${problem.linePos?.[0].line ?? 1}: ${problem.message.split('\n')[0]}`);
    const object: unknown = document.toJS();
    return isObject(object) ? [{ file, object }] : [];
  });
}

function isObject(value: unknown): value is KubeObject {
  const object = value as KubeObject | null;
  return typeof object?.kind === 'string' && typeof object.metadata?.name === 'string';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
