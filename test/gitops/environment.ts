import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import {
  Environment,
  GitOps,
  type GitOpsProps,
  GoFunctionChart,
  KedaPlatform,
  ProjectChart,
  Scaler,
  toFiles,
} from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
export type Manifest = any;

export const REPOSITORY = 'https://git.example.com/platform.git';

/** A platform and two projects, one of them with both scalers, as the reference app lays them out. */
export function environment(app = new App(), name = 'production'): Environment {
  const made = new Environment(app, name, { domain: 'fn.example.com' });
  new KedaPlatform(made, 'keda');
  const functions = new Construct(made, 'functions');
  for (const [project, scalers] of Object.entries({
    bank: [Scaler.INTERCEPTOR_ROUTE],
    shop: [Scaler.INTERCEPTOR_ROUTE, Scaler.HTTP_SCALED_OBJECT],
  })) {
    const folder = new Construct(functions, project);
    new ProjectChart(folder, 'project', { name: project });
    for (const scaler of scalers) {
      const id = `${project}-${scaler.toLowerCase()}`;
      new GoFunctionChart(folder, id, { project, image: 'a/b:1', scaler });
    }
  }
  return made;
}

/** The files of the GitOps tool. */
export function gitOpsFiles(props: GitOpsProps, made = environment()): { [path: string]: string } {
  new GitOps(made, 'gitops', props);
  const files = Object.entries(toFiles(made.node.root as App)).filter(([path]) => path.includes('/gitops/'));
  return Object.fromEntries(files);
}

/** The objects of the GitOps tool, by `<kind> <name>`. */
export function gitOpsObjects(props: GitOpsProps, made?: Environment): { [name: string]: Manifest } {
  const objects = Object.values(gitOpsFiles(props, made)).flatMap((file) => loadAll(file) as Manifest[]);
  return Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}
