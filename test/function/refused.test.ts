import { App, Duration, Size } from 'cdk8s';
import { Environment } from '../../lib/environment';
import { InputError } from '../../lib/errors';
import {
  FallbackBehavior,
  FunctionChart,
  type FunctionChartProps,
  Probe,
  ProjectChart,
  Runtime,
  Scaler,
} from '../../lib/function';
import { toFiles } from '../../lib/synth';
import { MetricTargetType, Trigger } from '../../lib/triggers';
import { Cpu, EnvSource } from '../../lib/workload';

const BASE: FunctionChartProps = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };
const build = (props: Partial<FunctionChartProps>) => {
  const environment = new Environment(new App(), 'production', { domain: 'fn.test' });
  return new FunctionChart(environment, 'hello', { ...BASE, ...props });
};
const CPU = Trigger.cpu({ value: '60', metricType: MetricTargetType.UTILIZATION });
const REDIS = Trigger.redis({ address: ['redis:6379'], listName: 'jobs' });
const { seconds, millis, minutes, hours, days } = Duration;

// every message names the construct, the value and what is allowed
const REFUSED: [what: string, Partial<FunctionChartProps>, value: string, allowed: string][] = [
  ['latest image', { image: 'a/b:latest' }, 'image "a/b:latest" is not pinned', 'name:tag'],
  ['untagged image', { image: 'a/b' }, 'image "a/b" is not pinned', 'name:tag'],
  ['invalid image', { image: 'a/b:' }, 'image "a/b:" is not an image reference', 'name:tag'],
  ['cpu above limit', { cpu: Cpu.cores(1), cpuLimit: Cpu.millis(500) }, 'cpu "1" is above cpuLimit', 'at most 500m'],
  [
    'memory above limit',
    { memory: Size.mebibytes(64), memoryLimit: Size.mebibytes(32) },
    'memory "64Mi" is above memoryLimit',
    'at most 32Mi',
  ],
  [
    'memory too small',
    { memory: Size.mebibytes(15) },
    'memory "15Mi" is below the environment\'s limits',
    'at least 16Mi',
  ],
  ['memory too large', { memory: Size.gibibytes(3) }, 'memory "3Gi" is above the environment\'s limits', 'at most 2Gi'],
  [
    'memory below a mebibyte',
    { memory: Size.kibibytes(1) },
    'memory "1Ki" is below the environment\'s limits',
    'at least 16Mi',
  ],
  [
    'limit too large',
    { memoryLimit: Size.gibibytes(3) },
    'memoryLimit "3Gi" is above the environment\'s limits',
    'at most 2Gi',
  ],
  [
    'a trigger of an HTTPScaledObject',
    {
      triggers: [Trigger.cpu({ value: '60', metricType: MetricTargetType.UTILIZATION })],
      scaler: Scaler.HTTP_SCALED_OBJECT,
    },
    'triggers has no place in an HTTPScaledObject',
    'none, or scaler: interceptorRoute',
  ],
  [
    'a window of an HTTPScaledObject',
    { warm: [{ from: '08:00', to: '09:00' }], scaler: Scaler.HTTP_SCALED_OBJECT },
    'warm has no place in an HTTPScaledObject',
    'none, or scaler: interceptorRoute',
  ],
  ['nothing to wake it', { http: false }, 'http false leaves nothing that wakes the function', 'triggers or warm'],
  [
    'a host without HTTP',
    { http: false, triggers: [REDIS], hosts: ['a.test'] },
    'hosts is about requests, and http is false',
    'none, or http: true',
  ],
  [
    'a cold start without HTTP',
    { http: false, triggers: [REDIS], coldStart: { fallback: { service: 'a' } } },
    'coldStart is about requests, and http is false',
    'none, or http: true',
  ],
  [
    'cpu alone, which wakes nothing',
    { http: false, triggers: [CPU] },
    'minReplicas 0 is a function that cpu and memory do not wake',
    'minReplicas from 1 on, or a trigger beside them',
  ],
  [
    'idle with cpu alone',
    { http: false, triggers: [CPU], minReplicas: 1, idleReplicas: 0 },
    'idleReplicas 0 is a function that cpu and memory do not wake',
    'minReplicas from 1 on, or a trigger beside them',
  ],
  [
    'a probe of no port',
    { http: false, triggers: [REDIS], probes: { readiness: Probe.tcp() } },
    'probes.readiness.port is missing, and http is false',
    'the port that is asked',
  ],
  [
    'a start of which no probe asks',
    { http: false, triggers: [REDIS], startupTimeout: seconds(5) },
    'startupTimeout "5s" has no effect without a probe',
    'probes beside it',
  ],
  [
    'a variable that a function without HTTP has not',
    { http: false, triggers: [Trigger.untyped('x', { untyped: { portFromEnv: 'PORT' } })] },
    'triggers[0] reads the variable PORT, which the function does not have',
    'FUNCTION_NAME, FUNCTION_HANDLER, FUNCTION_TIMEOUT',
  ],
  [
    'polling that misses requests',
    { pollingInterval: seconds(20), requestRateWindow: seconds(10) },
    'pollingInterval "20s" is longer than requestRateWindow',
    'at most 10s',
  ],
  [
    'idle pods of a function at zero',
    { idleReplicas: 0 },
    'idleReplicas 0 is not below minReplicas 0',
    'minReplicas from 1 on',
  ],
  ['idle pods', { idleReplicas: 1, minReplicas: 2 }, 'idleReplicas 1 is invalid', 'a whole number from 0 to 0'],
  [
    'a pause that says two things',
    { paused: true, pausedReplicas: 3 },
    'pausedReplicas 3 is given beside paused',
    'one of them',
  ],
  [
    'a window beside a formula',
    { scalingModifiers: { formula: 'concurrency', target: 1 }, warm: [{ from: '08:00', to: '09:00' }] },
    'warm has no effect beside scalingModifiers',
    'a cron trigger with a name, in the formula',
  ],
  [
    'a trigger that a formula cannot name',
    { scalingModifiers: { formula: 'concurrency', target: 1 }, triggers: [CPU, REDIS] },
    'triggers[1].name is missing',
    'a name, by which scalingModifiers.formula has it',
  ],
  [
    'a trigger with the name of another metric',
    {
      scalingModifiers: { formula: 'concurrency', target: 1 },
      triggers: [Trigger.untyped('a', { untyped: {}, name: 'concurrency' })],
    },
    'triggers[0].name "concurrency" is that of a metric of the requests',
    'another name',
  ],
  [
    'a formula with a slip',
    {
      scalingModifiers: { formula: 'let x = concurency; x > 2 ? x : 0', target: 1 },
      triggers: [Trigger.untyped('a', { untyped: {}, name: 'jobs' })],
    },
    'scalingModifiers.formula "let x = concurency; x > 2 ? x : 0" has concurency, which is not the name of a trigger',
    'concurrency, requestRate, jobs',
  ],
  [
    'a formula of requests without any',
    {
      http: false,
      scalingModifiers: { formula: 'requestRate', target: 1 },
      triggers: [Trigger.untyped('a', { untyped: {}, name: 'jobs' })],
    },
    'scalingModifiers.formula "requestRate" has requestRate, which is not the name of a trigger',
    'jobs',
  ],
  [
    'a target that the HPA rounds to nothing',
    { scalingModifiers: { formula: 'concurrency', target: 0.0001 } },
    'scalingModifiers.target 0.0001 is invalid',
    'a number from 0.001 to 9007199254740991',
  ],
  [
    'a fallback that KEDA does not do with a fraction',
    { scalingModifiers: { formula: 'concurrency', target: 0.5 }, fallback: { replicas: 2 } },
    'scalingModifiers.target 0.5 is a fraction, with which KEDA does not fall back',
    'a whole number beside fallback',
  ],
  ['a fallback to no pod', { fallback: { replicas: 0 } }, 'fallback.replicas 0 is invalid', 'a whole number from 1'],
  [
    'a fallback above the highest number of pods',
    { fallback: { replicas: 11 } },
    'fallback.replicas 11 is above maxReplicas',
    'at most 10',
  ],
  [
    'a fallback for cpu',
    { http: false, triggers: [CPU], minReplicas: 1, fallback: { replicas: 2 } },
    'fallback is not for cpu and memory',
    'another trigger beside them',
  ],
  [
    'a fallback by no formula',
    { fallback: { replicas: 2, behavior: FallbackBehavior.SCALING_MODIFIERS } },
    'fallback.behavior "scalingModifiers" needs scalingModifiers',
    'another behavior, or a formula',
  ],
  [
    'a window of the HPA that is too long',
    { behavior: { scaleDown: { stabilizationWindow: minutes(61) } } },
    'behavior.scaleDown.stabilizationWindow "61m" is out of range',
    '0s to 1h',
  ],
  [
    'a fallback of an HTTPScaledObject',
    { fallback: { replicas: 2 }, scaler: Scaler.HTTP_SCALED_OBJECT },
    'fallback has no place in an HTTPScaledObject',
    'none, or scaler: interceptorRoute',
  ],
  [
    'two triggers of a name',
    {
      triggers: [
        Trigger.untyped('a', { untyped: {}, name: 'x' }),
        Trigger.untyped('b', { untyped: {}, name: 'y' }),
        Trigger.untyped('c', { untyped: {}, name: 'x' }),
      ],
    },
    'triggers[2].name "x" is the name of another trigger',
    'each name once',
  ],
  [
    'a trigger that reads a variable of nobody',
    {
      triggers: [Trigger.untyped('x', { untyped: { hostFromEnv: 'PORT', keyFromEnv: 'KEY' } })],
      env: { HOST: 'a' },
      envValueFrom: { TOKEN: EnvSource.secretKey('s', 'k') },
    },
    'triggers[0] reads the variable KEY, which the function does not have',
    'FUNCTION_NAME, FUNCTION_HANDLER, FUNCTION_TIMEOUT, PORT, HOST, TOKEN',
  ],
  [
    'a window without length',
    { warm: [{ from: '08:00', to: '08:00' }] },
    'warm[0].to "08:00" is the same as from',
    'another time of day',
  ],
  [
    'a window of 25 hours',
    { warm: [{ from: '08:00', to: '25:00' }] },
    'warm[0].to "25:00" is invalid',
    'a time of day such as 08:00, from 00:00 to 23:59',
  ],
  [
    'a window on no day',
    { warm: [{ from: '08:00', to: '09:00', days: 'mon-fry' }] },
    'warm[0].days "mon-fry" is not a list of days',
    'sun, mon, tue, wed, thu, fri, sat, as ranges a-b and lists a,b',
  ],
  [
    'a window nowhere',
    { warm: [{ from: '08:00', to: '09:00', timeZone: 'Europe/Berln' }] },
    'warm[0].timeZone "Europe/Berln" is not a time zone',
    'Europe/Berlin, or another name',
  ],
  [
    'a window of no pod',
    { warm: [{ from: '08:00', to: '09:00', replicas: 0 }] },
    'warm[0].replicas 0 is invalid',
    'a whole number from 1',
  ],
  [
    'a window above the highest number of pods',
    {
      warm: [
        { from: '08:00', to: '09:00' },
        { from: '10:00', to: '11:00', replicas: 4 },
      ],
      maxReplicas: 3,
    },
    'warm[1].replicas 4 is above maxReplicas',
    'at most 3',
  ],
  ['max below min', { minReplicas: 3, maxReplicas: 2 }, 'maxReplicas 2 is below', 'at least 3'],
  ['default max below min', { minReplicas: 11 }, 'maxReplicas 10 is below', 'at least 11'],
  ['negative min', { minReplicas: -1 }, 'minReplicas -1', 'a whole number from 0'],
  ['fractional max', { maxReplicas: 1.5 }, 'maxReplicas 1.5', 'a whole number from 1'],
  ['no concurrency', { concurrency: 0 }, 'concurrency 0', 'a whole number from 1'],
  ['fractional rate', { requestRate: 0.5 }, 'requestRate 0.5', 'a whole number from 1'],
  ['long name', { name: 'a'.repeat(61) }, `name "${'a'.repeat(61)}" makes "fn-`, 'a-z, 0-9 and "-", at most 60'],
  ['long project', { project: 'a'.repeat(61) }, `project "${'a'.repeat(61)}"`, 'a-z, 0-9 and "-", at most 60'],
  ['name', { name: 'A_b' }, 'name "A_b" is not a DNS label', 'a-z, 0-9'],
  ['function id', { functionId: 'a b' }, 'functionId "a b" is invalid', 'a label value: letters, digits'],
  [
    'long function id',
    { functionId: 'a'.repeat(64) },
    `functionId "${'a'.repeat(64)}"`,
    'a label value: letters, digits',
  ],
  ['port 0', { port: 0 }, 'port 0', 'a whole number from 1 to 65535'],
  ['port 65536', { port: 65536 }, 'port 65536', 'a whole number from 1 to 65535'],
  ['timeout 901 s', { timeout: seconds(901) }, 'timeout "901s" is above the environment\'s limits', 'at most 15m'],
  ['timeout "0s" is out of range', { timeout: seconds(0) }, 'timeout "0s" is out of range', '1s to 3h'],
  ['timeout 1.5 s', { timeout: millis(1500) }, 'timeout "1500ms" is a fraction of a second', 'whole seconds'],
  ['cooldown 1.5 s', { cooldown: millis(1500) }, 'cooldown "1500ms" is a fraction of a second', 'whole seconds'],
  [
    'initial cooldown',
    { initialCooldown: millis(1) },
    'initialCooldown "1ms" is a fraction of a second',
    'whole seconds',
  ],
  ['cooldown above int32', { cooldown: hours(999_999) }, 'cooldown "999999h" is out of range', '0s to 2147483647s'],
  [
    'initial cooldown above int32',
    { initialCooldown: seconds(2 ** 31) },
    'initialCooldown "2147483648s" is out of range',
    '0s to 2147483647',
  ],
  ['no readiness timeout', { readinessTimeout: seconds(0) }, 'readinessTimeout "0s" is out of range', '1ms to 24h'],
  [
    'readiness timeout',
    { readinessTimeout: millis(86_400_001) },
    'readinessTimeout "86400001ms" is out of range',
    '1ms to 24h',
  ],
  [
    'half a millisecond',
    { readinessTimeout: millis(0.5) },
    'readinessTimeout "0.5ms" is invalid',
    'a duration such as',
  ],
  [
    'not a number',
    { readinessTimeout: seconds(Number.NaN) },
    'readinessTimeout "NaNms" is invalid',
    'a duration such as',
  ],
  [
    'window beyond Go',
    { requestRateWindow: days(1e9) },
    'requestRateWindow "24000000000h" is invalid',
    'a duration such as',
  ],
  [
    'granularity',
    { requestRateGranularity: seconds(1.0005) },
    'requestRateGranularity "1000.5ms" is invalid',
    'a duration such as',
  ],
  ['PORT', { env: { PORT: '9' } }, 'env.PORT is taken: it carries the setting port', 'port, or another name'],
  [
    'FUNCTION_NAME',
    { env: { FUNCTION_NAME: 'x' } },
    'env.FUNCTION_NAME is taken: it carries the setting name',
    'name, or',
  ],
  [
    'FUNCTION_HANDLER',
    { env: { FUNCTION_HANDLER: 'x' } },
    'env.FUNCTION_HANDLER is taken: it carries the setting handler',
    'handler, or',
  ],
  [
    'FUNCTION_TIMEOUT',
    { env: { FUNCTION_TIMEOUT: 'x' } },
    'env.FUNCTION_TIMEOUT is taken: it carries the setting timeout',
    'timeout, or',
  ],
  [
    "a runtime's PORT",
    { runtime: Runtime.custom({ name: 'x', user: 7, coldStartTarget: Duration.millis(1), env: { PORT: '1' } }) },
    'runtime.custom.env.PORT is taken: it carries the setting port',
    'port, or another name',
  ],
  [
    'cycle',
    { env: { A: '$(B)', B: 'x$(C)', C: '$(B)' } },
    'env.B "x$(C)" refers to itself: B -> C -> B',
    '$(NAME) of another variable, $$(NAME) for the text',
  ],
  ['host', { hosts: ['a.b', 'a b'] }, 'hosts[1] "a b" is not a host name', 'DNS labels'],
  ['host with port', { hosts: ['a:80'] }, 'hosts[0] "a:80" is not a host name', 'DNS labels joined by ".", no port'],
  ['no hosts', { hosts: [] }, 'hosts [] is invalid', 'a list that is not empty'],
  ['granularity', { requestRateGranularity: millis(999) }, 'requestRateGranularity "999ms" is out of range', '1s to '],
  ['buckets', { requestRateWindow: seconds(1001) }, 'requestRateWindow "1001s" has 1001 buckets of 1s', 'at most 1000'],
  [
    'window',
    { requestRateWindow: seconds(59), requestRateGranularity: minutes(1) },
    'requestRateWindow "59s" is shorter than one bucket',
    'at least 1m',
  ],
  ['path prefix', { pathPrefixes: ['/a', 'b'] }, 'pathPrefixes[1] "b" is not a path', 'a path that starts with "/"'],
  ['host twice', { hosts: ['a.b', 'c.d', 'a.b'] }, 'hosts[2] "a.b" is the same as "a.b"', 'each item once'],
  [
    'path prefix twice',
    { pathPrefixes: ['/a', '/b', '//a/'] },
    'pathPrefixes[2] "//a/" is the same as "/a"',
    'each item once',
  ],
  ['writable path', { writablePaths: ['/a', 'b'] }, 'writablePaths[1] "b" is invalid', 'an absolute path'],
  ['no header name', { headers: [{ name: 'X Y' }] }, 'headers[0].name "X Y" is invalid', 'the name of a header'],
  [
    'the header Host',
    { headers: [{ name: 'Host', value: 'a.b' }] },
    'headers[0].name "Host" is not among the headers that the interceptor sees',
    'hosts, or another header',
  ],
  [
    'the header Transfer-Encoding',
    { headers: [{ name: 'transfer-encoding' }] },
    'headers[0].name "transfer-encoding" is not among the headers that the interceptor sees',
    'another header',
  ],
  [
    'a header value with a space',
    { headers: [{ name: 'X', value: 'a ' }] },
    'headers[0].value "a " is invalid',
    'printable ASCII, no space at an end',
  ],
  [
    'a header twice',
    { headers: [{ name: 'X-A' }, { name: 'X-B' }, { name: 'x-a', value: '1' }] },
    'headers[2].name "x-a" is there already',
    'each header once',
  ],
  ['no request timeout', { requestTimeout: seconds(0) }, 'requestTimeout "0s" is out of range', '1ms to 24h'],
  ['request timeout', { requestTimeout: hours(25) }, 'requestTimeout "25h" is out of range', '1ms to 24h'],
  [
    'request timeout of an HTTPScaledObject',
    { requestTimeout: minutes(2), scaler: Scaler.HTTP_SCALED_OBJECT },
    'requestTimeout "2m" is nothing that an HTTPScaledObject has',
    'none with this scaler',
  ],
  [
    'a cold start of nothing',
    { coldStart: {} },
    'coldStart has none of fallback, placeholder',
    'exactly one of fallback, placeholder',
  ],
  [
    'a fallback beside a placeholder',
    { coldStart: { fallback: { service: 'a' }, placeholder: {} } },
    'coldStart.placeholder is given beside fallback',
    'exactly one of fallback, placeholder',
  ],
  [
    'a placeholder of an HTTPScaledObject',
    { coldStart: { placeholder: {} }, scaler: Scaler.HTTP_SCALED_OBJECT },
    'coldStart.placeholder is nothing that an HTTPScaledObject has',
    'fallback with this scaler',
  ],
  [
    'a fallback without time',
    { coldStart: { fallback: { service: 'a' } }, requestTimeout: seconds(60) },
    'requestTimeout "1m" leaves no time for the fallback',
    'more than readinessTimeout 1m',
  ],
  [
    'two bodies',
    { coldStart: { placeholder: { body: 'a', pages: { a: 'b' } } } },
    'coldStart.placeholder.pages is given beside body',
    'one of body, pages, bodyFromConfigMap',
  ],
  [
    'a body with 204',
    { coldStart: { placeholder: { statusCode: 204, body: 'a' } } },
    'coldStart.placeholder.statusCode 204 has no body, and body is given',
    'another status code',
  ],
  [
    'a status code before the answer',
    { coldStart: { placeholder: { statusCode: 103 } } },
    'coldStart.placeholder.statusCode 103 is invalid',
    'a whole number from 200 to 599',
  ],
  [
    'a long body',
    { coldStart: { placeholder: { body: 'a'.repeat(32_769) } } },
    'coldStart.placeholder.body "aaaa',
    'at most 32768, or pages, or bodyFromConfigMap',
  ],
  [
    'no pages',
    { coldStart: { placeholder: { pages: {} } } },
    'coldStart.placeholder.pages has no page',
    'at least one',
  ],
  [
    'large pages',
    { coldStart: { placeholder: { pages: { a: 'ü'.repeat(500_001) } } } },
    'coldStart.placeholder.pages has 1000002 bytes',
    'at most 1000000 together, as a ConfigMap',
  ],
  [
    'a header of the framing',
    { coldStart: { placeholder: { headers: { 'content-length': '1' } } } },
    'coldStart.placeholder.headers.content-length is set by the interceptor',
    'another header',
  ],
  ['keda namespace', { kedaNamespace: 'k_' }, 'kedaNamespace "k_" is not a DNS label', 'a-z'],
  [
    'both metrics of an HTTPScaledObject',
    { scaler: Scaler.HTTP_SCALED_OBJECT, concurrency: 3, requestRate: 4 },
    'concurrency 3 is set beside requestRate 4',
    'one of them',
  ],
];
test.each(REFUSED)('%s is refused', (_, props, value, allowed) => {
  expect(() => build(props)).toThrow(InputError);
  expect(() => build(props)).toThrow(`production/hello: ${value}`);
  expect(() => build(props)).toThrow(`; allowed: ${allowed}`);
});

