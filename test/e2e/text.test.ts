import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Environment, GoFunctionChart, KedaPlatform, ProjectChart, synthesize } from '../../lib';
import { unreadable } from '../../lib/text';
import { deleteNamespace, image, kubectl } from './cluster';

// Texts that Go's YAML reader would take for structure, numbers or dates, read back from the API server.
const project = 'e2e-text';
const namespace = `fn-${project}`;
const outdir = mkdtempSync(join(tmpdir(), 'text-'));
const at = (...path: string[]) => join(outdir, 'e2e', ...path);
const env = {
  LINE: 'x\u2028          command:\u2028            - sh',
  CUT: 'x\u2028---\u2028y',
  PARAGRAPH: '|\u2029  - b',
  RETURN: 'a\r---\r\nb',
  BLOCK: 'first\n---\n...\nlast  \n\n',
  MARK: '\ufeff---',
};
/** Every character of the first plane and some of the next, but those that are refused. */
const every = Array.from({ length: 0x12000 }, (_, code) => String.fromCodePoint(code))
  .filter((character) => unreadable(character) === undefined)
  .join('');
const data = {
  every,
  octal: '0O7',
  hex: '0X1F',
  binary: '0B1',
  under: '-_1',
  time: '1:30',
  date: '2001-12-14',
  y: 'y',
  merge: '<<',
};

beforeAll(() => {
  const app = new App({ outdir });
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: project });
  new GoFunctionChart(environment, 'text', { project, image: image('go'), env });
  const metadata = { name: 'text', namespace };
  new ApiObject(new Chart(environment, 'own'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
  synthesize(app);
  kubectl('apply', '--server-side', '--force-conflicts', '-f', at('keda/crds.yaml'));
  // another test may just have deleted them
  kubectl('wait', '--for=condition=Established', '--timeout=60s', '-f', at('keda/crds.yaml'));
  for (const file of ['project.yaml', 'text.yaml', 'own.yaml'])
    kubectl('apply', '--server-side', '--validate=strict', '-f', at(file));
}, 120_000);

afterAll(() => {
  deleteNamespace(namespace);
  rmSync(outdir, { recursive: true });
}, 200_000);

test('a variable is a variable, and the container has no command and all of its restrictions', () => {
  const { spec } = JSON.parse(kubectl('get', 'deployment', 'fn-text', '-n', namespace, '-o', 'json'));
  const [container, ...others] = spec.template.spec.containers;
  expect(others).toEqual([]);
  expect(container.env).toEqual(expect.arrayContaining(Object.entries(env).map(([name, value]) => ({ name, value }))));
  expect(container).not.toHaveProperty('command');
  expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
});

test('what looks like a number, a date or a mark stays a text', () => {
  expect(JSON.parse(kubectl('get', 'configmap', 'text', '-n', namespace, '-o', 'json')).data).toEqual(data);
});
