import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '../../lib';
import { DASHBOARDS } from '../../lib/monitoring/dashboards';
import { type Any, alerts, groups } from './environment';
import { selectors, seriesOf } from './promql';

const ROOT = join(__dirname, '../..');
const TARGET_LABELS = ['job', 'instance', 'namespace', 'pod', 'service'];
const rules = groups().flatMap((group) => group.rules) as Any[];
const recorded = rules.filter(({ record }) => record).map(({ record }) => record as string);
const known = new Map(METRICS.flatMap((metric) => seriesOf(metric).map((name) => [name, metric.labels])));
const expressions: [where: string, expr: string][] = [
  ...rules.map(({ record, alert, expr }): [string, string] => [record ?? alert, expr]),
  ...DASHBOARDS.flatMap(({ title, rows, variables }) => [
    ...variables.map(({ name, series }): [string, string] => [`${title}: ${name}`, series]),
    ...Object.entries(rows).flatMap(([heading, row]) =>
      Object.entries(row).flatMap(([panel, { queries }]) =>
        Object.values(queries).map((expr): [string, string] => [`${title}: ${heading}: ${panel}`, expr]),
      ),
    ),
  ]),
];

test('the metrics of an expression are found', () => {
  const expr =
    'sum by (a, b) (rate(x_total{c="}d", e=~"f"}[5m] offset 30s)) / on (a) group_left (g) l:m:n > bool 0 unless on (a) up == 1';
  expect(selectors(expr)).toEqual([
    { name: 'x_total', labels: ['c', 'e'] },
    { name: 'l:m:n', labels: [] },
    { name: 'up', labels: [] },
  ]);
  expect(selectors('{__name__=~"a:b|c:d", e=~"f"}')).toEqual([
    { name: 'a:b', labels: ['e'] },
    { name: 'c:d', labels: ['e'] },
  ]);
});

test.each(expressions)('%s uses metrics and labels that there are', (_, expr) => {
  const used = selectors(expr);
  for (const { name, labels } of used) {
    expect([...known.keys(), ...recorded]).toContain(name);
    const own = known.get(name);
    if (own) expect([...own, 'le', ...TARGET_LABELS]).toEqual(expect.arrayContaining(labels));
  }
  if (expr !== 'vector(0.5)') expect(used.length + Number(/^vector\(/.test(expr))).toBeGreaterThan(0);
});

test('no metric is listed twice, and each is described', () => {
  const names = METRICS.map(({ name, jobs }) => `${name} ${jobs.join()}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, meaning, jobs } of METRICS) {
    expect([name, meaning]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(jobs.length).toBeGreaterThan(0);
  }
});

test('each alert has a severity, a text and a page, and each page an alert', () => {
  const pages = readdirSync(join(ROOT, 'docs/runbooks')).sort();
  expect(pages).toEqual([...new Set(alerts().map(({ alert }) => `${alert}.md`))].sort());
  for (const { alert, labels, annotations } of alerts()) {
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/\.$/);
    expect(annotations.description).toMatch(/\.$/);
    const page = annotations.runbook_url.replace('https://github.com/enclii/cdk8s-keda-functions/blob/main/', '');
    expect(page).toBe(`docs/runbooks/${alert}.md`);
    expect(existsSync(join(ROOT, page))).toBe(true);
    expect(readFileSync(join(ROOT, page), 'utf8')).toMatch(
      new RegExp(`^# ${alert}\n[\\s\\S]*## See it[\\s\\S]*\`\`\`[\\s\\S]*## What to do`),
    );
  }
});
