// The functions of a catalog, as main.ts makes them, without what is there once a cluster.
import type { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Environment, FunctionChart, loadCatalog, ProjectChart } from '../../../index';

export function build(app: App, root: string): void {
  for (const environment of loadCatalog(root).environments) {
    const cluster = new Environment(app, environment.name, environment.props);
    const functions = new Construct(cluster, 'functions');
    for (const project of environment.projects) {
      const folder = new Construct(functions, project.name);
      new ProjectChart(folder, 'project', project.props);
      for (const fn of project.functions) new FunctionChart(folder, fn.name, fn.props);
    }
  }
}
