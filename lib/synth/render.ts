import { ApiObject, type App, Chart } from 'cdk8s';
import { compareText } from '../compare';
import { Environment } from '../environment';
import { InputError } from '../errors';
import { toYaml } from '../values/yaml';
import { appName } from './app-name';
import { compareObjects, type Manifest } from './order';
import { header } from './owner';
import { checkPath, checkTogether } from './paths';
import { unreadableIn } from './texts';

/** How an app is rendered. */
export interface RenderOptions {
  /**
   * Name of the app, which stands in each file.
   * @default - the `name` of the nearest package.json above the program
   */
  readonly name?: string;
}

/**
 * Renders an app without writing it: one entry a chart, from its path (`production/keda/crds.yaml`) to its YAML. A
 * chart's file is its path in the construct tree. Unlike `App.synth` it validates once, not once a chart.
 *
 * @throws InputError when a validation fails, two objects of one environment have the same identity, a text is one that no
 * reader of YAML takes, or a chart's path is not one that every system can hold.
 */
export function toFiles(app: App, options: RenderOptions = {}): { [path: string]: string } {
  return render(app, options).files;
}

/** An app, rendered. */
export interface Rendered {
  readonly files: { [path: string]: string };
  readonly manifests: ReadonlyMap<ApiObject, Manifest>;
}

/** As `toFiles`, with the objects that the files hold. */
export function render(app: App, options: RenderOptions = {}): Rendered {
  const name = appName(options.name);
  validate(app);
  const files = new Map<Chart, Manifest[]>();
  const manifests = new Map<ApiObject, Manifest>();
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const object of app.node.findAll().filter(ApiObject.isApiObject)) {
    const manifest = toManifest(object);
    problems.push(...unreadableIn(object, manifest));
    claimIdentity(owners, object, manifest);
    manifests.set(object, manifest);
    const chart = Chart.of(object);
    const others = files.get(chart);
    if (others) others.push(manifest);
    else files.set(chart, [manifest]);
  }
  if (problems.length > 0) throw new InputError(...problems.sort());
  const rendered = [...files].map(([chart, own]): [string, string] => [fileOf(chart), toFile(name, chart, own)]);
  checkTogether(rendered.map(([path]) => path));
  return { files: Object.fromEntries(rendered.sort(([a], [b]) => compareText(a, b))), manifests };
}

function toManifest(object: ApiObject): Manifest {
  try {
    return object.toJson();
  } catch (error) {
    // what cdk8s says of a key "constructor": it takes its value for a class
    const [text, type] = /can't render non-simple object of type '(.*)'/.exec(String(error)) ?? [];
    if (text === undefined) throw error;
    const what = type === 'undefined' ? 'a key "constructor"' : `a value of the class ${type}`;
    throw new InputError(`${object.node.path}: ${what} cannot be rendered; allowed: plain values, and any other key`);
  }
}

function fileOf(chart: Chart): string {
  const path = `${chart.node.path}.yaml`;
  checkPath(path);
  return path;
}

function toFile(app: string, chart: Chart, manifests: Manifest[]): string {
  const environment = Environment.of(chart)?.node.path;
  const file = environment === undefined ? fileOf(chart) : fileOf(chart).slice(environment.length + 1);
  return `${header({ app, environment, file })}\n${manifests.sort(compareObjects).map(toYaml).join('---\n')}`;
}

function validate(app: App): void {
  const problems = app.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((problem) => `${construct.node.path}: ${problem}`));
  if (problems.length > 0) throw new InputError(...problems.sort());
}

function claimIdentity(owners: Map<string, string>, object: ApiObject, { apiVersion, kind, metadata }: Manifest): void {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const identity = [Environment.scopeOf(object).node.path, group, kind, metadata.namespace, metadata.name].join(' ');
  const owner = owners.get(identity);
  if (owner !== undefined) {
    const name = [metadata.namespace, metadata.name].filter(Boolean).join('/');
    throw new InputError(
      `${object.node.path}: ${kind} ${name} is also made by ${owner}; allowed: one object of a kind and name in a namespace`,
    );
  }
  owners.set(identity, object.node.path);
}
