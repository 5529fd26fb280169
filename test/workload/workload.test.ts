import { App, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { InputError, reject } from '../../lib/errors';
import { check, integer } from '../../lib/fields';
import { dnsLabel, host } from '../../lib/fields/names';
import { imageFault } from '../../lib/values/image';
import { isDnsLabel, isHost } from '../../lib/values/names';
import { Cpu } from '../../lib/workload';
import { excess } from '../../lib/workload/fields';
import { resourceList, toResourceRequirements } from '../../lib/workload/resources';
import { RESTRICTED_CONTAINER, RESTRICTED_NAMESPACE_LABELS, restrictedPod } from '../../lib/workload/restricted';

const app = new App();
const scope = new Construct(new Construct(app, 'production'), 'hello');
const digest = `@sha256:${'0a'.repeat(32)}`;

test('a rejection is an InputError that names the construct, or the app', () => {
  expect(() => reject(scope, 'no')).toThrow(new InputError('production/hello: no'));
  expect(() => reject(app, 'no')).toThrow(new InputError('app: no'));
  expect(new InputError('x').name).toBe('InputError');
});

test.each([
  'app:1',
  'a/b:1.2.3',
  'localhost:5000/a/b:v1',
  'ghcr.io/a/b-c__d.e:1_x',
  `a/b${digest}`,
  `ghcr.io/a/b:latest${digest}`,
  'a/b:latest-1',
])('image %s is pinned', (image) => {
  expect(imageFault(image)).toBeUndefined();
});

test.each([
  ['a/b', 'is not pinned'],
  ['a/b:latest', 'is not pinned'],
  ['localhost:5000/a', 'is not pinned'],
  ['', 'is not an image reference'],
  ['a//b:1', 'is not an image reference'],
  ['a b:1', 'is not an image reference'],
  ['a/b:1\n', 'is not an image reference'],
  ['a//b:1', 'is not an image reference'],
  ['a/b:-x', 'is not an image reference'],
  [`a/b:${'x'.repeat(129)}`, 'is not an image reference'],
  ['a/b@sha256:12', 'is not an image reference'],
  [`a/b:${digest}`, 'is not an image reference'],
])('image %j is refused', (image, problem) => {
  expect(imageFault(image)).toEqual({
    reason: problem,
    allowed: 'name:tag with a tag other than "latest", or name@sha256:<64 hex digits>',
  });
});

test.each([
  ['a', true],
  ['0-a', true],
  ['a'.repeat(63), true],
  ['a'.repeat(64), false],
  ['', false],
  ['-a', false],
  ['a-', false],
  ['A', false],
  ['a.b', false],
  ['a\n', false],
])('%j as a DNS label', (value, expected) => expect(isDnsLabel(value)).toBe(expected));

const longHost = (length: number) => `${'a.'.repeat(200)}`.slice(0, length - 1).concat('b');
test.each([
  ['a.b', false, true],
  ['*.a.b', true, true],
  ['*.a.b', false, false],
  ['*', true, false],
  ['a.*.b', true, false],
  ['a:80', true, false],
  ['a/b', true, false],
  ['a..b', true, false],
  ['.a', true, false],
  ['', false, false],
  [longHost(253), false, true],
  [longHost(255), false, false],
])('%j as a host, wildcard %p', (value, wildcard, expected) => expect(isHost(value, wildcard)).toBe(expected));

test('names that are refused say what is allowed', () => {
  expect(() => check(scope, 'name', dnsLabel(), 'a'.repeat(63))).not.toThrow();
  expect(() => check(scope, 'name', dnsLabel(), 'a'.repeat(64))).toThrow(
    `production/hello: name "${'a'.repeat(64)}" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63 characters`,
  );
  expect(() => check(scope, 'x', dnsLabel(), '')).toThrow(/"" is invalid; .* at most 63 characters$/);
  expect(() => check(scope, 'x', dnsLabel(), '-a')).toThrow('"-a" is not a DNS label');
  expect(() => check(scope, 'host', host(), 'a.b')).not.toThrow();
  expect(() => check(scope, 'host', host(), '*.a')).toThrow(/"\*\.a" is not a host name; .*no port, no path$/);
  expect(() => check(scope, 'host', host({ wildcard: true }), 'a:1')).toThrow(/no path, "\*\." in front$/);
});

test.each([[1], [3]])('%p is within bounds', (value) =>
  expect(() => check(scope, 'n', integer(1, 3), value)).not.toThrow(),
);
test.each([[0], [4], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])('%p is out of bounds', (value) =>
  expect(() => check(scope, 'n', integer(1, 3), value)).toThrow(
    new InputError(`production/hello: n ${value} is invalid; allowed: a whole number from 1 to 3`),
  ),
);

test('amounts of processor time', () => {
  expect([Cpu.millis(1), Cpu.millis(1500), Cpu.cores(0.1), Cpu.cores(2)].map((cpu) => cpu.toQuantity())).toEqual([
    '1m',
    '1500m',
    '100m',
    '2',
  ]);
  for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => Cpu.millis(wrong)).toThrow(RangeError);
  expect(() => Cpu.cores(0.0001)).toThrow('cpu of 0 millicores; allowed: a whole number above 0');
});

test('a resource list holds what is given', () => {
  expect(resourceList()).toBeUndefined();
  expect(resourceList(Cpu.millis(5))).toEqual({ cpu: { value: '5m' } });
  expect(resourceList(undefined, Size.mebibytes(5))).toEqual({ memory: { value: '5Mi' } });
});

const [cpuRequest, cpuLimit, memoryRequest, memoryLimit] = [
  Cpu.millis(100),
  Cpu.millis(200),
  Size.mebibytes(64),
  Size.mebibytes(128),
];
test.each([
  ['none', {}, {}],
  ['cpuRequest', { cpuRequest }, { requests: { cpu: { value: '100m' } } }],
  ['cpuLimit', { cpuLimit }, { limits: { cpu: { value: '200m' } } }],
  ['memoryRequest', { memoryRequest }, { requests: { memory: { value: '64Mi' } } }],
  ['memoryLimit', { memoryLimit }, { limits: { memory: { value: '128Mi' } } }],
  [
    'request at its limit',
    { cpuRequest, cpuLimit: cpuRequest, memoryRequest, memoryLimit: memoryRequest },
    {
      requests: { cpu: { value: '100m' }, memory: { value: '64Mi' } },
      limits: { cpu: { value: '100m' }, memory: { value: '64Mi' } },
    },
  ],
])('resources: %s', (_, given, expected) => expect(toResourceRequirements(given)).toEqual(expected));

test('a request above its limit is refused', () => {
  expect(excess({ cpuRequest: cpuLimit, cpuLimit: cpuRequest })).toEqual({
    prop: 'cpuRequest',
    reason: 'is above cpuLimit',
    allowed: 'at most 100m',
  });
  expect(excess({ memoryRequest: Size.kibibytes(65537), memoryLimit: memoryRequest })).toEqual({
    prop: 'memoryRequest',
    reason: 'is above memoryLimit',
    allowed: 'at most 64Mi',
  });
});

test('the restricted standard', () => {
  expect(restrictedPod(7)).toEqual({
    runAsNonRoot: true,
    runAsUser: 7,
    runAsGroup: 7,
    fsGroup: 7,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(RESTRICTED_CONTAINER).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
  expect(new Set(Object.values(RESTRICTED_NAMESPACE_LABELS))).toEqual(new Set(['restricted']));
});
