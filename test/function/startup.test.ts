import { App, Duration } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  InputError,
  ProjectChart,
  Runtime,
  Scaler,
  toFiles,
  warningsOf,
} from '../../lib';

const { seconds, minutes, millis } = Duration;
const http = { httpGet: { path: '/health', port: 'http' } };

function build(props: Partial<FunctionChartProps>) {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new ProjectChart(environment, 'project', { name: 'p' });
  new FunctionChart(environment, 'f', { runtime: Runtime.GO, project: 'p', image: 'a/b:1', ...props });
  // biome-ignore lint/suspicious/noExplicitAny: rendered objects
  const objects = loadAll(toFiles(app)['e/f.yaml'] as string) as any[];
  const [container] = objects.find(({ kind }) => kind === 'Deployment').spec.template.spec.containers;
  const { livenessProbe, readinessProbe, startupProbe } = container;
  return { probes: { livenessProbe, readinessProbe, startupProbe }, warnings: warningsOf(app) };
}
const liveness = (initialDelaySeconds?: number) => ({
  ...http,
  ...(initialDelaySeconds && { initialDelaySeconds }),
  periodSeconds: 10,
  timeoutSeconds: 5,
});
const startup = (failureThreshold: number) => ({ ...http, periodSeconds: 1, timeoutSeconds: 5, failureThreshold });

// the interceptor dials a pod that is ready for 60 s: within them a start needs no probe, which would cost it a second
test.each<[string, Partial<FunctionChartProps>, object]>([
  ['every default', {}, { livenessProbe: liveness(60) }],
  ['a short start', { startupTimeout: seconds(20) }, { livenessProbe: liveness(20) }],
  ['a short wait', { readinessTimeout: millis(1500) }, { livenessProbe: liveness(2) }],
  ['a long wait', { readinessTimeout: minutes(4) }, { livenessProbe: liveness(), startupProbe: startup(240) }],
  [
    'a long wait for a short start',
    { readinessTimeout: minutes(4), startupTimeout: seconds(60) },
    { livenessProbe: liveness(60) },
  ],
  [
    'a second more',
    { readinessTimeout: minutes(4), startupTimeout: seconds(61) },
    { livenessProbe: liveness(), startupProbe: startup(61) },
  ],
  [
    'a readiness probe',
    { readinessProbe: true },
    { livenessProbe: liveness(60), readinessProbe: { ...http, periodSeconds: 1 } },
  ],
  [
    'a readiness probe after a long start',
    { readinessProbe: true, readinessTimeout: seconds(100) },
    { livenessProbe: liveness(), readinessProbe: { ...http, periodSeconds: 1 }, startupProbe: startup(100) },
  ],
  [
    'an HTTPScaledObject',
    { scaler: Scaler.HTTP_SCALED_OBJECT, startupTimeout: seconds(150), readinessTimeout: seconds(150) },
    { livenessProbe: liveness(), startupProbe: startup(150) },
  ],
])('probes with %s', (_, props, probes) => {
  expect(build(props)).toEqual({
    probes: { readinessProbe: undefined, startupProbe: undefined, ...probes },
    warnings: [],
  });
});

test('a start that no request waits for is warned of', () => {
  expect(build({ startupTimeout: seconds(150) }).warnings).toEqual([
    'e/f: startupTimeout 150s is above readinessTimeout 1m: the request that wakes the function may get 504 before it has started',
  ]);
  expect(build({ startupTimeout: seconds(60) }).warnings).toEqual([]);
});

test('a start for which no pod is kept long enough is refused', () => {
  const props = { startupTimeout: seconds(91), cooldown: seconds(30), requestRateWindow: seconds(1) };
  expect(() => build(props)).toThrow(
    new InputError(
      'e/f: startupTimeout "91s" is longer than a pod is kept for one request; allowed: at most 90s, the cooldown after readinessTimeout or requestRateWindow',
    ),
  );
  expect(() => build({ ...props, startupTimeout: seconds(90) })).not.toThrow();
  expect(() => build({ ...props, requestRateWindow: seconds(61) })).not.toThrow();
  expect(() => build({ ...props, readinessTimeout: seconds(61) })).not.toThrow();
  expect(() => build({ ...props, minReplicas: 1 })).not.toThrow();
});

test.each([
  [seconds(0), 'startupTimeout "0s" is out of range; allowed: 1s to 2147483647s'],
  [seconds(2 ** 31), 'startupTimeout "2147483648s" is out of range; allowed: 1s to 2147483647s'],
  [millis(1500), 'startupTimeout "1500ms" is a fraction of a second; allowed: whole seconds'],
])('%j is refused', (startupTimeout, message) => {
  expect(() => build({ startupTimeout })).toThrow(new InputError(`e/f: ${message}`));
});
