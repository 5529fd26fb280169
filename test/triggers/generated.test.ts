import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trigger } from '../../lib';
import { allScalers } from '../../lib/triggers/scalers';
import { camelCase } from '../../scripts/scalers/names';
import { pinnedScalers } from '../../scripts/scalers/pinned';
import { openPoints, triggerFiles } from '../../scripts/triggers';

const ROOT = join(__dirname, '../..');

test.each(Object.entries(triggerFiles()))('%s is what npm run triggers writes', (file, text) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text);
});

test('no text or override is missing, or of what is not there', () => {
  expect(openPoints()).toEqual([]);
});

test('the scalers and parameters of KEDA 2.21.0', () => {
  const pinned = Object.values(pinnedScalers(ROOT));
  expect([pinned.length, pinned.flat().length]).toEqual([79, 1149]);
  const known = Object.values(allScalers()).flatMap(({ parameters }) => Object.values(parameters));
  const required = known.filter((parameter) => parameter.required);
  const kinds = new Set(known.map(({ kind }) => kind));
  expect([known.length, required.length, kinds.size]).toEqual([1212, 216, 8]);
});

test('each scaler has a method', () => {
  for (const type of Object.keys(allScalers()))
    expect((Trigger as unknown as { [name: string]: (props: object) => Trigger })[camelCase(type)]!({}).type).toBe(
      type,
    );
});

test('scalers are not read before a trigger is made', () => {
  const fs = require('node:fs');
  const read = jest.spyOn(fs, 'readFileSync');
  const readsOf = () => read.mock.calls.filter(([file]) => String(file).endsWith('scalers.json')).length;
  jest.isolateModules(() => {
    const lib = require('../../lib');
    const { trigger } = require('../../lib/triggers/fields');
    expect([typeof lib.Trigger.cron, readsOf()]).toEqual(['function', 0]);
    trigger().write(lib.Trigger.cron({}));
    expect(readsOf()).toBe(1);
  });
});
