import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { Environment, KedaPlatform, Monitoring, Scrape, toFiles } from '../../lib';
import { crdErrors } from '../edge/crd';
import { type Block, blocks, PAGES } from './blocks';

// TypeScript is compiled and run by package.test.ts, as a user of the package would.

const ROOT = join(__dirname, '../..');
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const { CDK8S_OUTDIR: _, ...environmentVariables } = process.env;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The reference app with other declarations. */
function project(files: { readonly [path: string]: string }) {
  const root = mkdtempSync(join(tmpdir(), 'docs-'));
  folders.push(root);
  for (const name of ['main.ts', 'index.ts', 'package.json']) copyFileSync(join(ROOT, name), join(root, name));
  for (const name of ['cli', 'lib', 'imports', 'crds', 'node_modules']) symlinkSync(join(ROOT, name), join(root, name));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const env = { ...environmentVariables, npm_config_loglevel: 'silent' };
  const run = (command: string) => spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8', env });
  const output = () =>
    (readdirSync(join(root, 'dist'), { recursive: true }) as string[]).filter((path) => path.endsWith('.yaml'));
  return { run, output };
}

interface Sync {
  readonly syncOptions: string[];
}

interface Application {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly annotations: object };
  readonly spec: { readonly source: { readonly path: string }; readonly syncPolicy: Sync };
}

const keysOf = (schema: string): string[] =>
  Object.keys(JSON.parse(readFileSync(join(ROOT, `schemas/${schema}.schema.json`), 'utf8')).properties);
const KINDS = ['environment', 'project', 'function', 'job', 'workload'].map((kind) => [kind, keysOf(kind)] as const);
const DEFAULTS = {
  environment: { domain: 'fn.example.com' },
  project: {},
  function: { runtime: 'go', image: 'ghcr.io/example/hello:1.0.0' },
  job: { kind: 'job', runtime: 'go', image: 'ghcr.io/example/hello:1.0.0' },
  workload: { kind: 'workload', target: { name: 'hello' } },
};

/** A block whose keys are all those of one kind of declaration, with what that kind needs more, as a file of its own. */
function declaration(block: Block, index: number) {
  const keys = Object.keys(load(block.text) as object);
  const kind = KINDS.find(([, known]) => keys.every((key) => known.includes(key)))?.[0] as keyof typeof DEFAULTS;
  if (kind === undefined) return [];
  const missing = Object.entries(DEFAULTS[kind]).filter(([key]) => !keys.includes(key));
  const text = missing.map(([key, value]) => `${key}: ${value}\n`).join('') + block.text;
  const name = `d${index}`;
  const path = {
    environment: `environments/${name}.yaml`,
    project: `functions/${name}/project.yaml`,
    function: `functions/my-project/${name}.yaml`,
    job: `functions/my-project/${name}.yaml`,
    workload: `functions/my-project/${name}.yaml`,
  }[kind];
  return [{ ...block, kind, name, path, text }];
}

const YAML = blocks('yaml');
const DECLARATIONS = YAML.flatMap(declaration);
const OTHERS = YAML.filter(({ text }) => !DECLARATIONS.some((found) => found.text.endsWith(text)));
const declared = (found: typeof DECLARATIONS) => Object.fromEntries(found.map(({ path, text }) => [path, text]));
const ofEnvironment = (kind: string) => kind === 'environment';
const FUNCTIONS = project({
  'environments/production.yaml': 'domain: fn.example.com\n',
  ...declared(DECLARATIONS.filter(({ kind }) => !ofEnvironment(kind))),
});
// what one environment has, such as its naming, is not what each function fits
const ENVIRONMENTS = project({
  ...declared(DECLARATIONS.filter(({ kind }) => ofEnvironment(kind))),
  'functions/my-project/hello.yaml': 'runtime: go\nimage: ghcr.io/example/hello:1.0.0\n',
});
const output = () => [...FUNCTIONS.output(), ...ENVIRONMENTS.output()];

test('every declaration is what the app takes', () => {
  for (const { run } of [FUNCTIONS, ENVIRONMENTS])
    expect(run('npm run synth')).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
  const made = output();
  for (const { kind, name, text } of DECLARATIONS) {
    const parts = ['edge', 'gitops', 'monitoring'].filter((part) => part in (load(text) as object));
    for (const part of parts) expect(made.filter((path) => path.startsWith(`${name}/${part}/`))).not.toEqual([]);
    if (kind === 'function') expect(made).toContain(`production/functions/my-project/${name}.yaml`);
    if (kind === 'project') expect(made).toContain(`production/functions/${name}/project.yaml`);
  }
});

test('a block of YAML is a declaration, or one of those that other tools read', () => {
  expect(OTHERS.map(({ page, text }) => `${page} ${Object.keys(load(text) as object)}`)).toEqual([
    'docs/how-to/gitops.md source',
    'docs/how-to/gitops.md apiVersion,kind,metadata,spec',
    'docs/how-to/internal.md apiVersion,kind,metadata,spec',
    'docs/how-to/internal.md apiVersion,kind,metadata,spec',
    'docs/how-to/monitoring.md scrape_configs',
  ]);
  expect(DECLARATIONS.length).toBeGreaterThanOrEqual(45);
});

