import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CatalogDeclaration, InputError, loadCatalog } from '../../lib';

export interface Files {
  readonly [path: string]: string | Buffer;
}

export const ENVIRONMENT = 'domain: example.com\n';
export const FUNCTION = 'runtime: go\nimage: example.com/hello:1.0.0\n';

/** Runs with a folder of these files, which is gone afterwards. */
export function inFolder<T>(files: Files, run: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'catalog-'));
  const clean = () => rmSync(root, { recursive: true });
  let result: T | undefined;
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    result = run(root);
    return result instanceof Promise ? (result.finally(clean) as T) : result;
  } finally {
    if (!(result instanceof Promise)) clean();
  }
}

export function load(files: Files): CatalogDeclaration {
  return inFolder(files, loadCatalog);
}

/** The lines of the error with which loading fails. */
export function problems(files: Files): string[] {
  return inFolder(files, problemsIn);
}

export function problemsIn(root: string): string[] {
  try {
    loadCatalog(root);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message.split('\n');
  }
  throw new Error('loaded');
}

/** The problems of one function in an otherwise valid catalog. */
export function functionProblems(yaml: string | Buffer): string[] {
  return problems({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/hello.yaml': yaml });
}

/** The problems of one environment in an otherwise valid catalog. */
export function environmentProblems(yaml: string): string[] {
  return problems({ 'environments/a.yaml': yaml, 'functions/p/hello.yaml': FUNCTION });
}
