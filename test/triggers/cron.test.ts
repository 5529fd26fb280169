import { neverComes } from '../../lib/triggers/rules/cron';

test.each([
  ['0 8 31 2 *', true],
  ['0 8 30,31 feb ?', true],
  ['0 8 31 4,6,9-9,11 *', true],
  ['0 8 31 */12 *', false],
  ['0 8 31 2/2 *', false],
  ['0 8 31 2/9 *', true],
  ['0 8 29 2 *', false],
  ['0 8 31 2 mon', false],
  ['0 8 31,*/2 2 *', false],
  ['0 8 30-31 2-3 *', false],
  ['0 8 * 2 *', false],
  ['no schedule', false],
])('%s never comes: %s', (schedule, never) => {
  expect(neverComes(schedule)).toBe(never);
});
