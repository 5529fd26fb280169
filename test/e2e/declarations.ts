import { App } from 'cdk8s';
import fc from 'fast-check';
import { Environment, FunctionChart, InputError, loadCatalog, ProjectChart, toFiles } from '../../lib';
import { Place, type Problem, type Schema } from '../../lib/fields';
import { FUNCTION } from '../../lib/function/fields';
import { type Files, inFolder, load } from '../catalog/folder';
import { valuesOf } from '../fields/values';
import { BESIDE, KNOWN } from './known-values';

/** The settings of a function, as its file has them. */
export type Declaration = { readonly [key: string]: unknown };

const PROJECT = 'declared';
/** What a function that is made here may say. */
export const SETTINGS = FUNCTION.layer({ removes: false, without: ['target'] });
const PLAIN = { runtime: 'go', image: 'example.com/hello:1.0.0' };
const fileOf = (index: number) => `functions/${PROJECT}/f${index}.yaml`;

/** Declarations of some settings each, most of them right one by one; and one with each setting alone, which is right. */
export function declarations(seed: number, count: number): Declaration[] {
  const { properties } = SETTINGS.schema as { properties: { [key: string]: Schema } };
  const { runtime, image, ...rest } = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, mostlyRight(key, valuesOf(schema))]),
  );
  const alone = Object.entries(rest).flatMap(([key, values]) => {
    const each = fc
      .sample(values!, { seed, numRuns: 100 })
      .map((value) => ({ ...PLAIN, ...BESIDE[key], [key]: value }));
    return each.find((declaration) => problemsOf(filesOf([declaration])).length === 0) ?? [];
  });
  const settings = fc
    .subarray(Object.keys(rest), { maxLength: 8 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, rest[key]!])), { noNullPrototype: true }));
  const declaration = fc
    .record({ runtime, image, settings })
    .map(({ settings, ...base }) => ({ ...base, ...settings }));
  return [...alone, ...fc.sample(declaration, { seed, numRuns: count })];
}

function mostlyRight(key: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const isRight = (value: unknown) => {
    const found: Problem[] = [];
    SETTINGS.read({ [key]: value }, Place.root('yaml', found));
    return found.length === 0;
  };
  const right = KNOWN[key] ?? values.filter(isRight);
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: values });
}

/** What is said of each declaration that is refused. */
export function refusals(all: readonly Declaration[]): Map<Declaration, string[]> {
  const refused = new Map<Declaration, string[]>();
  // what two functions may not both have, such as a host, is found when each is right by itself
  for (;;) {
    const rest = all.map((declaration) => (refused.has(declaration) ? undefined : declaration));
    const lines = problemsOf(filesOf(rest));
    if (lines.length === 0) return refused;
    for (const line of lines) {
      const declaration = rest[Number(/^functions\/declared\/f(\d+)\.yaml:\d+: /.exec(line)?.[1])];
      if (!declaration) throw new Error(`no place of a declaration in: ${line}`);
      refused.set(declaration, [...(refused.get(declaration) ?? []), line]);
    }
  }
}

function problemsOf(files: Files): string[] {
  return inFolder(files, (root) => {
    try {
      loadCatalog(root);
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.message.split('\n');
      throw error;
    }
  });
}

/** The files of each function, in the order of the declarations; first that of the project. */
export function manifests(accepted: readonly Declaration[]): {
  readonly project: string;
  readonly functions: string[];
} {
  const app = new App();
  const [{ name, props, projects }] = load(filesOf(accepted)).environments;
  const environment = new Environment(app, name, props);
  new ProjectChart(environment, 'project', projects[0].props);
  for (const fn of projects[0].functions) new FunctionChart(environment, fn.name, fn.props);
  const files = toFiles(app) as { [path: string]: string };
  return { project: files['a/project.yaml'], functions: accepted.map((_, index) => files[`a/f${index}.yaml`]) };
}

function filesOf(all: readonly (Declaration | undefined)[]): { readonly [path: string]: string } {
  const files = all.map((declaration, index) => [fileOf(index), declaration && JSON.stringify(declaration)] as const);
  return {
    'environments/a.yaml': 'domain: declared.test\n',
    ...Object.fromEntries(files.filter((file): file is [string, string] => file[1] !== undefined)),
  };
}
