import { type Fields, integer, type Resolved, Table, text } from '../../fields';
import { timeZoneFault } from '../../triggers/rules/cron';
import { daysIn } from './days';
import type { WarmWindow } from './props';

const TIME_OF_DAY = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const timeOfDay = () => text({ pattern: TIME_OF_DAY, allowed: 'a time of day such as 08:00, from 00:00 to 23:59' });

const fields = {
  from: { ...timeOfDay(), required: true },
  to: { ...timeOfDay(), required: true },
  days: text({
    fault: (value) => (daysIn(value) ? undefined : { reason: 'is not a list of days', allowed: DAYS_ALLOWED }),
  }),
  timeZone: { ...text({ fault: timeZoneFault }), default: 'UTC' },
  replicas: { ...integer(1), default: 1 },
} satisfies Fields<WarmWindow>;

const DAYS_ALLOWED = 'sun, mon, tue, wed, thu, fri, sat, as ranges a-b and lists a,b';

/** A window with its defaults. */
export type WarmWindowSettings = Resolved<WarmWindow, typeof fields>;

export const WARM_WINDOW = new Table<WarmWindow, typeof fields>('WarmWindow', fields, [
  {
    props: ['from', 'to'],
    check: ({ from, to }) =>
      from === to ? { prop: 'to', reason: 'is the same as from', allowed: 'another time of day' } : undefined,
  },
]);
