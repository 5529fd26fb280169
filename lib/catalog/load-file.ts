import { Place, type Problem } from '../fields';
import type { NamedFile } from './files';
import type { Problems } from './problems';
import { readSource } from './read';
import type { Source } from './source';

export interface Loaded<Props> {
  readonly name: string;
  readonly source: Source;
  readonly props: Props;
  /** Whether nothing is wrong with it by itself. */
  readonly sound: boolean;
}

/** Reads a file and reports what is wrong with it; undefined when it holds no settings. */
export function loadFile<Props extends object>(
  root: string,
  { name, path }: NamedFile,
  read: (raw: unknown, place: Place) => Props | undefined,
  problems: Problems,
  misplaced: (source: Source) => Problem | undefined = () => undefined,
): Loaded<Props> | undefined {
  const source = readSource(root, path, problems);
  if (!source) return undefined;
  const wrong = misplaced(source);
  const found: Problem[] = wrong ? [wrong] : [];
  const props = wrong ? undefined : read(source.value, Place.root('yaml', found));
  problems.addIn(source, found);
  return props && { name, source, props, sound: found.length === 0 };
}
