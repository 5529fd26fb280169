import { type ConfigMapProps, EnvSource, Volume } from '../../lib';
import { FUNCTION, functionProblems } from '../catalog/folder';
import { type Any, render, renderWith } from './render';

const { ConfigMap: none, ...rest } = render();
const checksum = (objects: Any) => objects.Deployment.spec.template.metadata.annotations?.['checksum/config'];
const given = (configMap: ConfigMapProps, name = 'app') =>
  checksum(render({ configMaps: { [name]: configMap }, envFromConfigMaps: [name] }));

test('a function without ConfigMaps has neither one nor a checksum', () => {
  expect([none, checksum(rest)]).toEqual([undefined, undefined]);
});

test('the pods change with what a ConfigMap holds and with nothing else', () => {
  const before = given({ data: { a: '1', b: '2' } });
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(given({ data: { b: '2', a: '1' } })).toBe(before);
  const others = [
    given({ data: { a: '1', b: '3' } }),
    given({ data: { a: '1', c: '2' } }),
    given({ data: { a: '1b2' } }),
    given({ data: { a: '1' }, binaryData: { b: 'Mg==' } }),
    given({ data: { a: '1', b: '2' } }, 'app2'),
  ];
  expect(new Set([before, ...others]).size).toBe(6);
});

test('the ConfigMap stands before the Deployment, which needs it', () => {
  const kinds = Object.keys(render({ configMaps: { app: {} } })).reverse();
  expect(kinds.indexOf('ConfigMap')).toBeLessThan(kinds.indexOf('Deployment'));
});

test('what nothing of the function refers to is warned of', () => {
  const configMaps = { app: { data: { a: '' } } };
  const { warnings } = renderWith({ configMaps });
  expect(warnings).toEqual([expect.stringContaining('configMaps.app is in no volume and no variable of the function')]);
  for (const use of [
    { volumes: { '/a': Volume.fromConfigMap('app') } },
    { envFromConfigMaps: ['app'] },
    { envValueFrom: { A: EnvSource.configMapKey('app', 'a') } },
  ])
    expect(renderWith({ configMaps, ...use }).warnings).toEqual([]);
});

const app = 'configMaps: {app: {data: {a: x}, binaryData: {b: AAE=}}}\n';
test.each<[string, string]>([
  ['configMaps: {A_: {}}', 'configMaps.A_ is not the name of an object'],
  ['configMaps: {kube-root-ca.crt: {}}', 'configMaps.kube-root-ca.crt is made by the cluster; allowed: another name'],
  ['configMaps: {app: {data: {a: 1}}}', 'configMaps.app.data.a 1 is invalid; allowed: a string; quote numbers'],
  ['configMaps: {app: {data: {..a: x}}}', 'configMaps.app.data...a is a way out of a folder'],
  ['configMaps: {app: {binaryData: {a: x}}}', 'configMaps.app.binaryData.a "x" is not base64; allowed: base64 with'],
  [
    'configMaps: {app: {data: {a: x}, binaryData: {a: AAE=}}}',
    'configMaps.app.data.a "x" is given twice; allowed: each',
  ],
  [`${app}envValueFrom: {A: {configMap: app, key: c}}`, 'envValueFrom.A.key "c" is not in the ConfigMap as it is decl'],
  [`${app}volumes: {/a: {configMap: app, items: {c: c}}}`, 'volumes./a.items.c "c" is not in the ConfigMap as it is'],
  [`${app}volumes: {/a: {configMap: app, subPath: c}}`, 'volumes./a.subPath "c" is not in the ConfigMap as it is decl'],
  [
    `${app}volumes: {/a: {configMap: app, items: {a: x/y}, subPath: a}}`,
    'volumes./a.subPath "a" is not in the ConfigMap as it is declared; allowed: what it holds, or optional: true',
  ],
  ['podAnnotations: {checksum/config: x}', 'podAnnotations.checksum/config is taken: it changes with configMaps'],
])('%s is refused', (yaml, problem) => {
  const [found] = functionProblems(FUNCTION + yaml);
  expect(found).toContain(problem);
});

test('what is there, or may be missing, or is of another ConfigMap, is taken', () => {
  const configMaps = { app: { data: { a: '' }, binaryData: { b: 'AAE=' } } };
  const { fromConfigMap } = Volume;
  const volumes = [
    fromConfigMap('app', { items: { a: 'x/y', b: 'z' }, subPath: 'x' }),
    fromConfigMap('app', { subPath: 'b' }),
    fromConfigMap('app', { items: { c: 'c' }, optional: true }),
    fromConfigMap('other', { subPath: 'c' }),
  ];
  for (const volume of volumes) expect(() => render({ configMaps, volumes: { '/a': volume } })).not.toThrow();
  const envValueFrom = {
    A: EnvSource.configMapKey('app', 'c', { optional: true }),
    B: EnvSource.secretKey('app', 'c'),
  };
  expect(() => render({ configMaps, envValueFrom })).not.toThrow();
});

test('the API server takes 1 MiB, counted in bytes', () => {
  const app = (text: string) => () =>
    render({ configMaps: { app: { data: { a: 'é'.repeat(2 ** 18), b: text }, binaryData: { c: 'AAE=' } } } });
  expect(app('x'.repeat(2 ** 19 - 2))).not.toThrow();
  expect(app('x'.repeat(2 ** 19 - 1))).toThrow('e/hello: configMaps.app holds 1048577 bytes; allowed: at most 1048576');
});

test('a construct reads no file', () => {
  const files = { files: { a: 'a' } } as ConfigMapProps;
  expect(() => render({ configMaps: { app: files } })).toThrow(
    'e/hello: configMaps.app.files is what a catalog reads; allowed: data, binaryData',
  );
});
