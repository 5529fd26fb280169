import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../compare';
import { describe, Place, type Problem } from '../fields';
import { dnsLabel } from '../fields/names';
import { problemOfId } from '../ids';
import { foreign } from './own-file';
import type { Problems } from './problems';

/** The folders of a catalog, in which each file is that is read. */
export const FOLDERS = ['environments', 'functions'];

const EXTENSION = '.yaml';
const PROJECT_FILE = 'project';
const LABEL = dnsLabel();

/** A YAML file by what it declares. The path is relative to the catalog's root, with slashes. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

export interface ProjectFiles {
  readonly name: string;
  readonly path: string;
  readonly projectFile?: NamedFile;
  readonly functions: NamedFile[];
}

/** The files of `environments/`. */
export function environmentFiles(root: string, problems: Problems): NamedFile[] {
  const entries = list(root, 'environments', problems);
  if (!entries) {
    problems.add('environments', 1, `folder is missing in ${root}; allowed: a folder with <environment>.yaml files`);
    return [];
  }
  const files = yamlFiles(entries, problems);
  for (const { path } of strayFolders(entries, files)) {
    problems.add(path, 1, 'folder among the environments; allowed: <environment>.yaml files, and folders named as one');
  }
  if (files.length === 0) {
    problems.add('environments', 1, 'folder declares no environment; allowed: at least one <environment>.yaml');
  }
  return files.filter((file) => isNamed(file, problems));
}

/** The files of `functions/`, by project. A folder that declares nothing is not a project. */
export function projectFiles(root: string, problems: Problems): ProjectFiles[] {
  const entries = list(root, 'functions', problems) ?? [];
  for (const { path } of yamlFiles(entries, problems)) {
    problems.add(path, 1, 'function outside a project; allowed: functions/<project>/<function>.yaml');
  }
  return entries
    .filter(({ folder }) => folder)
    .map(({ name, path }) => {
      const inside = list(root, path, problems) ?? [];
      const files = yamlFiles(inside, problems);
      for (const nested of strayFolders(inside, files)) {
        const allowed = 'functions/<project>/<function>.yaml, and folders named as a function';
        problems.add(nested.path, 1, `folder within a project; allowed: ${allowed}`);
      }
      return {
        name,
        path,
        projectFile: files.find((file) => file.name === PROJECT_FILE),
        functions: files.filter((file) => file.name !== PROJECT_FILE && isNamed(file, problems)),
      };
    })
    .filter(({ projectFile, functions }) => projectFile || functions.length > 0)
    .filter((project) => isNamed(project, problems));
}

interface Entry extends NamedFile {
  readonly folder: boolean;
}

function list(root: string, folder: string, problems: Problems): Entry[] | undefined {
  if (!isFolder(root, folder)) return undefined;
  const problem = foreign(root, folder);
  if (problem) {
    problems.add(folder, 1, problem);
    return [];
  }
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compareText(a.name, b.name))
    .map((entry) => {
      const path = `${folder}/${entry.name}`;
      return { name: entry.name, path, folder: entry.isSymbolicLink() ? isFolder(root, path) : entry.isDirectory() };
    });
}

/** Folders that do not hold the files of a declaration beside them. */
function strayFolders(entries: readonly Entry[], files: readonly NamedFile[]): Entry[] {
  return entries.filter(({ folder, name }) => folder && !files.some((file) => file.name === name));
}

function isFolder(root: string, path: string): boolean {
  try {
    return statSync(join(root, path)).isDirectory();
  } catch {
    // whoever reads it is told what is wrong
    return false;
  }
}

function yamlFiles(entries: Entry[], problems: Problems): NamedFile[] {
  const files = entries.filter(({ folder, name }) => !folder && /\.ya?ml$/i.test(name));
  for (const { name, path } of files.filter((file) => !file.name.endsWith(EXTENSION))) {
    problems.add(path, 1, `file "${name}" would be ignored; rename it to "${name.replace(/\.ya?ml$/i, EXTENSION)}"`);
  }
  return files
    .filter(({ name }) => name.endsWith(EXTENSION))
    .map(({ name, path }) => ({ name: name.slice(0, -EXTENSION.length), path }));
}

function isNamed({ name, path }: NamedFile, problems: Problems): boolean {
  const found: Problem[] = [];
  LABEL.read(name, Place.root('yaml', found).in('name'));
  const reserved = found.length === 0 && problemOfId(name);
  if (reserved)
    problems.add(path, 1, `name "${name}" ${reserved}; allowed: a name that a file can have on every system`);
  for (const problem of found) problems.add(path, 1, describe(problem));
  return found.length === 0 && !reserved;
}
