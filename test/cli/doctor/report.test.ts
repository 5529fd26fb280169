import { spawnSync } from 'node:child_process';
import { CHECKS } from '../../../cli/doctor/checks';
import { exitCodeOf, type Report, reportOf } from '../../../cli/doctor/report';
import { toText } from '../../../cli/doctor/text';
import { visibleLines } from '../../../cli/visible';
import { ago, met, World } from './world';

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
  expect(report(world, { explicitContext: true }).findings[0]!.fix).toMatch(/^kubectl --context=prod apply/);
});

test.each([
  ["o'brien", "--context='o'\\''brien'"],
  ['$(reboot) $&', "--context='$(reboot) $&'"],
  ['arn:aws:eks:eu-1:1:cluster/x', '--context=arn:aws:eks:eu-1:1:cluster/x'],
])('the context %s is one word of the command', (context, word) => {
  const world = new World();
  world.remove('Service', 'fn-p', 'fn-a');
  const { fix } = report(world, { explicitContext: true, context }).findings[0]!;
  expect(fix).toBe(`kubectl ${word} apply --server-side --force-conflicts -f dist/test/a.yaml`);
  const shell = spawnSync('sh', ['-c', `kubectl() { printf '%s\\n' "$@"; }; ${fix}`], { encoding: 'utf8' });
  expect(shell.stdout.split('\n').slice(0, 2)).toEqual([`--context=${context}`, 'apply']);
});

describe('what the cluster writes', () => {
  const evil = '\u001b[2J\u001b[32mhealthy\u009b\u202e\u2028\r\nhealthy: 3 functions';
  const ill = () => {
    const world = new World();
    world.get('APIService', undefined, 'v1beta1.external.metrics.k8s.io').status = {
      conditions: [{ ...met('Available', 'False'), message: evil }],
    };
    world.failing(
      { waiting: { reason: 'CrashLoopBackOff', message: evil } },
      { restartCount: 1, lastState: { terminated: { exitCode: 1, finishedAt: ago(1), message: evil } } },
    );
    world.logs.set('fn-p/fn-a-0/function', [`fatal ${evil}`]);
    world.event('Pod', 'fn-p', 'fn-a-0', { type: 'Warning', reason: evil, message: evil });
    return world;
  };

  test('is shown as text, each on its line', () => {
    const found = report(ill(), { context: evil, timelines: true });
    const text = toText(found, false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]|^healthy/m);
    const shown = '\\u001b[2J\\u001b[32mhealthy\\u009b\\u202e\\u2028\\u000d\\u000ahealthy: 3 functions';
    expect(text).toContain(`Available is False: ${shown}\n`);
    expect(text).toContain(`log: fatal ${shown}\n`);
    expect(text).toContain(`context ${shown}`);
    expect(toText(found, true)).toContain('\u001b[31merror\u001b[0m ');
  });

  test('is in JSON what it is, by its escapes', () => {
    const found = report(ill(), { context: evil });
    const json = visibleLines(JSON.stringify(found, undefined, 2));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(json)).toEqual(found);
  });
});

test('what could not be seen is not healthy', () => {
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
  const status = { triggersActivity: { 's0-redis': { isActive: false } } };
  Object.assign(world.get('ScaledObject', 'fn-p', 'fn-a').status!, status);
  const text = toText(report(world, { timelines: true }), false);
  expect(text).toContain('  trigger s0-redis is not active\n  none has ever been active');
  expect(text).toContain('p/a: the cluster remembers no start of it');
  expect(text).toMatch(/p\/b: last start, pod fn-b-0\n {2}≥ +0 ms {2}pod created \(2026-01-01T00:00:00Z\)/);
});
