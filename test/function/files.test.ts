import { type FunctionChartProps, Runtime, Volume } from '../../lib';
import { FUNCTION, functionProblems } from '../catalog/folder';
import { container, podOf, render } from './render';

const mountsOf = (props: Partial<FunctionChartProps>) => container(render(props)).volumeMounts;

test('several volumes stand beside the writable paths, each with a name of its own', () => {
  const props = {
    writablePaths: ['/tmp', '/var/run'],
    volumes: { '/b': Volume.fromSecret('s'), '/a': Volume.fromImage('a/m:1'), '/tmp/c': Volume.fromImage('a/n:1') },
  };
  expect(mountsOf(props)).toEqual([
    { name: 'writable-0', mountPath: '/tmp' },
    { name: 'writable-1', mountPath: '/var/run' },
    { name: 'volume-0', mountPath: '/b' },
    { name: 'volume-1', mountPath: '/a' },
    { name: 'volume-2', mountPath: '/tmp/c' },
  ]);
  const images = podOf(render(props)).volumes.slice(3);
  expect(images.map(({ name, image }: { name: string; image: object }) => [name, image])).toEqual([
    ['volume-1', { reference: 'a/m:1', pullPolicy: 'IfNotPresent' }],
    ['volume-2', { reference: 'a/n:1', pullPolicy: 'IfNotPresent' }],
  ]);
});

test("a volume takes the place of the runtime's empty directory at its path", () => {
  const tmp = { '/tmp': Volume.fromEmptyDir({}) };
  expect(mountsOf({ runtime: Runtime.NODE, volumes: tmp })).toEqual([{ name: 'volume-0', mountPath: '/tmp' }]);
  expect(mountsOf({ runtime: Runtime.NODE, volumes: { '/a': tmp['/tmp'] } })).toHaveLength(2);
});

