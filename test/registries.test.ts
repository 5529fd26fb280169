import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CHECKS } from '../cli/doctor/checks';
import { Symptom } from '../cli/doctor/checks/check';
import * as lib from '../lib';
import { Runtime } from '../lib';
import { EDGE } from '../lib/edge/fields';
import { Place, type Problem } from '../lib/fields';
import { RECORDED } from '../lib/monitoring/rules/recording';
import { LIST_NAMES, pagesWithLists, withLists } from '../scripts/docs';
import { RUN_HERE } from './e2e/runtimes';
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
      /^docs: list "nothing" is unknown; allowed: dependencies, /,
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

test('the symptoms of the README are those of the checks', () => {
  const table = read(join(ROOT, 'README.md')).split('| symptom ')[1]!.split('\n\n')[0]!;
  const symptoms = [...table.matchAll(/^\| (?!-)(.*?) +\|/gm)].map(([, symptom]) => symptom!);
  const found = new Set<string>(CHECKS.map(({ symptom }) => symptom).filter((symptom) => symptom !== Symptom.NONE));
  expect([...new Set(symptoms)].sort()).toEqual([...found].sort());
});

test('each runtime is among all', () => {
  expect(Object.values(Runtime).filter((value) => value instanceof Runtime)).toEqual(Runtime.ALL);
});

test.each(Runtime.ALL.map(({ name }) => name))(
  'the runtime %s has a chart, an image, a test on a cluster, and is allowed',
  (name) => {
    expect(Object.keys(lib)).toContain(`${name[0]!.toUpperCase()}${name.slice(1)}FunctionChart`);
    expect(existsSync(join(ROOT, `examples/runtimes/${name}.Dockerfile`))).toBe(true);
    const readme = read(join(ROOT, 'examples/runtimes/README.md'));
    expect(readme).toMatch(new RegExp(`\\b${name}\\b`));
    const isRun = RUN_HERE.some((runtime) => runtime.name === name);
    expect(existsSync(join(ROOT, 'test/e2e/functions', name))).toBe(isRun);
    // what no test runs is said to be so where its Dockerfile is
    expect(readme.includes(`\`${name}.Dockerfile\` is not run here`)).toBe(!isRun);
    expect(read(join(ROOT, 'test/e2e/images.sh')).includes(`local/e2e-${name}:1`)).toBe(isRun);
    const { properties } = JSON.parse(read(join(ROOT, 'schemas/function.schema.json')));
    expect(properties.runtime.anyOf[0].enum).toContain(name);
  },
);

const { properties } = JSON.parse(read(join(ROOT, 'schemas/environment.schema.json')));
test.each(Object.keys(properties.edge.properties))(
  'the edge %s is one of the kinds, or dns, and has a file, a test and a section',
  (name) => {
    const problems: Problem[] = [];
    EDGE.readWhole({}, Place.root('yaml', problems));
    const [{ allowed }] = problems as [Problem];
    expect([...allowed.replace('exactly one of ', '').split(', '), 'dns']).toContain(name);
    const named = (folder: string) => filesIn(folder).filter((file) => basename(file).startsWith(name));
    expect(named('lib/edge')).not.toEqual([]);
    expect(named('test/edge').filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
    expect(read(join(ROOT, 'docs/how-to/edge.md'))).toMatch(new RegExp(`^## ${name}`, 'im'));
    expect(read(join(ROOT, 'docs/how-to/edge.md'))).toContain(`| \`${name}\``);
  },
);

test('each recorded series is described, and each that is described is recorded', () => {
  const recorded = groups().flatMap(({ rules }) => rules.flatMap(({ record }: { record?: string }) => record ?? []));
  expect(Object.keys(RECORDED).sort()).toEqual([...new Set(recorded)].sort());
});
