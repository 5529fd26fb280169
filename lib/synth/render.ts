import { ApiObject, type App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { completeTree } from '../before-render';
import { compareText } from '../compare';
import { ensure } from '../ensure';
import { Environment } from '../environment';
import { InputError } from '../errors';
import { groupBy } from '../group-by';
import { mayHoldSecret } from '../secrets';
import { toYaml } from '../values/yaml';
import { appName } from './app-name';
import { compareObjects, identityOf, type Manifest } from './order';
import { header } from './owner';
import { checkPath, checkTogether } from './paths';
import type { Progress } from './progress';
import { mayBeUnreadable, unreadableIn } from './texts';

/** How an app is rendered. */
export interface RenderOptions {
  /** Name of the app, which stands in each file. @default - the `name` of the nearest package.json above the program */
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
  /** The objects in which something may look like a secret. */
  readonly suspicious: ReadonlyMap<ApiObject, Manifest>;
  /** What there is in each cluster. */
  readonly identities: ReadonlyMap<string, unknown>;
}

/** A chart with its objects. */
interface Rendering {
  readonly chart: Chart;
  readonly objects: ApiObject[];
}

/**
 * As `toFiles`, with what a search for secrets has to look at.
 * @param isWanted Whether a chart is rendered, by its path.
 */
export function render(
  app: App,
  options: RenderOptions = {},
  progress: Progress = () => {},
  isWanted = (_chart: string) => true,
): Rendered {
  const name = appName(options.name);
  completeTree(app);
  const constructs = app.node.findAll();
  validate(constructs);
  const files: [string, string][] = [];
  const suspicious = new Map<ApiObject, Manifest>();
  const owners = new Map<string, ApiObject>();
  const problems: string[] = [];
  const charts = chartsOf(constructs).filter(({ chart }) => isWanted(chart.node.path));
  for (const { chart, objects } of charts) {
    const scope = Environment.scopeOf(chart);
    const cluster = scope.node.path;
    const path = fileOf(chart);
    const rendered = objects.map((object) => {
      const manifest = toManifest(object);
      claimIdentity(owners, cluster, object, manifest);
      return { object, manifest, text: toYaml(manifest) };
    });
    for (const { object, manifest, text } of rendered) {
      if (mayBeUnreadable(text)) problems.push(...unreadableIn(object, manifest));
      if (mayHoldSecret(text)) suspicious.set(object, manifest);
    }
    files.push([path, toFile(name, scope, path, rendered)]);
    progress('rendered', files.length, charts.length);
  }
  if (problems.length > 0) throw new InputError(...problems.sort());
  checkTogether(files.map(([path]) => path));
  return { files: Object.fromEntries(files.sort(([a], [b]) => compareText(a, b))), suspicious, identities: owners };
}

/** The charts that hold objects, in the order of the tree. */
function chartsOf(constructs: readonly IConstruct[]): Rendering[] {
  const charts = groupBy(constructs.filter(ApiObject.isApiObject), (object) => Chart.of(object));
  return [...charts].map(([chart, objects]) => ({ chart, objects }));
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

interface Text {
  readonly manifest: Manifest;
  readonly text: string;
}

function toFile(app: string, scope: IConstruct, path: string, texts: Text[]): string {
  const environment = scope instanceof Environment ? scope.node.path : undefined;
  const file = environment === undefined ? path : path.slice(environment.length + 1);
  const sorted = texts.sort((a, b) => compareObjects(a.manifest, b.manifest)).map(({ text }) => text);
  return `${header({ app, environment, file })}\n${sorted.join('---\n')}`;
}

function validate(constructs: readonly IConstruct[]): void {
  const problems: string[] = [];
  for (const { node } of constructs) for (const problem of node.validate()) problems.push(`${node.path}: ${problem}`);
  if (problems.length > 0) throw new InputError(...problems.sort());
}

function claimIdentity(owners: Map<string, ApiObject>, cluster: string, object: ApiObject, manifest: Manifest): void {
  const identity = `${cluster} ${identityOf(manifest)}`;
  const owner = ensure(owners, identity, () => object);
  if (owner !== object) {
    const { kind, metadata } = manifest;
    const name = [metadata.namespace, metadata.name].filter(Boolean).join('/');
    throw new InputError(
      `${object.node.path}: ${kind} ${name} is also made by ${owner.node.path}; allowed: one object of a kind and name in a namespace`,
    );
  }
}
