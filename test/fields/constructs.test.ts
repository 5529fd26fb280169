import { App } from 'cdk8s';
import fc from 'fast-check';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  InputError,
  loadCatalog,
  ProjectChart,
  Runtime,
  toFiles,
} from '../../lib';
import { Place, type Problem, type Table } from '../../lib/fields';
import { FUNCTION } from '../../lib/function/fields';
import { PROJECT } from '../../lib/function/project/fields';
import { unreadable } from '../../lib/text';
import { inFolder } from '../catalog/folder';
import { type AnyEntry, entriesOf } from './tables';
import { valuesOf } from './values';

const RUNS = 15;
const DOMAIN = 'example.com';

/** What comes of settings: files, or what is wrong. */
type Outcome = { readonly files?: object; readonly problems?: string[] };

function outcome(run: (environment: Environment) => void): Outcome {
  const app = new App();
  try {
    run(new Environment(app, 'e', { domain: DOMAIN }));
    return { files: toFiles(app) };
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    // where it is said is another matter
    const lines = (error as Error).message
      .split('\n')
      .map((line) => line.replace(/^(e\/f|functions\/p\/\w+\.yaml:\d+): /, ''));
    return { problems: lines.sort() };
  }
}

/** Settings as someone may write them in a file: any JSON is YAML. */
function asFile(
  kind: 'f' | 'project',
  settings: object,
  add: (environment: Environment, props: never) => void,
): Outcome {
  const files = {
    'environments/e.yaml': `domain: ${DOMAIN}`,
    [`functions/p/${kind}.yaml`]: yamlOf(settings),
  };
  return outcome((environment) => {
    const [project] = inFolder(files, loadCatalog).environments[0].projects;
    add(environment, (kind === 'f' ? project.functions[0].props : project.props) as never);
  });
}

/** JSON, which has no infinity and no negative zero. */
function yamlOf(value: unknown): string {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan';
    return Number.isFinite(value) ? (Object.is(value, -0) ? '-0' : String(value)) : value < 0 ? '-.inf' : '.inf';
  }
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `? ${JSON.stringify(key)} : ${yamlOf(each)}`)
    .join(', ')}}`;
}

/** Whether YAML can carry it; what it cannot is refused before anyone asks what it is for. */
function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !unreadable(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.entries(value).every(([key, each]) => isReadable(key) && isReadable(each));
}

const FUNCTION_BASE = { runtime: Runtime.GO, image: 'a/b:1' };
const addFunction = (environment: Environment, props: FunctionChartProps) => new FunctionChart(environment, 'f', props);
const addProject = (environment: Environment, props: object) =>
  new ProjectChart(environment, 'f', { name: 'p', ...props });

function fieldsOf(table: unknown): [prop: string, key: string, values: fc.Arbitrary<unknown>][] {
  return entriesOf(table as Table<object>)
    .filter(([, entry]) => !entry.codeOnly)
    .map(([prop, entry]) => [
      prop,
      entry.key ?? prop,
      valuesOf(entry.schema!)
        .filter(isReadable)
        .map((value) => plain(entry, value)),
    ]);
}

/** A value as code writes it: what a rule refuses is told so, where YAML tells it as it stands in the file. */
function plain(entry: AnyEntry, raw: unknown): unknown {
  const problems: Problem[] = [];
  const value = entry.read!(raw, Place.root('yaml', problems));
  return problems.length > 0 ? raw : entry.write!(value);
}

/** In a file of a function null takes away what lies under it, in code it is not a value. */
function hasNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value!).some(hasNull));
}

/**
 * In code a key that is not known is an error of the compiler, or of no concern; of a file the first problems are told. And a
 * file always has a platform, of which something may be asked.
 */
function isOfFiles({ problems = [] }: Outcome): boolean {
  const ofFiles = [/is an unknown key/, /^… and \d+ more$/, /interceptor\.readConfigMaps of the platform/];
  return problems.some((text) => ofFiles.some((of) => of.test(text)));
}

/** `files` of a ConfigMap are paths in YAML, and contents in code. */
function namesFiles(value: unknown): boolean {
  return typeof value === 'object' && Object.values(value ?? {}).some((each) => Object.hasOwn(Object(each), 'files'));
}

/** A message as YAML has it. */
function renamed(prop: string, key: string, { files, problems }: Outcome): Outcome {
  return { files, problems: problems?.map((text) => (text.startsWith(prop) ? key + text.slice(prop.length) : text)) };
}

test.each(fieldsOf(FUNCTION))(
  'function, %s: what a file says and what code says come to the same',
  (prop, key, values) => {
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(!hasNull(value) && !(key === 'configMaps' && namesFiles(value)));
        const head = key === 'target' ? { kind: 'workload' } : { runtime: 'go', image: 'a/b:1' };
        const file = asFile('f', { ...head, [key]: value }, addFunction);
        fc.pre(!isOfFiles(file));
        const base = key === 'target' ? { runtime: Runtime.CONTAINER } : FUNCTION_BASE;
        const code = outcome((environment) =>
          addFunction(environment, { ...base, project: 'p', [prop]: value } as FunctionChartProps),
        );
        const { files, problems = [] } = renamed(prop, key, code);
        expect(files).toEqual(file.files);
        // what layers complete is asked for once each is right by itself
        expect(problems).toEqual(expect.arrayContaining(file.problems ?? []));
        expect(problems.length > 0).toBe(file.problems !== undefined);
      }),
      { numRuns: RUNS },
    );
  },
);

test.each(fieldsOf(PROJECT))(
  'project, %s: what a file says and what code says come to the same',
  (prop, key, values) => {
    fc.assert(
      fc.property(values, (value) => {
        const file = asFile('project', { [key]: value }, addProject);
        fc.pre(!isOfFiles(file));
        const code = outcome((environment) => addProject(environment, { [prop]: value }));
        expect(renamed(prop, key, code)).toEqual(file);
      }),
      { numRuns: RUNS },
    );
  },
);
