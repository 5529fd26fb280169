import { dirname } from 'node:path';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import type { Layer } from '../source/layers';
import type { Problems } from '../source/problems';
import { type Loaded, type NamedFile, readSettings } from '../source/read';
import { ConfigFiles } from './config-files';
import { projectFiles } from './files';
import { readDeclared } from './kinds';
import { PROJECT_FILE } from './project-file';

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
  readonly functions: LoadedFile<FunctionChartProps>[];
  readonly jobs: LoadedFile<JobChartProps>[];
  /** Files that cannot be read, or are not: each may be a function or a job. */
  readonly others: NamedFile[];
}

/** A file of a function or a job, whose layer lies over those of its project. */
export interface LoadedFile<P> extends NamedFile {
  readonly layer: Layer<P>;
  /** Whether nothing is wrong with it and with what it shares, each by itself. */
  readonly sound: boolean;
}

/** @param only The files of functions and jobs that are read, with those of their projects. @default - all */
export function loadProjects(root: string, problems: Problems, only?: ReadonlySet<string>): LoadedProject[] {
  const folders = only && new Set([...only].map((path) => dirname(path)));
  return projectFiles(root, problems, folders).map(({ name, path, projectFile, functions: files }) => {
    const file =
      projectFile && readSettings(root, projectFile, (raw, place) => PROJECT_FILE.readWhole(raw, place), problems);
    const { defaults, ...props } = file?.props ?? {};
    const isSound = file?.sound ?? !projectFile;
    const loaded = files
      .filter((each) => only?.has(each.path) ?? true)
      .flatMap((each) => readSettings(root, each, readDeclared, problems) ?? []);
    const layered = <P extends object>({ name, source, sound }: Loaded<unknown>, given?: P): LoadedFile<P>[] => {
      if (!given) return [];
      const own = sound ? new ConfigFiles(root, source, problems).into(given) : given;
      return [{ name, path: source.path, layer: { source, base: [], props: own }, sound: sound && isSound }];
    };
    return {
      name,
      path,
      layers: file ? [{ source: file.source, base: [], props }] : [],
      sound: isSound,
      defaults: file ? [{ source: file.source, base: ['defaults'], props: defaults }] : [],
      functions: loaded.flatMap((each) => layered<Partial<FunctionChartProps>>(each, each.props.fn)),
      jobs: loaded.flatMap((each) => layered<Partial<JobChartProps>>(each, each.props.job)),
      others: files.filter((each) => !loaded.some(({ name }) => name === each.name)),
    };
  });
}
