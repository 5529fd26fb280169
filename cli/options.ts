import { Option } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { InputError } from '../lib/errors';

/** Where declarations are. */
export const FOLDER = ['--folder <folder>', 'folder of environments/ and functions/', '.'] as const;

/** For whom a command writes. */
export type Output = 'text' | 'json';

export function outputOption(): Option {
  return new Option('--output <format>', 'for a person, or for a program').choices(['text', 'json']).default('text');
}

/** @throws InputError when a function is not one of those that there are, with the one that may be meant. */
export function requireFunction(name: string, names: readonly string[], where: string): void {
  if (names.includes(name)) return;
  const near = names.length > 0 ? closest(name, names) : '';
  const hint = near && distance(name, near) <= name.length / 2 ? `; did you mean "${near}"?` : '';
  throw new InputError(`function "${name}" is not in ${where}${hint || `; allowed: ${names.join(', ')}`}`);
}