test.each<[string, Partial<FunctionChartProps>]>([
  ['port 1', { port: 1 }],
  ['port 65535', { port: 65535 }],
  ['timeout 1 s', { timeout: seconds(1) }],
  ['timeout 900 s', { timeout: minutes(15) }],
  ['16 MiB', { memory: Size.mebibytes(16) }],
  ['2 GiB', { memory: Size.gibibytes(2) }],
  ['1000 buckets', { requestRateWindow: seconds(1000) }],
  ['1 bucket', { requestRateWindow: seconds(5), requestRateGranularity: seconds(5) }],
  ['min = max', { minReplicas: 2, maxReplicas: 2 }],
  ['name of 60', { name: 'a'.repeat(60) }],
  ['cooldown 0', { cooldown: seconds(0) }],
  ['cooldown of int32', { cooldown: seconds(2 ** 31 - 1) }],
  ['readiness timeout of 1 ms', { readinessTimeout: millis(1) }],
  ['readiness timeout of a day', { readinessTimeout: hours(24) }],
])('%s is just allowed', (_, props) => expect(() => build(props)).not.toThrow());

test('a project refuses what no cluster takes', () => {
  const project = (props: object) => () => new ProjectChart(new App(), 'shop', { name: 'shop', ...props });
  expect(project({ labels: { team: 'a b' } })).toThrow(
    new InputError(
      'shop: labels.team "a b" is invalid; allowed: a string of letters, digits, "-", "_" and ".", at most 63; quote numbers and booleans',
    ),
  );
  for (const key of ['enforce', 'warn', 'audit']) {
    expect(project({ labels: { [`pod-security.kubernetes.io/${key}`]: 'privileged' } })).toThrow(
      `shop: labels.pod-security.kubernetes.io/${key} is taken: it carries the setting podSecurity; allowed: podSecurity`,
    );
  }
  for (const key of ['app.kubernetes.io/part-of', 'kubernetes.io/metadata.name']) {
    expect(project({ labels: { [key]: 'x' } })).toThrow(`shop: labels.${key} is taken: `);
  }
  expect(project({ kedaNamespace: 'a.b' })).toThrow(
    'shop: kedaNamespace "a.b" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63 characters',
  );
  expect(project({ name: 'a'.repeat(61) })).toThrow(
    'name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" makes "fn-aaa',
  );
  expect(project({ quota: { pods: 1.5 } })).toThrow('shop: quota.pods 1.5 is invalid; allowed: a whole number');
});

