import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { InputError } from '../errors';

const NAME = /^[A-Za-z0-9@][A-Za-z0-9@._/-]{0,213}$/;

/**
 * Name of the app, by which the writer knows its files: `given`, else the `name` of the nearest package.json at or above
 * the first of `folders` that has one: the program's, else the working folder (a program of `node_modules`, as a test runner
 * is, is not the app). So it is the same on every machine, and wherever the output goes.
 *
 * @throws InputError when there is none, or it is not a name.
 */
export function appName(given?: string, folders = programFolders()): string {
  const name = given ?? folders.map(packageName).find(Boolean);
  if (name === undefined) {
    throw new InputError('name of the app is missing; allowed: the option name, or a "name" in package.json');
  }
  if (NAME.test(name)) return name;
  throw new InputError(
    `name ${JSON.stringify(name)} is not the name of an app; allowed: letters, digits, "@", ".", "_", "/" and "-", at most 214`,
  );
}

function programFolders(): string[] {
  const program = process.argv[1] && resolve(process.argv[1]);
  const folder = program && existsSync(program) ? dirname(realpathSync(program)) : undefined;
  const own = folder !== undefined && !folder.split(sep).includes('node_modules');
  return own ? [folder, process.cwd()] : [process.cwd()];
}

function packageName(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  const name = existsSync(file) ? nameIn(file) : undefined;
  if (typeof name === 'string' && name !== '') return name;
  return dirname(folder) === folder ? undefined : packageName(dirname(folder));
}

function nameIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown } | null)?.name;
  } catch (error) {
    throw new InputError(`${file}: is not JSON; allowed: JSON (${(error as Error).message})`);
  }
}
