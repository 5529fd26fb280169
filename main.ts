import type { App } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Edge,
  Environment,
  FunctionChart,
  GitOps,
  KedaPlatform,
  loadCatalog,
  Monitoring,
  main,
  ProjectChart,
} from './index';

function build(app: App): void {
  for (const environment of loadCatalog(__dirname).environments) {
    const cluster = new Environment(app, environment.name, environment.props);
    if (environment.platform) new KedaPlatform(cluster, 'keda', environment.platform);
    if (environment.edge) new Edge(cluster, 'edge', environment.edge);
    if (environment.monitoring) new Monitoring(cluster, 'monitoring', environment.monitoring);
    const functions = new Construct(cluster, 'functions');
    for (const project of environment.projects) {
      const folder = new Construct(functions, project.name);
      new ProjectChart(folder, 'project', project.props);
      for (const fn of project.functions) new FunctionChart(folder, fn.name, fn.props);
    }
    if (environment.gitops) new GitOps(cluster, 'gitops', environment.gitops);
  }
}

// the name stands in each file of dist/: it is how the writer knows them again
main(build, { name: 'cdk8s-keda-functions' });
