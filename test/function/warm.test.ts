import { daysIn } from '../../lib/function/scaling/days';
import { warmTrigger } from '../../lib/function/scaling/warm';

test.each([
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['sat,sun', [0, 6]],
  ['fri-mon', [0, 1, 5, 6]],
  ['sun-sat', [0, 1, 2, 3, 4, 5, 6]],
  ['wed', [3]],
  ['mon, mon-tue', [1, 2]],
  ['', undefined],
  ['mon-', undefined],
  ['mon-tue-wed', undefined],
  ['monday', undefined],
  ['1-5', undefined],
])('days %j', (text, days) => {
  expect(daysIn(text)).toEqual(days);
});

const schedules = (from: string, to: string, days?: string) => {
  const { start, end } = warmTrigger({ from, to, days, timeZone: 'UTC', replicas: 1 }).metadata;
  return [start, end];
};

test('a window over midnight closes on the days after', () => {
  expect(schedules('22:00', '06:30', 'fri-sat')).toEqual(['0 22 * * 5,6', '30 6 * * 0,6']);
  expect(schedules('22:00', '06:30')).toEqual(['0 22 * * *', '30 6 * * *']);
});

test('a window of a day opens and closes on it', () => {
  expect(schedules('00:00', '23:59', 'sat')).toEqual(['0 0 * * 6', '59 23 * * 6']);
});
