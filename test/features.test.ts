import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTION } from '../lib/function/fields';
import { FEATURES, PEERS } from '../scripts/features';

const ROOT = join(__dirname, '..');

test.each(FEATURES.map((feature) => [feature.feature, feature] as const))(
  '%s is here and proven, or is not for a reason',
  (_, { peers, settings = [], page, test: proof, reason }) => {
    expect(peers).toHaveLength(PEERS.length);
    expect(settings.filter((setting) => !FUNCTION.keys.includes(setting))).toEqual([]);
    if (page) expect(existsSync(join(ROOT, 'docs', page))).toBe(true);
    if (settings.length === 0 && !page) {
      expect(reason).toBeDefined();
      return;
    }
    const text = readFileSync(join(ROOT, 'test', proof!), 'utf8');
    // a table of effects is proven to have every setting
    if (settings.length > 0 && proof !== 'function/effects.test.ts')
      expect(settings.some((setting) => text.includes(setting))).toBe(true);
  },
);

test('every setting of a function is a feature', () => {
  const named = new Set(FEATURES.flatMap(({ settings = [] }) => settings));
  expect(FUNCTION.keys.filter((key) => !named.has(key))).toEqual([]);
});
