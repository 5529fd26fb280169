import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { Scrape } from '../../lib';
import { type Any, alerts, files, groups, only } from './environment';

const RULES = join(__dirname, 'rules');
const tests = readdirSync(RULES);
const installed = spawnSync('promtool', ['--version']).status === 0;
if (!installed)
  console.warn('promtool is not installed (Debian: apt-get install prometheus): the rules are not evaluated');
const withPromtool = installed ? test : test.skip;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  writeFileSync(join(folder, 'rules.yaml'), dump({ groups: groups() }, { lineWidth: -1 }));
  for (const file of tests) copyFileSync(join(RULES, file), join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true }));

const promtool = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

withPromtool('Prometheus reads the rules', () => {
  expect(promtool('check', 'rules', 'rules.yaml')).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
});

withPromtool.each(tests)('%s', (file) => {
  expect(promtool('test', 'rules', file)).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
});

withPromtool('Prometheus reads the rules of a plain Prometheus, which are the same', () => {
  const { data } = only(files({ scrape: Scrape.ANNOTATIONS })['prometheus.yaml'], 'ConfigMap');
  expect((load(data['keda-functions.rules.yaml']) as Any).groups).toEqual(groups());
  writeFileSync(join(folder, 'file.yaml'), data['keda-functions.rules.yaml']);
  execFileSync('promtool', ['check', 'rules', 'file.yaml'], { cwd: folder });
});

test('each alert fires in a test and is quiet in another', () => {
  const cases = tests
    .flatMap((file) => (load(readFileSync(join(RULES, file), 'utf8')) as Any).tests)
    .flatMap((one) => one.alert_rule_test ?? []) as Any[];
  for (const name of new Set(alerts().map(({ alert }) => alert))) {
    const expected = cases.filter(({ alertname }) => alertname === name).map(({ exp_alerts }) => exp_alerts.length > 0);
    expect([name, expected]).toEqual([name, expect.arrayContaining([true, false])]);
  }
});
