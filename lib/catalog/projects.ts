import type { Place, Problem } from '../fields';
import type { FunctionChartProps, ProjectChartProps } from '../function';
import { OWN_LAYER } from '../function/fields';
import { ConfigFiles } from './config-files';
import { projectFiles } from './files';
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
  readonly functions: LoadedFunction[];
}

/** A file of a function, whose layer lies over those of its project. */
export interface LoadedFunction {
  readonly name: string;
  readonly path: string;
  readonly layer: Layer;
  /** Whether nothing is wrong with it and with what it shares, each by itself. */
  readonly sound: boolean;
}

/** @param only The files of functions that are read. */
export function loadProjects(root: string, problems: Problems, only?: ReadonlySet<string>): LoadedProject[] {
  return projectFiles(root, problems).map(({ name, path, projectFile, functions }) => {
    const file =
      projectFile &&
      loadFile(root, projectFile, (raw, place) => PROJECT_FILE.readWhole(raw, place), problems, isFunction);
    const { defaults, ...props } = file?.props ?? {};
    const sound = file?.sound ?? !projectFile;
    return {
      name,
      path,
      layers: file ? [{ source: file.source, base: [], props }] : [],
      sound,
      defaults: file ? [{ source: file.source, base: ['defaults'], props: defaults }] : [],
      functionNames: functions.map((each) => each.name),
      functions: functions
        .filter((each) => only?.has(each.path) ?? true)
        .flatMap((each) => loadFile(root, each, readFunction, problems) ?? [])
        .map((fn) => (fn.sound ? { ...fn, props: new ConfigFiles(root, fn.source, problems).into(fn.props) } : fn))
        .map((fn) => ({ ...functionOf(fn), sound: fn.sound && sound })),
    };
  });
}

function readFunction(raw: unknown, place: Place): Partial<FunctionChartProps> | undefined {
  return OWN_LAYER.read(raw, place);
}

function functionOf({ name, source, props }: Loaded<Partial<FunctionChartProps>>) {
  return { name, path: source.path, layer: { source, base: [], props } };
}

/** Whether a project's file declares a function, which then has a name that it cannot have. */
function isFunction(source: Source): Problem | undefined {
  const key = ['runtime', 'image'].find((key) => source.has([key]));
  const reason = 'belongs to a function, and "project" is the name of the project\'s own settings';
  return key === undefined ? undefined : { path: [key], reason, allowed: 'any other name of the file' };
}
