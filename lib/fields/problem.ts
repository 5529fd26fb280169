import { shorten } from '../one-line';
import type { Fault } from '../values/fault';

export type { Fault };

/** The way to a setting: keys and indexes, the outermost first. */
export type Path = readonly (string | number)[];

/** What is wrong with one setting, as data. Text is made of it last, by `describe`. */
export interface Problem extends Fault {
  readonly path: Path;
  /** In its YAML form; absent where the setting is not there. */
  readonly value?: unknown;
  /** Where the setting would have to change, if that is elsewhere: the path is that of a default. */
  readonly at?: Path;
  /** What someone who wrote an unknown key may have meant. */
  readonly meant?: string;
}

/**
 * `maxReplicas 0 is out of range; allowed: …`.
 * @param whole What all the settings together are called, if anything.
 */
export function describe({ path, value, reason, allowed, meant }: Problem, whole = 'file'): string {
  const received = value === undefined ? '' : show(value);
  const words = [displayPath(path) || whole, received, reason].filter((word) => word !== '');
  return `${words.join(' ')}; ${meant ? `did you mean ${meant}? ` : ''}allowed: ${allowed}`;
}

/** A path as `platform.operator.cpu` or `hosts[0]`. */
function displayPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** What stands at a path in its YAML form. */
export function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>((outer, step) => Object(outer)[step], written);
}

/** A value that was received, short enough for a message. */
export function show(value: unknown): string {
  return shorten(textOf(value), 80);
}

function textOf(value: unknown): string {
  // JSON has no infinity, which YAML has
  if (typeof value === 'number') return String(value);
  try {
    // nor functions, which code has
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
