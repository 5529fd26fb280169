import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, oneOf, Table, text } from '../../fields/index';
import { scheduleFault, timeZoneFault } from '../../triggers/rules/cron';
import { ConcurrencyPolicy, type Schedule } from './schedule';

// what the CronJob controller's parser takes besides; it takes @every too, and then counts from its own start
const NAMES = ['@hourly', '@daily', '@midnight', '@weekly', '@monthly', '@yearly', '@annually'];

export const SCHEDULE_FIELDS = {
  cron: {
    ...text({
      fault: (value) => (NAMES.includes(value) ? undefined : scheduleFault(value)),
      allowed: 'a schedule such as 0 3 * * *, in quotes',
    }),
    required: true,
  },
  timeZone: { ...text({ fault: timeZoneFault }), default: 'UTC' },
  concurrencyPolicy: { ...oneOf(ConcurrencyPolicy), default: ConcurrencyPolicy.FORBID },
  startingDeadline: duration({ wholeSeconds: true, min: Duration.seconds(10) }),
  suspend: { ...boolean(), default: false },
} satisfies Fields<Schedule>;

export const SCHEDULE = new Table<Schedule, typeof SCHEDULE_FIELDS>('Schedule', SCHEDULE_FIELDS);
