import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';

/** Reads the documents of many files; an error in place of those of a file that it refuses. */
export type Reader = (files: string[]) => unknown[];

const eachFile =
  (read: (file: string) => unknown): Reader =>
  (files) =>
    files.map((file) => {
      try {
        return read(file);
      } catch (error) {
        return String(error);
      }
    });

const PYTHON = `
import json, sys, yaml
def read(text):
    try:
        return list(yaml.load_all(text, Loader=yaml.SafeLoader))
    except Exception as error:
        return str(error)
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout, default=str)
`;

/** The readers that are installed here, by name; undefined for one that is not. */
export function readers(): { [name: string]: Reader | undefined } {
  return {
    'js-yaml': eachFile((file) => loadAll(file)),
    'yaml 1.1': eachFile((file) => documents(file, '1.1')),
    'yaml 1.2': eachFile((file) => documents(file, '1.2')),
    PyYAML: works('python3', '-c', 'import yaml') ? (files) => run('python3', ['-c', PYTHON], files) : undefined,
    kubectl: kubectl(),
  };
}

function documents(file: string, version: '1.1' | '1.2'): unknown[] {
  return parseAllDocuments(file, { version }).map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS();
  });
}

/** The module that kubectl reads with, built here; undefined where that cannot be done. */
function kubectl(): Reader | undefined {
  const binary = join(mkdtempSync(join(tmpdir(), 'kubectl-yaml-')), 'kubectl-yaml');
  if (spawnSync('go', ['build', '-o', binary, '.'], { cwd: join(__dirname, 'kubectl-yaml') }).status !== 0)
    return undefined;
  return (files) =>
    (run(binary, [], files) as { documents?: unknown[]; error?: string }[]).map(
      ({ documents: found, error }) => error ?? found ?? [],
    );
}

function works(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

function run(command: string, args: string[], files: string[]): unknown[] {
  return JSON.parse(
    execFileSync(command, args, { input: JSON.stringify(files), encoding: 'utf8', maxBuffer: 2 ** 30 }),
  );
}
