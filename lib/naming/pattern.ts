import { ensure } from '../ensure';
import { type Field, text } from '../fields';
import type { Fault } from '../values/fault';

/** What a pattern's placeholders stand for; undefined where there is no such value. */
export interface Values {
  readonly project?: string;
  readonly function?: string;
  readonly object?: string;
  readonly id?: string;
}

type Placeholder = keyof Values;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const PARTS = new Map<string, readonly string[]>();

export interface PatternProps {
  readonly of: readonly Placeholder[];
  /** One that the pattern has to have. */
  readonly requires?: Placeholder;
  /** Whether what becomes of it with short names may stand. */
  readonly fits: (text: string) => boolean;
  /** What may stand, in words. */
  readonly allowed: string;
}

/** A text with placeholders. */
export function pattern({ of, requires, fits, allowed }: PatternProps): Field<string> {
  const names = of.map((name) => `{${name}}`);
  const example = Object.fromEntries(of.map((name) => [name, 'a'])) as Values;
  return text({
    allowed: `${allowed}, with ${names.join(', ')}; in quotes`,
    fault(value): Fault | undefined {
      const unknown = placeholdersOf(value).find((name) => !of.includes(name as Placeholder));
      if (unknown !== undefined) {
        return { reason: `holds {${unknown}}, which stands for nothing here`, allowed: names.join(', ') };
      }
      if (requires && !holds(value, requires)) {
        return { reason: 'is one and the same for all', allowed: `a text with {${requires}}` };
      }
      const filled = fill(value, example)!;
      return fits(filled) ? undefined : { reason: `becomes "${filled}" at best`, allowed };
    },
  });
}

/** A pattern with its values in place; undefined when one of them is missing. */
export function fill(pattern: string, values: Values): string | undefined {
  const parts = partsOf(pattern);
  let text = parts[0]!;
  for (let index = 1; index < parts.length; index += 2) {
    const value = values[parts[index] as Placeholder];
    if (value === undefined) return undefined;
    text += value + parts[index + 1]!;
  }
  return text;
}

export function holds(pattern: string, ...names: Placeholder[]): boolean {
  return placeholdersOf(pattern).some((name) => names.includes(name as Placeholder));
}

/** What a pattern always has, whatever the values. */
export function fixedPart(pattern: string): string {
  return pattern.replace(PLACEHOLDER, '');
}

function placeholdersOf(pattern: string): string[] {
  return partsOf(pattern).filter((_, index) => index % 2 === 1);
}

/** Text and placeholder in turns. Each function is named by the same few patterns. */
function partsOf(pattern: string): readonly string[] {
  return ensure(PARTS, pattern, () => pattern.split(PLACEHOLDER));
}
