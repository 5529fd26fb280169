import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { CHECKS } from '../../cli/doctor/checks';
import { declareDoctor } from '../../cli/doctor/options';
import { compareCrds } from '../../cli/upgrade/crds';
import { COMPONENTS, type Component, crdsOfFolder } from '../../scripts/crds';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

// Commands and output of the pages on operation are what they say.
jest.setTimeout(60_000);
const ROOT = join(__dirname, '../..');
const pages = [
  'docs/reference/doctor.md',
  ...['install', 'adopt', 'upgrade', 'uninstall'].map((name) => `docs/how-to/${name}.md`),
];
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^ *```console\n([\s\S]*?)^ *```$/gm)].map(([, text = '']) => ({
    page,
    lines: text
      .replace(/^ {3}(?=\S)/gm, '')
      .trimEnd()
      .split('\n'),
  })),
);
const CHANGING = ['install', 'adopt', 'uninstall', 'dry-run'];
/** A line that somebody types: marked so, or in a block that has no output. */
const isCommand = (line: string) => /^(\$ )?(npm|npx|kubectl) /.test(line);
const commands = blocks.flatMap(({ lines }) =>
  lines.filter(isCommand).map((line) => line.replace(/^\$ /, '').split(' #')[0]!.trim()),
);
const outputs = blocks
  .map(({ page, lines }) => ({ page, lines: lines.filter((line) => !isCommand(line)) }))
  .filter(({ lines }) => lines.length > 0);

let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  cluster.put(
    'dist/production/functions/shop/roles.yaml',
    manifest('rbac.authorization.k8s.io/v1', 'Role', 'keda-operator', 'fn-shop'),
  );
  cluster.answer('api-resources*', `${API_RESOURCES}\nroles rbac.authorization.k8s.io/v1 true Role`);
  cluster.answer('*caBundle*', 'abc');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

test('the pages have these commands', () => {
  expect(commands).toHaveLength(14);
  expect(outputs).toHaveLength(7);
});

test.each(commands)('%s works', (command) => {
  const [program, ...args] = command.split(' ') as [string, ...string[]];
  if (CHANGING.includes(args[1]!)) {
    cluster.has({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'fn-cart', namespace: 'fn-shop' } });
    expect(args[0]).toBe('cdk8s-keda-functions');
    expect(cluster.run(args[1]!, ...args.slice(2))).toMatchObject({ status: 0, stderr: '' });
  } else if (program === 'npm') {
    const usage = readFileSync(join(ROOT, 'scripts/upgrade.ts'), 'utf8').split('\n')[0];
    expect(args.slice(0, 3)).toEqual(['run', 'upgrade', '--']);
    for (const flag of args.slice(3).filter((word) => word.startsWith('--'))) expect(usage).toContain(`[${flag} `);
  } else if (args[1] === 'upgrade') {
    expect(cluster.runAsked(args[1], ...args.slice(2))).toMatchObject({ status: 0, stderr: '' });
  } else if (program === 'npx') {
    expect(args.slice(0, 2)).toEqual(['cdk8s-keda-functions', 'doctor']);
    expect(() => declareDoctor(new Command()).exitOverride().parse(args.slice(2), { from: 'user' })).not.toThrow();
  } else if (command.startsWith('kubectl apply')) {
    expect(existsSync(join(ROOT, args.at(-1)!))).toBe(true);
  } else {
    const role = /role=(\S+)/.exec(command)![1]!;
    const kind = command.includes('clusterrolebinding') ? 'ClusterRole' : 'Role';
    expect(read('cli/doctor/role.yaml')).toMatch(new RegExp(`kind: ${kind}\nmetadata:\n  name: ${role}\n`));
  }
});

test('what install says of another adapter', () => {
  const service = (namespace: string, name: string) => ({ spec: { service: { namespace, name } } });
  const name = 'v1beta1.external.metrics.k8s.io';
  cluster.put(
    'dist/production/keda/own.yaml',
    `${manifest('apiregistration.k8s.io/v1', 'APIService', name)}spec:\n  service:\n    name: keda-operator-metrics-apiserver\n    namespace: keda\n`,
  );
  const annotations = { 'meta.helm.sh/release-name': 'datadog', 'meta.helm.sh/release-namespace': 'datadog' };
  cluster.has({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name, annotations },
    ...service('datadog', 'datadog-cluster-agent-metrics-api'),
  });
  const said = cluster.run('install').stderr.trimEnd().split('\n');
  expect(outputs.map(({ lines }) => lines)).toContainEqual(said);
});

test('what install says when all goes well', () => {
  const { lines } = outputs.find(({ page }) => page.endsWith('install.md'))!;
  const { stdout } = cluster.runOnTerminal('yes', 'install');
  const plain = (text: string) =>
    text
      .replace(/context \S+, server \S+/, 'CLUSTER')
      .replace(/\d+/, 'N')
      .trim();
  // a terminal shows what is typed in a place of its own
  const shown = stdout.split('\n').map((line) => plain(line.replace(/^type yes: /, '')));
  for (const line of lines.filter((one) => !one.startsWith('type yes'))) expect(shown).toContain(plain(line));
  expect(stdout).toContain('type yes: ');
  expect(read('docs/how-to/install.md')).toContain('The output is that of a real run');
});

test('what an upgrade says is what upstream changed', () => {
  const { lines } = outputs.find(({ page }) => page.endsWith('upgrade.md'))!;
  const all = compareCrds([], crdsOfFolder(join(ROOT, 'crds/keda'), COMPONENTS.keda as Component));
  expect(all.length).toBeGreaterThan(5);
  const schema = new Map(
    crdsOfFolder(join(ROOT, 'crds/keda'), COMPONENTS.keda as Component).map((crd) => [
      crd.metadata.name,
      JSON.stringify(crd),
    ]),
  );
  const [first, second, ...changes] = lines;
  expect([first, second]).toEqual(['KEDA 2.20.1 -> 2.21.0', 'CRDs: 12 differences']);
  for (const line of changes) {
    const [, mark, crd = '', path = '', type] = /^ {2}([-+~]) (\S+) (\S+?)(?:: .* -> (.*))?$/.exec(line)!;
    const field = path.split('.').at(-1)!;
    expect(schema.has(crd)).toBe(true);
    if (mark === '-') expect(schema.get(crd)).not.toContain(`"${field}":`);
    else expect(schema.get(crd)).toContain(type ? `"${field}":${type}` : `"${field}":`);
  }
  expect(read('docs/how-to/upgrade.md')).toContain('From a real run');
});

test('what doctor says has its form and its checks', () => {
  const [report, timeline] = outputs
    .filter(({ page }) => page === 'docs/reference/doctor.md')
    .map(({ lines }) => lines.join('\n'));
  expect(report).toMatch(
    /^error \S+ \(([a-z-]+)\)\n {2}cause {5}.*\n {2}evidence {2}.*\n {12}.*\n {2}fix {7}kubectl .*\n\n/,
  );
  expect(CHECKS.map(({ name }) => name)).toContain(/\(([a-z-]+)\)/.exec(report!)![1]);
  expect(report).toContain(`, ${CHECKS.length} checks, context `);
  const source = read('cli/doctor/model/timeline.ts');
  const [head, ...steps] = timeline!.split('\n');
  expect(head).toMatch(/: last start, pod /);
  for (const step of steps) {
    const [, name] = /^ {2}[ ≥] *\d+ ms {2}(.*?)(, .*)? \(\d{4}-.*Z\)$/.exec(step)!;
    expect(source).toContain(`'${name}'`);
  }
});
