import { ensure } from '../ensure';
import { InputError } from '../errors';
import { problemOfName } from '../values/file-name';

/** Throws unless the path, as `production/keda.yaml`, is one of a YAML file within the output folder on every system. */
export function checkPath(path: string): void {
  const names = path.split('/');
  for (const name of names) {
    const problem = problemOfName(name);
    if (problem) {
      throw new InputError(`${path}: "${name}" ${problem}; allowed: ids that are file names everywhere`);
    }
  }
  if (!path.endsWith('.yaml')) throw new InputError(`${path}: does not end in .yaml; allowed: <folders>/<name>.yaml`);
}

/** Throws when two of the paths are one on a system that ignores case, or one is a folder of another. */
export function checkTogether(paths: Iterable<string>): void {
  const seen = new Map<string, string>();
  const all = [...paths];
  for (const path of all) {
    const other = ensure(seen, path.toLowerCase(), () => path);
    if (other !== path)
      throw new InputError(`${path}: differs from ${other} in case only; allowed: paths that differ otherwise`);
  }
  for (const path of all) {
    for (const folder of foldersOf(path.toLowerCase())) {
      const file = seen.get(folder);
      if (file) throw new InputError(`${path}: ${file} is a file; allowed: folders above a file that are not files`);
    }
  }
}

/** The folders above a path: of `a/b/c.yaml`, `a/b` and `a`. */
export function foldersOf(path: string): string[] {
  const folders = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}

/** The first step of a path: of `a/b/c.yaml`, `a`. */
export function topOf(path: string): string {
  return path.split('/', 1)[0]!;
}