test('the default host must be one too', () => {
  const environment = new Environment(new App(), 'e', { domain: `${'a.'.repeat(120)}test` });
  expect(() => new FunctionChart(environment, 'hello-world', BASE)).toThrow('e/hello-world: host "hello-world.a.a.');
});

test('both owners of one host are told; other environments and other paths are free', () => {
  const app = new App();
  const one = new Environment(app, 'one', { domain: 'fn.test' });
  const two = new Environment(app, 'two', { domain: 'fn.test' });
  for (const environment of [one, two]) new FunctionChart(environment, 'a', { ...BASE, hosts: ['x.test'] });
  new FunctionChart(one, 'b', { ...BASE, hosts: ['x.test'], pathPrefixes: ['/b', '/c'] });
  expect(Object.keys(toFiles(app))).toEqual(['one/a.yaml', 'one/b.yaml', 'two/a.yaml']);
  new FunctionChart(two, 'c', { ...BASE, hosts: ['y.test', 'x.test'] });
  expect(() => toFiles(app)).toThrow(InputError);
  expect(() => toFiles(app)).toThrow(
    'two/a: host "x.test" also leads to two/c; allowed: one function per host, path and headers',
  );
  expect(() => toFiles(app)).toThrow(
    'two/c: host "x.test" also leads to two/a; allowed: one function per host, path and headers',
  );
});

test('without environments the app is the cluster', () => {
  const app = new App();
  for (const id of ['a', 'b']) new FunctionChart(app, id, { ...BASE, hosts: ['x.test'] });
  expect(() => toFiles(app)).toThrow('a: host "x.test" also leads to b');
});

test('one name twice in a project is one identity twice', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  for (const id of ['a', 'b']) new FunctionChart(environment, id, { ...BASE, name: 'same', hosts: [`${id}.test`] });
  expect(() => toFiles(environment.node.root as App)).toThrow(/Deployment fn-shop\/fn-same is also made by e\/a\//);
});
