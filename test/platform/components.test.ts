import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPONENTS, INTERCEPTOR, INTERCEPTOR_ADMIN, INTERCEPTOR_PROXY, SCALER } from '../../lib/platform/components';
import { DEPLOYMENTS, find, objects } from './synth';

const ROOT = join(__dirname, '../..');
const TABLE = 'lib/platform/components.ts';
const NAMES = [...COMPONENTS.flatMap(({ name, serviceAccount }) => [name, serviceAccount]), INTERCEPTOR_PROXY];
const LITERALS: [what: string, pattern: RegExp, where: string[]][] = [
  [
    'name',
    new RegExp(`['"\`](${NAMES.join('|')})`),
    // what the charts call themselves, and images that have a component's name
    [TABLE, 'lib/platform/labels.ts', 'lib/platform/versions.ts', 'cli/cluster/helm.ts'],
  ],
  [
    'label',
    /app\.kubernetes\.io\/component/,
    // the label of the metrics Services and of functions, which are not a component's
    ['lib/platform/labels.ts', 'lib/monitoring/targets.ts', 'lib/naming/fields.ts'],
  ],
  ['port', /\b(9090|2223|9666|9443|8443|8081)\b/, [TABLE]],
  // the API server's own port is 6443, too
  ['port', /\b6443\b/, [TABLE, 'lib/network/fields.ts']],
  // and that of a function 8080
  ['port', /\b8080\b/, [TABLE, 'lib/function/defaults.ts', 'cli/init/files.ts']],
];

const sources = ['lib', 'cli']
  .flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts'));
const code = (file: string) =>
  readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^ *\/\/.*$/gm, '');

test.each(LITERALS)('no %s, %s, of a component stands outside of the table', (_, pattern, where) => {
  expect(sources.filter((file) => pattern.test(code(file)) && !where.includes(file))).toEqual([]);
  expect(code(where[0]!)).toMatch(pattern);
});

test('the table has every Deployment of the platform, and no other', () => {
  expect(COMPONENTS.map(({ name }) => name).sort()).toEqual([...DEPLOYMENTS].sort());
});

test.each(COMPONENTS.map((component) => [component.name, component] as const))(
  '%s is as the table says',
  (name, component) => {
    const { metadata, spec } = find(objects(), 'Deployment', name);
    const { serviceAccountName, containers } = spec.template.spec;
    expect(metadata.labels).toMatchObject(component.identity);
    expect(spec.template.metadata.labels).toMatchObject({ ...component.identity, ...component.selector });
    expect(spec.selector.matchLabels).toEqual(component.selector);
    expect(serviceAccountName).toBe(component.serviceAccount);
    expect(containers[0].image).toMatch(new RegExp(`/${component.image}:`));
    expect(find(objects(), 'ServiceAccount', component.serviceAccount)).toBeDefined();
    for (const { containerPort } of containers[0].ports)
      expect(Object.values(component.ports)).toContain(containerPort);
  },
);

test('no two components share what finds their pods', () => {
  expect(new Set(COMPONENTS.map(({ identity }) => JSON.stringify(identity))).size).toBe(COMPONENTS.length);
});

test('the Services of the table are there', () => {
  for (const name of [INTERCEPTOR_PROXY, INTERCEPTOR_ADMIN, SCALER.name]) {
    expect(find(objects(), 'Service', name)).toBeDefined();
  }
  expect(find(objects(), 'Service', INTERCEPTOR_PROXY).spec.ports[0].port).toBe(INTERCEPTOR.ports.proxy);
});
