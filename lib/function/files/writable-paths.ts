import type { FunctionProps } from '../props';
import type { Runtime } from '../runtime/runtime';

/** The paths with an empty directory: as declared, else those of the runtime where nothing else is mounted. */
export function writablePathsOf({
  runtime,
  writablePaths,
  volumes = {},
}: Pick<FunctionProps, 'writablePaths' | 'volumes'> & { readonly runtime?: Runtime }): readonly string[] {
  return writablePaths ?? runtime?.writablePaths.filter((path) => !Object.hasOwn(volumes, path)) ?? [];
}
