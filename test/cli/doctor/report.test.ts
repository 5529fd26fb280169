import { CHECKS } from '../../../cli/doctor/checks';
import { exitCodeOf, type Report, reportOf } from '../../../cli/doctor/report';
import { toText } from '../../../cli/doctor/text';
import { World } from './world';

const report = (world: World, more = {}): Report =>
  reportOf({ snapshot: world.snapshot(), context: 'prod', explicitContext: false, timelines: false, ...more });

test('a healthy cluster in one line', () => {
  const healthy = report(new World());
  expect(healthy).toMatchObject({
    version: 1,
    environment: 'test',
    context: 'prod',
    healthy: true,
    functions: 3,
    findings: [],
  });
  expect(healthy.checks).toEqual(CHECKS.map(({ name: check }) => ({ check, severity: 'ok' })));
  expect(exitCodeOf(healthy)).toBe(0);
  expect(toText(healthy, false)).toBe(
    `healthy: 3 functions and the platform of test, ${CHECKS.length} checks, context prod`,
  );
});

test('findings with the same cause are told once, the worst first', () => {
  const world = new World();
  for (const name of ['fn-a', 'fn-c']) world.remove('Service', 'fn-p', name);
  world.get('Deployment', 'fn-p', 'fn-b').spec.template.spec.containers[0]!.imagePullPolicy = 'Always';
  const found = report(world);
  expect(exitCodeOf(found)).toBe(1);
  expect(found.checks).toContainEqual({ check: 'missing', severity: 'error' });
  expect(toText(found, false)).toBe(`error p/a, p/c (missing)
  cause     its Service is not in the cluster
  evidence  Service fn-p/fn-a, from dist/test/a.yaml
  fix       kubectl apply --server-side --force-conflicts -f dist/test/a.yaml
  explains  2 more findings, left out

warning p/b (pull-policy)
  cause     imagePullPolicy is Always: every cold start waits for the registry
  evidence  container function, image example.com/x:1
  fix       kubectl apply --server-side --force-conflicts -f dist/test/b.yaml

2 errors, 1 warning: 3 functions and the platform of test, ${CHECKS.length} checks, context prod`);
});

test('many subjects are cut short', () => {
  const world = new World();
  const { findings, ...rest } = report(world);
  const one = { check: 'missing', severity: 'error' as const, cause: 'c', evidence: [], fix: 'f', explains: 0 };
  const many = { ...rest, findings: Array.from({ length: 12 }, (_, index) => ({ ...one, subject: `p/${index}` })) };
  expect(findings).toEqual([]);
  expect(toText(many, false)).toMatch(/^error p\/0, .*p\/9, and 2 more \(missing\)$/m);
});

test('colours are escape codes, where they are wanted', () => {
  const world = new World();
  world.remove('Service', 'fn-p', 'fn-a');
  expect(toText(report(world), true)).toContain('\u001b[31merror\u001b[0m p/a');
  expect(toText(report(new World()), true)).toContain('\u001b[32mhealthy');
});

test('commands name the context that was given', () => {
  const world = new World();
  world.remove('Service', 'fn-p', 'fn-a');
  expect(report(world, { explicitContext: true }).findings[0]!.fix).toMatch(/^kubectl --context prod apply/);
});

test('what could not be seen is no health', () => {
  const world = new World();
  world.hidden.push({ kind: 'Node', reason: '403', forbidden: true });
  const partial = report(world);
  expect(partial.healthy).toBe(false);
  expect(exitCodeOf(partial)).toBe(2);
  expect(toText(partial, false)).toMatch(/\n\n1 unknown: 3 functions/);
});

test('timelines are there when they are asked for', () => {
  const world = new World();
  const { timelines } = report(world, { timelines: true });
  expect(timelines.map((timeline) => timeline.function)).toEqual(['p/a', 'p/b', 'p/c']);
  const text = toText(report(world, { timelines: true }), false);
  expect(text).toContain('p/a: the cluster remembers no start of it');
  expect(text).toMatch(/p\/b: last start, pod fn-b-0\n {2}≥ +0 ms {2}pod created \(2026-01-01T00:00:00Z\)/);
});
