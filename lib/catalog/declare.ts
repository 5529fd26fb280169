import { Names } from '../claims/names';
import { Routes } from '../claims/routes';
import { DEFAULT_CLUSTER_DOMAIN, ENVIRONMENT, type EnvironmentProps } from '../environment-fields';
import { describe, pick } from '../fields';
import type { FunctionChartProps, ProjectChartProps } from '../function';
import { unmet } from '../function/cold-start/needs';
import { misfits } from '../function/project/bounds';
import { PROJECT } from '../function/project/fields';
import { ABOUT_REQUESTS } from '../function/routing/http';
import { sleeps } from '../function/scaling/scaling';
import { Naming } from '../naming';
import { Policy } from '../policy/policy';
import { effectiveSettings } from '../source/effective';
import { type Layer, Layers } from '../source/layers';
import type { Problems } from '../source/problems';
import type { Loaded } from '../source/read';
import type { EnvironmentDeclaration, ProjectDeclaration } from './catalog';
import { ConfigFiles } from './config-files';
import type { EnvironmentFile } from './environment-file';
import { refusedImages } from './images';
import { NOT_HERE } from './job-file';
import { FUNCTIONS, JOBS, type Kind, sharedWith } from './kinds';
import type { LoadedFile, LoadedProject } from './projects';
import { strayNames } from './references';

/** A function or a job as an environment sees it. */
interface Declared<P extends object> extends LoadedFile<P> {
  readonly props: P;
  readonly layers: Layers<P>;
  /** Whether nothing is wrong with its settings. */
  readonly isRight: boolean;
}

/** A project as an environment sees it. */
interface Surroundings {
  readonly loaded: LoadedProject;
  readonly props: ProjectChartProps;
  readonly namespace: string;
  /** What its functions and jobs have in common with others. */
  readonly defaults: readonly Layer[];
}

/** One environment with what it runs; reports what is wrong with that there. */
export class Declarations {
  private readonly props: EnvironmentProps;
  private readonly policy: Policy;
  private readonly naming: Naming;
  private readonly names: Names;
  private readonly routes: Routes;
  private readonly files: ConfigFiles;

  constructor(
    root: string,
    private readonly environment: Loaded<EnvironmentFile>,
    private readonly problems: Problems,
  ) {
    const { source, props } = environment;
    this.props = pick(props, Object.keys(ENVIRONMENT.fields)) as EnvironmentProps;
    this.policy = new Policy(this.props);
    this.naming = new Naming(this.props.naming);
    this.names = new Names(this.naming);
    this.routes = new Routes({ clusterDomain: DEFAULT_CLUSTER_DOMAIN, ...this.props, naming: this.naming });
    this.files = new ConfigFiles(root, source, problems);
  }

  /** @param isWhole Whether these are all projects, with all of their files. */
  public of(all: readonly LoadedProject[], isWhole: boolean): EnvironmentDeclaration {
    const { name, source, props: file } = this.environment;
    const { platform = {}, edge, gitops, monitoring, projects: run } = file;
    if (isWhole) this.problems.addIn(source, strayNames(file, all));
    this.problems.addIn(source, refusedImages(file, this.policy));
    const projects = all.filter((project) => run?.includes(project.name) ?? true).map((each) => this.project(each));
    this.routes.checkAll();
    return { name, props: this.props, platform: platform || undefined, edge, gitops, monitoring, projects };
  }

  private project(loaded: LoadedProject): ProjectDeclaration {
    const { name, path, sound } = loaded;
    const own = [...loaded.layers, this.override<ProjectChartProps>('projectOverrides', name)];
    const layers = new Layers<ProjectChartProps>(PROJECT, own, this.problems);
    const props = { ...layers.props, name };
    if (sound) layers.check({ name });
    const namespace = props.namespace ?? this.naming.namespaceOf(name);
    for (const problem of this.names.ofProject(path, namespace, props)) {
      if (layers.said(problem.path)) layers.report([problem]);
      else this.problems.add(path, 1, describe(problem));
    }
    this.routes.allow(name, props.allowedHosts);
    const { source, props: file } = this.environment;
    const common = file.defaults ? [{ source, base: ['defaults'], props: file.defaults }] : [];
    const around = { loaded, props, namespace, defaults: [...common, ...loaded.defaults] };
    const functions = loaded.functions.map((file) => this.declared(FUNCTIONS, file, around));
    const jobs = loaded.jobs.map((file) => this.declared(JOBS, file, around));
    for (const { path, props, layers, sound, isRight } of functions) {
      // of headers that are not right it is not known which requests they ask for
      if (isRight || (!props.headers && (sound || props.hosts)))
        this.routes.claim(path, namespace, props, (found) => layers.report(found));
    }
    this.checkColdStarts(functions);
    const { routes } = this;
    return {
      name,
      props,
      functions: functions.map(({ name, props, layers }) => ({
        name,
        props,
        get settings() {
          const without = [...(props.http === false ? ABOUT_REQUESTS : []), ...(props.target ? NOT_HERE : [])];
          const hosts = routes.hostsOf(props, namespace);
          return effectiveSettings(FUNCTIONS.table, layers, { hosts, ...layers.props }, without);
        },
      })),
      jobs: jobs.map(({ name, props, layers }) => ({
        name,
        props,
        get settings() {
          return effectiveSettings(JOBS.table, layers, layers.props);
        },
      })),
    };
  }

  private declared<P extends object>(
    kind: Kind<P>,
    file: LoadedFile<P>,
    { loaded, props: project, namespace, defaults }: Surroundings,
  ): Declared<P> {
    const { path, layer, sound } = file;
    const names = { project: loaded.name, name: file.name };
    const target = `${names.project}/${names.name}`;
    const isOverridden = Object.hasOwn(this.environment.props[kind.overrides] ?? {}, target);
    const layers = new Layers<P>(
      kind.table,
      [
        ...defaults.map((each) => sharedWith(kind, each)),
        layer,
        ...(isOverridden ? [this.override<P>(kind.overrides, target)] : []),
      ],
      this.problems,
    );
    const props = { ...layers.props, ...names } as P & typeof names;
    const isRight = sound && layers.check(names);
    if (isRight) layers.report(kind.refusals(props, this.policy));
    if (sound) layers.report(misfits(kind.demand(props), project));
    layers.report(this.names.ofFunction(path, namespace, props, isRight));
    return { ...file, props, layers, isRight };
  }

  /** What the environment says of one of those that it runs. */
  private override<P extends object>(key: 'overrides' | 'jobOverrides' | 'projectOverrides', target: string): Layer<P> {
    const { source, props } = this.environment;
    const base = [key, target];
    return { source, base, props: this.files.into(props[key]?.[target] ?? {}, base) as Partial<P> };
  }

  /** Reports what a function's cold start needs of the platform and of the functions beside it. */
  private checkColdStarts(functions: readonly Declared<FunctionChartProps>[]): void {
    const { platform = {} } = this.environment.props;
    // what others installed, nobody here knows
    const readsConfigMaps = platform ? (platform.interceptor?.readConfigMaps ?? false) : undefined;
    const sleeping = new Set(
      functions
        .filter(({ props }) => sleeps(props))
        .map(({ name, props: { project } }) => this.naming.objectOf({ project, name })),
    );
    for (const { props, layers, isRight } of functions)
      if (isRight) layers.report(unmet(props.coldStart, { readsConfigMaps, sleeping }));
  }
}
