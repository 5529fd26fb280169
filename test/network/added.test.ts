import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Catalog, toFiles } from '../../lib';
import { Flows } from '../../scripts/flows';
import { type Files, FUNCTION, inFolder } from '../catalog/folder';

// A pull request of another team adds the file of a function, and touches no other.

const INTERCEPTOR = 'keda-add-ons-http-interceptor';
const before = {
  'environments/a.yaml': 'domain: fn.test\nplatform:\n  rbac: functions\n',
  'functions/closed/project.yaml': 'egress: closed\n',
  'functions/closed/pay.yaml': FUNCTION,
};

const synthesize = (files: Files) =>
  inFolder(files, (folder) => {
    const app = new App();
    new Catalog(app, { folder });
    return toFiles(app);
  });
// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
const manifests = (files: { readonly [path: string]: string }): any[] =>
  Object.entries(files).flatMap(([path, text]) => (path.endsWith('crds.yaml') ? [] : loadAll(text)));

const old = synthesize(before);
const isNew = (files: { readonly [path: string]: string }) => (path: string) => files[path] !== old[path];

test('its namespace was closed before, and holds it as it holds the others', () => {
  const files = synthesize({ ...before, 'functions/closed/late.yaml': FUNCTION });
  expect(Object.keys(files).filter(isNew(files))).toEqual(['a/functions/closed/late.yaml']);
  const all = manifests(files);
  const isPolicy = ({ kind }: { readonly kind: string }) => kind === 'NetworkPolicy';
  expect(loadAll(files['a/functions/closed/late.yaml']!).filter((each) => isPolicy(each as never))).toEqual([]);
  expect(new Flows(all).incoming().filter(({ to }) => to === 'functions')).toEqual([
    { to: 'functions', port: 8080, from: [INTERCEPTOR] },
  ]);
  expect(new Flows(all).outgoing().find(({ from }) => from === 'functions')?.to).toEqual(['DNS']);
});

test('a project that is new with it brings its namespace, policies and rights', () => {
  const files = synthesize({ ...before, 'functions/fresh/late.yaml': FUNCTION });
  expect(Object.keys(files).filter(isNew(files)).sort()).toEqual([
    'a/functions/fresh/late.yaml',
    'a/functions/fresh/project.yaml',
  ]);
  const made = manifests({ project: files['a/functions/fresh/project.yaml']! });
  const names = made.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
  expect(names).toEqual([
    'Namespace /fn-fresh',
    'NetworkPolicy fn-fresh/default-deny',
    'NetworkPolicy fn-fresh/functions',
    'NetworkPolicy fn-fresh/functions-egress',
    'Role fn-fresh/keda-add-ons-http',
    'Role fn-fresh/keda-operator',
    'RoleBinding fn-fresh/keda-add-ons-http',
    'RoleBinding fn-fresh/keda-operator',
  ]);
});
