import { Trigger } from '../../triggers';
import { daysIn } from './days';
import type { WarmWindowSettings } from './warm-fields';

/** The trigger that opens a window and closes it. */
export function warmTrigger({ from, to, days, timeZone, replicas }: WarmWindowSettings): Trigger {
  const opens = days === undefined ? undefined : daysIn(days)!;
  const closes = to < from ? opens?.map((day) => (day + 1) % 7).sort() : opens;
  return Trigger.cron({
    timezone: timeZone,
    start: schedule(from, opens),
    end: schedule(to, closes),
    desiredReplicas: replicas,
  });
}

function schedule(time: string, days: readonly number[] | undefined): string {
  const [hours, minutes] = time.split(':').map(Number);
  return `${minutes} ${hours} * * ${days?.join(',') ?? '*'}`;
}
