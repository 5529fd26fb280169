import type { Breach } from '../../fields';
import { closest } from '../../fields/spelling';
import type { TriggerSettings } from '../scaler-trigger';
import { aboveZero, always, type TriggerRule } from './rule';

interface Part {
  readonly what: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

// what the parser of KEDA's cron scaler takes: five fields, Sunday is 0 and never 7, no "@daily"
const PARTS: readonly Part[] = [
  { what: 'minute', min: 0, max: 59 },
  { what: 'hour', min: 0, max: 23 },
  { what: 'day of the month', min: 1, max: 31 },
  { what: 'month', min: 1, max: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { what: 'day of the week', min: 0, max: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
];

/** What is wrong with a schedule, if anything. */
export function scheduleFault(schedule: string): Pick<Breach, 'reason' | 'allowed'> | undefined {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== PARTS.length)
    return { reason: `has ${fields.length} fields`, allowed: 'minute, hour, day of the month, month, day of the week' };
  for (const [index, part] of PARTS.entries()) {
    if (fields[index]!.split(',').every((item) => isItem(item, part))) continue;
    const names = part.names ? ` or ${part.names[0]} to ${part.names.at(-1)}` : '';
    return {
      reason: `has "${fields[index]}" as ${part.what}`,
      allowed: `*, ${part.min} to ${part.max}${names}, ranges a-b, steps /n, lists a,b`,
    };
  }
  return undefined;
}

function isItem(item: string, part: Part): boolean {
  const [, range, step] = /^([^/]+)(?:\/([0-9]+))?$/.exec(item) ?? [];
  if (range === undefined || (step !== undefined && Number(step) === 0)) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((end) => numberOf(end, part));
  return ends.length <= 2 && ends.every((end) => part.min <= end && end <= part.max) && ends[0]! <= ends.at(-1)!;
}

function numberOf(text: string, { names = [], min }: Part): number {
  const index = names.indexOf(text.toLowerCase());
  return index >= 0 ? index + min : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether no day is ever one of a schedule, such as the 31st of February. */
export function neverComes(schedule: string): boolean {
  if (scheduleFault(schedule) !== undefined) return false;
  const [, , days = '*', months = '*', weekdays = '*'] = schedule.trim().split(/\s+/);
  // a day of the week that is said comes whatever the day of the month is
  if (!/^[*?]$/.test(weekdays)) return false;
  const first = Math.min(...days.split(',').map((item) => (/^[*?]/.test(item) ? 1 : Number.parseInt(item, 10))));
  return !LONGEST_MONTHS.some((longest, index) => first <= longest && hasMonth(months, index + 1));
}

function hasMonth(months: string, month: number): boolean {
  return months.split(',').some((item) => {
    const [range = '*', step] = item.split('/');
    if (/^[*?]$/.test(range)) return step === undefined || (month - 1) % Number(step) === 0;
    const [from, to = step === undefined ? from : 12] = range.split('-').map((end) => numberOf(end, PARTS[3]!));
    return from! <= month && month <= to! && (month - from!) % Number(step ?? 1) === 0;
  });
}

function schedule(name: string): TriggerRule {
  return always((props) => {
    if (neverComes(String(props[name])))
      return { prop: name, reason: 'is a day that never comes', allowed: 'a day that the month has' };
    const fault = scheduleFault(String(props[name]));
    return fault && { prop: name, ...fault };
  });
}

/** What is wrong with the name of a time zone, if anything: as Go reads it, case counts. */
export function timeZoneFault(zone: string): Pick<Breach, 'reason' | 'allowed'> | undefined {
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  if (all.includes(zone) || (/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(zone) && isKnown(zone))) return undefined;
  const meant = all.find((each) => each.toLowerCase() === zone.toLowerCase()) ?? closest(zone, all);
  return {
    reason: 'is not a time zone',
    allowed: `${meant ? `${meant}, or another` : 'a'} name of the IANA database such as Europe/Berlin or UTC`,
  };
}

/** Older names, which are not among those that are listed. */
function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== undefined;
  } catch {
    return false;
  }
}

/** cron_scaler.go: Validate. */
export const CRON: readonly TriggerRule[] = [
  schedule('start'),
  schedule('end'),
  always(({ start, end }: TriggerSettings) =>
    start === end ? { prop: 'end', reason: 'is the same as start', allowed: 'another schedule' } : undefined,
  ),
  always(({ timezone }) => {
    const fault = timeZoneFault(String(timezone));
    return fault && { prop: 'timezone', ...fault };
  }),
  aboveZero('desiredReplicas'),
];
