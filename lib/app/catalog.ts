import { Construct } from 'constructs';
import { beforeRender } from '../before-render';
import { type EnvironmentDeclaration, loadCatalog } from '../catalog';
import { Edge } from '../edge';
import { Environment } from '../environment';
import { InputError } from '../errors';
import { closest } from '../fields/spelling';
import { FunctionChart, JobChart, ProjectChart } from '../function';
import { GitOps } from '../gitops';
import { Monitoring } from '../monitoring';
import { KedaPlatform } from '../platform';

/** Where declarations are. */
export interface CatalogProps {
  /** Folder with `environments/` and `functions/`. @default - the working folder */
  readonly folder?: string;
}

/** The constructs of an environment, by the names in its files. */
export interface Composed {
  readonly environment: Environment;
  readonly platform?: KedaPlatform;
  readonly edge?: Edge;
  readonly monitoring?: Monitoring;
  readonly projects: Map<string, ProjectChart>;
  readonly functions: Map<string, FunctionChart>;
  readonly jobs: Map<string, JobChart>;
}

/**
 * All that YAML files declare, as constructs: each environment directly below `scope`, in it `keda`, `edge`, `monitoring`,
 * `functions/<project>` and `gitops`. What is declared can be patched, and more can be put beside it: what a GitOps tool
 * applies is looked up when the tree is rendered.
 */
export class Catalog {
  private readonly composed = new Map<string, Composed>();

  /** @throws InputError with every problem of every file, each as `file:line: problem`. */
  constructor(scope: Construct, props: CatalogProps = {}) {
    for (const declared of loadCatalog(props.folder ?? '.').environments)
      this.composed.set(declared.name, compose(scope, declared));
  }

  /** Names of the environments. */
  public get environments(): string[] {
    return [...this.composed.keys()];
  }

  /** @param name May be left out where there is one environment. */
  public environment(name?: string): Environment {
    return this.in(name).environment;
  }

  /** KEDA of an environment; undefined where the cluster has it already. */
  public platform(environment?: string): KedaPlatform | undefined {
    return this.in(environment).platform;
  }

  /** What stands in front of an environment's functions, if anything does. */
  public edge(environment?: string): Edge | undefined {
    return this.in(environment).edge;
  }

  /** Monitoring of an environment, if it has any. */
  public monitoring(environment?: string): Monitoring | undefined {
    return this.in(environment).monitoring;
  }

  /** Names of the projects that an environment runs. */
  public projects(environment?: string): string[] {
    return [...this.in(environment).projects.keys()];
  }

  /** The chart of a project; its scope is the folder in which those of its functions stand. */
  public project(name: string, environment?: string): ProjectChart {
    return find('project', name, this.in(environment).projects);
  }

  /** Names of the functions that an environment runs, each as `<project>/<function>`. */
  public functions(environment?: string): string[] {
    return [...this.in(environment).functions.keys()];
  }

  /** @param name `<project>/<function>` */
  public function(name: string, environment?: string): FunctionChart {
    return find('function', name, this.in(environment).functions);
  }

  /** Names of the jobs that an environment runs, each as `<project>/<job>`. */
  public jobs(environment?: string): string[] {
    return [...this.in(environment).jobs.keys()];
  }

  /** @param name `<project>/<job>` */
  public job(name: string, environment?: string): JobChart {
    return find('job', name, this.in(environment).jobs);
  }

  private in(name?: string): Composed {
    const names = this.environments;
    if (name === undefined && names.length > 1) {
      throw new InputError(`environment is missing; allowed: ${names.join(', ')}`);
    }
    return find('environment', name ?? names[0]!, this.composed);
  }
}

/** Composes an environment below a scope. */
export function compose(scope: Construct, declared: EnvironmentDeclaration): Composed {
  const { name, props, platform, edge, monitoring, gitops } = declared;
  const environment = new Environment(scope, name, props);
  const composed: Composed = {
    environment,
    platform: platform && new KedaPlatform(environment, 'keda', platform),
    edge: edge && new Edge(environment, 'edge', edge),
    monitoring: monitoring && new Monitoring(environment, 'monitoring', monitoring),
    projects: new Map(),
    functions: new Map(),
    jobs: new Map(),
  };
  const folders = new Construct(environment, 'functions');
  for (const project of declared.projects) {
    const folder = new Construct(folders, project.name);
    composed.projects.set(project.name, new ProjectChart(folder, 'project', project.props));
    for (const fn of project.functions)
      composed.functions.set(`${project.name}/${fn.name}`, new FunctionChart(folder, fn.name, fn.props));
    for (const job of project.jobs)
      composed.jobs.set(`${project.name}/${job.name}`, new JobChart(folder, job.name, job.props));
  }
  // it lists what is there, so it comes after what others put beside
  if (gitops) beforeRender(environment, () => new GitOps(environment, 'gitops', gitops));
  return composed;
}

function find<T>(what: string, name: string, all: ReadonlyMap<string, T>): T {
  const found = all.get(name);
  if (found) return found;
  const names = [...all.keys()];
  const meant = closest(name, names);
  const hint = meant === undefined ? `; allowed: ${names.join(', ')}` : `; did you mean "${meant}"?`;
  throw new InputError(`${what} "${name}" is not in the catalog${hint}`);
}
