import { type Path, type Place, type Problem, pick } from '../fields';
import { isMap } from '../fields/field';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import { OWN_LAYER } from '../function/fields';
import { JOB_SHARED } from '../function/job/fields';
import { Runtime } from '../function/runtime/runtime';
import { ConfigFiles } from './config-files';
import { projectFiles } from './files';
import { FileKind, JOB_FILE, type JobFile, WORKLOAD_FILE } from './job-file';
import type { Layer } from './layers';
import { type Loaded, loadFile } from './load-file';
import type { Problems } from './problems';
import { PROJECT_FILE } from './project-file';
import type { Source } from './source';

/** A folder of `functions/`. */
export interface LoadedProject {
  readonly name: string;
  readonly path: string;
  /** Its own settings; none without a file of the project. */
  readonly layers: Layer<ProjectChartProps>[];
  /** What its functions have in common; none without a file of the project. */
  readonly defaults: Layer[];
  /** Whether nothing is wrong with its file by itself. */
  readonly sound: boolean;
  /** Every function that has a file, valid or not. */
  readonly functionNames: string[];
  readonly functions: LoadedFile<FunctionChartProps>[];
  /** Every job that has a file, valid or not. */
  readonly jobNames: string[];
  readonly jobs: LoadedFile<JobChartProps>[];
}

/** A file of a function or a job, whose layer lies over those of its project. */
export interface LoadedFile<P> {
  readonly name: string;
  readonly path: string;
  readonly layer: Layer<P>;
  /** Whether nothing is wrong with it and with what it shares, each by itself. */
  readonly sound: boolean;
}

/** @param only The files of functions and jobs that are read. */
export function loadProjects(root: string, problems: Problems, only?: ReadonlySet<string>): LoadedProject[] {
  return projectFiles(root, problems).map(({ name, path, projectFile, functions: files }) => {
    const file =
      projectFile &&
      loadFile(root, projectFile, (raw, place) => PROJECT_FILE.readWhole(raw, place), problems, isFunction);
    const { defaults, ...props } = file?.props ?? {};
    const sound = file?.sound ?? !projectFile;
    const loaded = files
      .filter((each) => only?.has(each.path) ?? true)
      .flatMap((each) => loadFile(root, each, readDeclaration, problems) ?? [])
      .map((each) =>
        each.sound ? { ...each, props: new ConfigFiles(root, each.source, problems).into(each.props) } : each,
      )
      .map((each) => ({ ...each, sound: each.sound && sound }));
    const jobs = loaded.filter(isJob);
    const functions = loaded.filter((each): each is Loaded<Partial<FunctionChartProps>> => !isJob(each));
    // what cannot be read may be either
    const others = files.map((each) => each.name).filter((each) => !loaded.some(({ name }) => name === each));
    return {
      name,
      path,
      layers: file ? [{ source: file.source, base: [], props }] : [],
      sound,
      defaults: file ? [{ source: file.source, base: ['defaults'], props: defaults }] : [],
      functionNames: [...functions.map((each) => each.name), ...others],
      functions: functions.map((each) => inLayer<FunctionChartProps>(each, each.props)),
      jobNames: [...jobs.map((each) => each.name), ...others],
      jobs: jobs.map((each) => {
        const { kind: _, ...own } = each.props;
        return inLayer<JobChartProps>(each, own);
      }),
    };
  });
}

type Declared = Partial<FunctionChartProps> | JobFile;

function readDeclaration(raw: unknown, place: Place): Declared | undefined {
  if (!isMap(raw) || raw.kind === undefined) return OWN_LAYER.read(raw, place);
  if (raw.kind === FileKind.JOB) return JOB_FILE.read(raw, place);
  if (raw.kind === FileKind.WORKLOAD) {
    const { kind: _, ...own } = WORKLOAD_FILE.read(raw, place) ?? { kind: raw.kind };
    return { ...own, runtime: Runtime.CONTAINER };
  }
  place.in('kind').report({
    value: raw.kind,
    reason: 'is not a kind of declaration',
    allowed: `${Object.values(FileKind).join(', ')}, and none for a function`,
  });
  return undefined;
}

function isJob(file: Loaded<Declared>): file is Loaded<JobFile> {
  return 'kind' in file.props;
}

function inLayer<P>({ name, source, sound }: Loaded<unknown & object>, props: Partial<P>): LoadedFile<P> {
  return { name, path: source.path, layer: { source, base: [], props }, sound };
}

/** What a job takes of a layer that functions have in common. */
export function ofJobs({ source, base, props }: Layer): Layer<JobChartProps> {
  return { source, base, keys: JOB_SHARED, props: props && (pick(props, JOB_SHARED) as Partial<JobChartProps>) };
}

/** Whether a project's file declares a function, which then has a name that it cannot have. */
function isFunction(source: Source): Problem | undefined {
  const key = ['kind', 'runtime', 'image'].find((key) => source.has([key]));
  const reason = 'belongs to a function, and "project" is the name of the project\'s own settings';
  return key === undefined ? undefined : { path: [key] as Path, reason, allowed: 'any other name of the file' };
}
