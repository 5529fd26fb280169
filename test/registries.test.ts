import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CHECKS } from '../cli/doctor/checks';
import { RECORDED } from '../lib/monitoring/rules/recording';
import { LIST_NAMES, pagesWithLists, withLists } from '../scripts/docs';
import { groups } from './monitoring/environment';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(file, 'utf8');
const filesIn = (folder: string) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file));

describe('lists in docs/', () => {
  test.each(pagesWithLists().map((file) => [basename(file), file]))('%s is what npm run docs writes', (_, file) => {
    expect(read(file)).toBe(withLists(read(file)));
  });

  test('each list stands on one page', () => {
    const text = pagesWithLists().map(read).join('\n');
    expect([...text.matchAll(/<!-- \/([\w-]+) -->/g)].map(([, name]) => name).sort()).toEqual([...LIST_NAMES].sort());
  });

  test('a list that nothing makes is refused', () => {
    expect(() => withLists('<!-- nothing: x -->\n<!-- /nothing -->')).toThrow(
      /^docs: list "nothing" is unknown; allowed: checks, /,
    );
  });
});

describe("doctor's checks", () => {
  const HELPERS = ['check.ts', 'index.ts', 'severity.ts'];
  const files = filesIn('cli/doctor/checks').filter((file) => !HELPERS.includes(basename(file)));
  const exported = files.flatMap((file) => Object.values(require(file)));

  test('each file has a check, and each check is in the index', () => {
    for (const file of files)
      expect([file, CHECKS.some((check) => Object.values(require(file)).includes(check))]).toEqual([file, true]);
    const checks = exported.filter((value) => typeof value === 'object' && 'run' in value!);
    expect(new Set(checks)).toEqual(new Set(CHECKS));
    expect(new Set(CHECKS.map(({ name }) => name)).size).toBe(CHECKS.length);
  });

  test.each(CHECKS.map((check) => [check.name, check] as const))(
    '%s says what it finds, and has a test',
    (name, check) => {
      for (const text of [check.finds, check.remedy]) expect(text).toMatch(/^[^ ].*[^.]$/);
      const tests = filesIn('test/cli/doctor').map(read).join('\n');
      expect(tests).toMatch(new RegExp(`['"\`]${name}[ '"\`]`));
    },
  );
});

test('each recorded series is described, and each that is described is recorded', () => {
  const recorded = groups().flatMap(({ rules }) => rules.flatMap(({ record }: { record?: string }) => record ?? []));
  expect(Object.keys(RECORDED).sort()).toEqual([...new Set(recorded)].sort());
});
