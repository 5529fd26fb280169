import { type ParseArgsConfig, parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { InputError } from '../lib/errors';

const OUTPUTS = ['text', 'json'] as const;

export type Output = (typeof OUTPUTS)[number];

/** The options of a command. @throws InputError when one is unknown or has no value. */
export function parseArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T }>>['values'] {
  try {
    return parseArgs<{ options: T }>({ args, options } as { options: T }).values;
  } catch (error) {
    throw new InputError((error as Error).message.split('. ')[0]!);
  }
}

/** @throws InputError when it is not one. */
export function outputNamed(name: string): Output {
  const output = OUTPUTS.find((allowed) => allowed === name);
  if (!output) throw new InputError(`--output "${name}" is invalid; allowed: ${OUTPUTS.join(', ')}`);
  return output;
}

/** @throws InputError when a function is not one of those that there are, with the one that may be meant. */
export function requireFunction(name: string, names: readonly string[], where: string): void {
  if (names.includes(name)) return;
  const near = names.length > 0 ? closest(name, names) : '';
  const hint = near && distance(name, near) <= name.length / 2 ? `; did you mean "${near}"?` : '';
  throw new InputError(`function "${name}" is not in ${where}${hint || `; allowed: ${names.join(', ')}`}`);
}
