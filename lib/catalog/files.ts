import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../compare';
import { describe, Place } from '../fields';
import { dnsLabel } from '../fields/names';
import { problemOfId } from '../ids';
import { foreign } from '../source/own-file';
import type { Problems } from '../source/problems';
import type { NamedFile } from '../source/read';

const EXTENSION = '.yaml';
const PROJECT_FILE = 'project';
const LABEL = dnsLabel();

export interface ProjectFiles extends NamedFile {
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
  const stray = 'folder among the environments; allowed: <environment>.yaml files, and folders named as one';
  const files = declarations(entries, stray, problems);
  if (files.length === 0) {
    problems.add('environments', 1, 'folder declares no environment; allowed: at least one <environment>.yaml');
  }
  return files.filter((file) => isNamed(file, problems));
}

/**
 * The files of `functions/`, by project. A folder that declares nothing is not a project.
 * @param only Folders that are looked into. @default - all
 */
export function projectFiles(root: string, problems: Problems, only?: ReadonlySet<string>): ProjectFiles[] {
  const entries = list(root, 'functions', problems) ?? [];
  for (const { path } of yamlFiles(entries, problems)) {
    problems.add(path, 1, 'function outside a project; allowed: functions/<project>/<function>.yaml');
  }
  const stray =
    'folder within a project; allowed: functions/<project>/<function>.yaml, and folders named as a function';
  return entries
    .filter(({ folder, path }) => folder && (only?.has(path) ?? true))
    .map(({ name, path }) => {
      const files = declarations(list(root, path, problems) ?? [], stray, problems);
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
  const fault = foreign(root, folder);
  if (fault) {
    problems.addFault(folder, fault);
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

function isFolder(root: string, path: string): boolean {
  try {
    return statSync(join(root, path)).isDirectory();
  } catch {
    // whoever reads it is told what is wrong
    return false;
  }
}

/** The files that declare something; reports folders that do not hold what belongs to one. */
function declarations(entries: readonly Entry[], stray: string, problems: Problems): NamedFile[] {
  const files = yamlFiles(entries, problems);
  for (const { folder, name, path } of entries)
    if (folder && !files.some((file) => file.name === name)) problems.add(path, 1, stray);
  return files;
}

function yamlFiles(entries: readonly Entry[], problems: Problems): NamedFile[] {
  return entries.flatMap(({ folder, name, path }) => {
    if (folder || !/\.ya?ml$/i.test(name)) return [];
    if (name.endsWith(EXTENSION)) return [{ name: name.slice(0, -EXTENSION.length), path }];
    problems.add(path, 1, `file "${name}" would be ignored; rename it to "${name.replace(/\.ya?ml$/i, EXTENSION)}"`);
    return [];
  });
}

function isNamed({ name, path }: NamedFile, problems: Problems): boolean {
  const place = Place.root('yaml', []).in('name');
  LABEL.read(name, place);
  const reason = place.problems.length === 0 && problemOfId(name);
  if (reason) place.report({ value: name, reason, allowed: 'a name that a file can have on every system' });
  for (const problem of place.problems) problems.add(path, 1, describe(problem));
  return place.problems.length === 0;
}