test('the source of one Application for all is what Argo CD takes', () => {
  const { text } = OTHERS.find(({ text }) => text.startsWith('source:'))!;
  const { source } = load(text) as { source: object };
  const application = (found: object) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'a' },
    spec: { project: 'default', destination: {}, source: { repoURL: 'https://git.example.com/a.git', ...found } },
  });
  expect(crdErrors(application(source))).toEqual([]);
  expect(crdErrors(application({ ...source, exclude: 'gitops/*' }))).not.toEqual([]);
});

test('the ApplicationSet syncs as the Applications that are written, and from the source of one Application for all', () => {
  const [one, set] = OTHERS.filter(({ page }) => page.endsWith('/gitops.md')).map(({ text }) => load(text)) as [
    { source: { directory: object } },
    { spec: { template: { metadata: { annotations: object }; spec: { source: object; syncPolicy: Sync } } } },
  ];
  const { metadata, spec } = set.spec.template;
  const written = loadAll(readFileSync(join(ROOT, 'dist/production/gitops/argocd.yaml'), 'utf8')) as Application[];
  const functions = written.find(
    ({ kind, spec }) => kind === 'Application' && spec.source.path === 'dist/production/functions/my-project',
  )!;
  const application = { ...functions, metadata: { name: 'a', annotations: metadata.annotations }, spec };
  expect(crdErrors(application)).toEqual([]);
  expect(spec.source).toMatchObject({ directory: one.source.directory });
  expect(functions.metadata.annotations).toMatchObject(metadata.annotations);
  const { syncOptions, ...policy } = spec.syncPolicy;
  const { syncOptions: theirs, ...their } = functions.spec.syncPolicy;
  expect(policy).toEqual(their);
  expect(syncOptions).toEqual([...theirs, 'FailOnSharedResource=true'].sort());
});

test('callers within the cluster are let to the interceptor that is there', () => {
  const [service, policy] = OTHERS.filter(({ page }) => page.endsWith('/internal.md')).map(({ text }) =>
    load(text),
  ) as [
    { spec: { externalName: string } },
    { spec: { egress: { to?: { podSelector: { matchLabels: object } }[] }[] } },
  ];
  const app = new App();
  new KedaPlatform(new Environment(app, 'production', { domain: 'a.b' }), 'keda');
  const objects = loadAll(toFiles(app)['production/keda/http-add-on.yaml'] as string) as {
    kind: string;
    metadata: { name: string; namespace: string; labels: object };
    spec: { selector: { matchLabels: object } };
  }[];
  const [name, namespace] = service.spec.externalName.split('.');
  expect(objects).toContainEqual(
    expect.objectContaining({ kind: 'Service', metadata: expect.objectContaining({ name, namespace }) }),
  );
  const labels = policy.spec.egress.flatMap(({ to = [] }) => to)[0]!.podSelector.matchLabels;
  const interceptor = objects.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name.endsWith('interceptor'),
  )!;
  expect(interceptor.metadata.labels).toMatchObject(labels);
});

test("Prometheus' job reads labels and annotations that the Services have", () => {
  const { text } = OTHERS.find(({ text }) => text.startsWith('scrape_configs:'))!;
  const app = new App();
  new Monitoring(new Environment(app, 'production', { domain: 'a.b' }), 'monitoring', { scrape: Scrape.ANNOTATIONS });
  const services = loadAll(toFiles(app)['production/monitoring/targets.yaml'] as string) as {
    metadata: { namespace: string; labels: object; annotations: object };
  }[];
  const said = [...text.matchAll(/__meta_kubernetes_service_(label|annotation)_(\w+)/g)];
  expect(said).toHaveLength(3);
  for (const { metadata } of services) {
    for (const [, kind, name] of said) {
      const names = Object.keys(kind === 'label' ? metadata.labels : metadata.annotations);
      expect(names.map((key) => key.replaceAll(/\W/g, '_'))).toContain(name);
    }
    expect(text).toContain(`names: [${metadata.namespace}]`);
  }
});

const COMMANDS = blocks('console');

/** What a block shows after a command. */
const sessions = COMMANDS.filter(({ text }) => /^\$ /m.test(text));

test.each(sessions)('the session of $page:$line is what one sees', ({ text }) => {
  const webhook = DECLARATIONS.find(({ page }) => page === 'README.md')!.text;
  const wrong = webhook.replace('runtime: node\n', 'runtime: nodejs\n');
  expect(wrong).not.toBe(webhook);
  const { run } = project({
    'environments/production.yaml': 'domain: fn.example.com\n',
    'functions/my-project/webhook.yaml': wrong,
  });
  for (const part of text.split(/^\$ /m).slice(1)) {
    const [command, ...shown] = part.trimEnd().split('\n');
    const { stdout, stderr } = run(command!);
    expect(`${stdout}${stderr}`.trimEnd().split('\n')).toEqual(shown);
  }
});

test('commands name scripts of the package, and files that their page makes', () => {
  expect(sessions.map(({ page }) => page)).toContain('README.md');
  const made = output();
  const used = COMMANDS.flatMap(({ page, text }) =>
    [...text.matchAll(/\bdist\/production\/([\w./-]+\.yaml)/g)].map(([, path]) => ({ page, path })),
  );
  expect(used.length).toBeGreaterThanOrEqual(4);
  const names = (page: string) => DECLARATIONS.filter((found) => found.page === page).map(({ name }) => name);
  const lost = used.filter(({ page, path }) => !names(page).some((name) => made.includes(`${name}/${path}`)));
  expect(lost).toEqual([]);
  for (const page of PAGES) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(scripts.filter((name) => !(name in PACKAGE.scripts))).toEqual([]);
  }
});
