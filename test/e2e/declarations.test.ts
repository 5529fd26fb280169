import { spawnSync } from 'node:child_process';
import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment, KedaPlatform } from '../../lib';
import { apply, deleteNamespace, kubectl, untilReady, waitUntil } from './cluster';
import { type Declaration, declarations, manifests, refusals, SETTINGS } from './declarations';

// What is accepted here the API server accepts, KEDA's webhooks too; what is refused here is told its place.
// DECLARATIONS=2000 SEED=7 npm run test:e2e -- declarations

const COUNT = Number(process.env.DECLARATIONS ?? 200);
const SEED = Number(process.env.SEED ?? 1);
const BATCH = 50;
const namespace = 'fn-declared';
const ALL = declarations(SEED, COUNT);
const REFUSED = refusals(ALL);
const ACCEPTED = ALL.filter((declaration) => !REFUSED.has(declaration));
const MANIFESTS = manifests(ACCEPTED);

// biome-ignore lint/suspicious/noExplicitAny: objects of any kind
type Any = any;

/** What the API server says against objects, in a text for each declaration. */
function complaints(texts: readonly string[]): string {
  const { status, stderr } = spawnSync(
    'kubectl',
    ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-o', 'name', '-f', '-'],
    { input: texts.join('\n---\n'), encoding: 'utf8', maxBuffer: 1e9 },
  );
  const errors = stderr.replace(/^Warning: .*\n/gm, '');
  return status !== 0 && errors === '' ? `kubectl ended with ${status}` : errors;
}

/** The declarations whose objects are refused, with what is said of them. */
function refusedThere(texts: readonly string[]): [Declaration, string][] {
  const found: [Declaration, string][] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    if (complaints(batch) === '') continue;
    batch.forEach((text, index) => {
      const said = complaints([text]);
      if (said !== '') found.push([ACCEPTED[start + index]!, said]);
    });
  }
  return found;
}

/** The pod that a Deployment would make; the classes and the account that it names need not be there. */
function podOf(text: string): string {
  const { metadata, spec } = (loadAll(text) as Any[]).find(({ kind }) => kind === 'Deployment').spec.template;
  const { serviceAccountName, priorityClassName, runtimeClassName, ...rest } = spec;
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, name: metadata.labels['app.kubernetes.io/instance'], namespace },
    spec: rest,
  });
}

beforeAll(async () => {
  const app = new App();
  new KedaPlatform(new Environment(app, 'e', { domain: 'declared.test' }), 'keda');
  apply(app, ['e/keda/crds.yaml', 'e/keda/keda.yaml']);
  untilReady('keda');
  spawnSync('kubectl', ['apply', '--server-side', '-f', '-'], { input: MANIFESTS.project });
  await waitUntil('a service account', 60, () =>
    kubectl('get', 'serviceaccounts', '-n', namespace, '-o', 'name').includes('default'),
  );
}, 300_000);

afterAll(() => deleteNamespace(namespace), 200_000);

test('every setting is declared, and accepted, at least once', () => {
  const keys = new Set(ACCEPTED.flatMap((declaration) => Object.keys(declaration)));
  expect(SETTINGS.keys.filter((key) => !keys.has(key))).toEqual([]);
  expect(ACCEPTED.length).toBeGreaterThan(COUNT / 3);
});

test('the API server accepts every object of what is accepted here', () => {
  expect(refusedThere(MANIFESTS.functions)).toEqual([]);
}, 900_000);

test('and every pod', () => {
  expect(refusedThere(MANIFESTS.functions.map(podOf))).toEqual([]);
}, 900_000);
