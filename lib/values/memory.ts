import { Size, SizeRoundingBehavior } from 'cdk8s';

/** The form of an amount of memory in a declaration. */
export const MEMORY_PATTERN = /^[1-9][0-9]{0,9}(Ki|Mi|Gi)$/;

// largest first, in kibibytes
const UNITS: [unit: string, kibibytes: number, of: (amount: number) => Size][] = [
  ['Gi', 1024 * 1024, Size.gibibytes],
  ['Mi', 1024, Size.mebibytes],
  ['Ki', 1, Size.kibibytes],
];

/** Parses `128Mi` or `1Gi`. */
export function parseMemory(text: string): Size {
  const [, , of] = UNITS.find(([unit]) => text.endsWith(unit))!;
  return of(Number(text.slice(0, -2)));
}

/** Writes an amount in its largest whole unit, as a declaration and a message have it: `128Mi`, `1Gi`. */
export function formatMemory(size: Size): string {
  const kibibytes = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  const [unit, of] = UNITS.find(([, of]) => kibibytes % of === 0) ?? ['Ki', 1];
  return `${kibibytes / of}${unit}`;
}