const volume = (text: string, path = '/a') => `volumes: {${path}: ${text}}`;
test.each<[string, string]>([
  [volume('{configMap: c}', 'a'), 'volumes.a is not a valid name; allowed: an absolute path'],
  [volume('{configMap: c}', '/a/'), 'volumes./a/ is not written plainly; allowed: "/a"'],
  [volume('{configMap: c}', '/a/../b'), 'volumes./a/../b is not written plainly; allowed: "/b"'],
  [volume('{configMap: c}', '/'), 'volumes./ belongs to the system; allowed: another path'],
  [volume('{configMap: c}', '/proc/x'), 'volumes./proc/x belongs to the system; allowed: another path'],
  [volume('{configMap: c}', '"/a:b"'), 'volumes./a:b holds a ":", which a mount cannot; allowed: a path without it'],
  ['writablePaths: [/a/]', 'writablePaths[0] "/a/" is not written plainly; allowed: "/a"'],
  [
    volume('{}'),
    'volumes./a has none of configMap, secret, projected, emptyDir, persistentVolumeClaim, image, shared; allowed',
  ],
  [volume('{configMap: c, secret: s}'), 'volumes./a.secret "s" is given beside configMap; allowed: exactly one of'],
  [volume('{projected: []}'), 'volumes./a.projected [] is invalid; allowed: a list that is not empty'],
  [volume('{projected: [{}]}'), 'volumes./a.projected[0] has none of configMap, secret, serviceAccountToken'],
  [
    volume('{projected: [{serviceAccountToken: {path: a}, items: {a: b}}]}'),
    'volumes./a.projected[0].items is given beside serviceAccountToken; allowed: with configMap, secret',
  ],
  [
    volume('{projected: [{serviceAccountToken: {path: a, expiration: 9m}}]}'),
    'volumes./a.projected[0].serviceAccountToken.expiration "9m" is out of range; allowed: 10m',
  ],
  [
    volume('{projected: [{secret: a, items: {a: t}}, {serviceAccountToken: {path: t}}]}'),
    'volumes./a.projected[1].serviceAccountToken.path "t" is the path of another source too; allowed: each path once',
  ],
  [volume('{projected: [{secret: a}], optional: true}'), 'volumes./a.optional true is given beside projected'],
  [
    `configMaps: {c: {data: {a: x}}}\n${volume('{projected: [{configMap: c, items: {b: b}}]}')}`,
    'volumes./a.projected[0].items.b "b" is not in the ConfigMap as it is declared; allowed: what it holds',
  ],
  [volume('{configMap: C_}'), 'volumes./a.configMap "C_" is not the name of an object'],
  [
    volume('{configMap: c, items: {a: ../b}}'),
    'volumes./a.items.a "../b" leads out of the volume; allowed: a relative',
  ],
  [volume('{configMap: c, items: {a: /b}}'), 'volumes./a.items.a "/b" leads out of the volume; allowed: a relative'],
  [volume('{configMap: c, items: {a: b//c}}'), 'volumes./a.items.a "b//c" is not written plainly; allowed: "b/c"'],
  [volume('{secret: s, subPath: ./}'), 'volumes./a.subPath "./" is the volume itself; allowed: a relative path'],
  [volume('{image: "a/b:1", subPath: ./c/}'), 'volumes./a.subPath "./c/" is not written plainly; allowed: "c"'],
  [volume('{configMap: c, subPath: a/../../b}'), 'volumes./a.subPath "a/../../b" leads out of the volume'],
  [
    volume('{configMap: c, defaultMode: 0555}'),
    'volumes./a.defaultMode 555 is invalid; allowed: octal digits as a text',
  ],
  [
    volume('{configMap: c, defaultMode: "0999"}'),
    'volumes./a.defaultMode "0999" is invalid; allowed: octal digits as a',
  ],
  [
    volume('{configMap: c, readOnly: true}'),
    'volumes./a.readOnly true is given beside configMap; allowed: with persist',
  ],
  [
    volume('{emptyDir: {}, subPath: a}'),
    'volumes./a.subPath "a" is given beside emptyDir; allowed: with configMap, se',
  ],
  [
    volume('{image: "a/b:1", optional: true}'),
    'volumes./a.optional true is given beside image; allowed: with configMap',
  ],
  [volume('{image: a/b}'), 'volumes./a.image "a/b" is not pinned; allowed: name:tag'],
  [volume('{emptyDir: {medium: Disk}}'), 'volumes./a.emptyDir.medium "Disk" is invalid; allowed: Memory'],
  [volume('{emptyDir: {size: 1G}}'), 'volumes./a.emptyDir.size "1G" is invalid; allowed: an amount of storage'],
  [
    volume('{hostPath: /x}'),
    'volumes./a.hostPath is what the restricted Pod Security Standard forbids; allowed: confi',
  ],
  [volume('{shared: /b}'), 'volumes./a.shared "/b" is for init containers; allowed: a volume'],
  [`${volume('{configMap: c}')}\nwritablePaths: [/a]`, 'volumes./a is in writablePaths too; allowed: one of them'],
  [
    'volumes: {/a: {configMap: c}, /a/b: {emptyDir: {}}}',
    'volumes./a/b lies in /a, which is read-only; allowed: a path outside of it',
  ],
  [
    'volumes: {/a: {persistentVolumeClaim: c, readOnly: true}, /a/b: {emptyDir: {}}}',
    'volumes./a/b lies in /a, which is read-only',
  ],
  [`${volume('{image: "a/b:1"}')}\nwritablePaths: [/a/b]`, 'writablePaths[0] "/a/b" lies in /a, which is read-only'],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toContainEqual(expect.stringContaining(problem));
});

test('what is written to may hold others, and a name that begins alike is another', () => {
  const volumes = {
    '/a': Volume.fromEmptyDir(),
    '/a/b': Volume.fromSecret('s'),
    '/c': Volume.fromPersistentVolumeClaim('c'),
    '/c/d': Volume.fromConfigMap('c'),
    '/a/bc': Volume.fromConfigMap('c'),
    '/dev/shm': Volume.fromEmptyDir(),
  };
  expect(mountsOf({ volumes })).toHaveLength(6);
});

test('code is refused as YAML is', () => {
  expect(() => render({ volumes: { '/a': Volume.fromConfigMap('c', { defaultMode: '9' }) } })).toThrow(
    'e/hello: volumes./a.defaultMode "9" is invalid; allowed: octal digits as a text',
  );
  expect(() => render({ volumes: { '/a': Volume.fromShared('/b') } })).toThrow('volumes./a.shared "/b" is for init');
});
