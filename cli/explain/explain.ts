import { stringify } from 'yaml';
import { type EffectiveSetting, loadCatalog, type Origin } from '../../lib/catalog';
import { InputError } from '../../lib/errors';
import { type Output, requireFunction } from '../options';
import { visible, visibleLines } from '../visible';

/** Of a column; what is longer stands out of it. */
const MAX_WIDTH = 60;

export interface Options {
  /** @default - each that runs the function */
  readonly environment?: string;
  readonly folder: string;
  readonly output: Output;
}

/** What holds of a function in an environment. */
interface Answer {
  readonly environment: string;
  readonly function: string;
  readonly settings: EffectiveSetting[];
}

/**
 * What holds of a function `<project>/<function>`, and where it is said.
 * @throws InputError when there is no such function, or the catalog is not right.
 */
export function explain(target: string, { environment, folder, output }: Options): string {
  const answers = answersOf(folder, environment);
  const where = environment === undefined ? 'the catalog' : `environment ${environment}`;
  requireFunction(target, [...new Set(answers.map((answer) => answer.function))], where);
  const found = answers.filter((answer) => answer.function === target);
  return output === 'json' ? visibleLines(JSON.stringify(found, undefined, 2)) : found.map(toText).join('\n\n');
}

function answersOf(root: string, environment: string | undefined): Answer[] {
  const { environments } = loadCatalog(root);
  const some = environments.filter(({ name }) => environment === undefined || name === environment);
  if (some.length === 0) {
    const names = environments.map(({ name }) => name).join(', ');
    throw new InputError(`environment "${environment}" is not in the catalog; allowed: ${names}`);
  }
  return some.flatMap(({ name, projects }) =>
    projects.flatMap((project) =>
      [...project.functions, ...project.jobs].map((fn) => ({
        environment: name,
        function: `${project.name}/${fn.name}`,
        get settings() {
          return fn.settings;
        },
      })),
    ),
  );
}

function toText({ environment, function: target, settings }: Answer): string {
  const rows = settings.map((setting) => [setting.key, inYaml(setting.value), sourceOf(setting)].map(visible));
  const widths = [0, 1].map((column) => Math.min(MAX_WIDTH, Math.max(...rows.map((row) => row[column]!.length))));
  const lines = rows.map(([key, value, from]) => `${key!.padEnd(widths[0]!)}  ${value!.padEnd(widths[1]!)}  ${from}`);
  return [`${target} in ${environment}`, '', ...lines].join('\n');
}

/** On one line, as YAML takes it: what is not plain as JSON. */
function inYaml(value: unknown): string {
  return typeof value === 'string' && stringify(value, { lineWidth: 0 }) === `${value}\n`
    ? value
    : JSON.stringify(value);
}

function sourceOf({ value, origin, removedAt }: EffectiveSetting): string {
  if (origin) return lineOf(origin);
  if (!removedAt) return 'default';
  return value === null ? lineOf(removedAt) : `default: taken away by ${lineOf(removedAt)}`;
}

function lineOf({ file, line }: Origin): string {
  return `${file}:${line}`;
}
