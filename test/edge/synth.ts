import { App, type Chart, Testing } from 'cdk8s';
import { Environment, FunctionChart, type FunctionChartProps, ProjectChart, Runtime } from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
export type Manifest = any;

export const TUNNEL_ID = 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415';
export const PROXY = 'keda-add-ons-http-interceptor-proxy';

export function cluster(app = new App(), id = 'production'): Environment {
  const environment = new Environment(app, id, { domain: 'fn.test' });
  new ProjectChart(environment, 'shop-project', { name: 'shop', createNamespace: false, networkPolicy: false });
  return environment;
}

export function addFunction(environment: Environment, id: string, props: Partial<FunctionChartProps> = {}) {
  return new FunctionChart(environment, id, { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ...props });
}

export function find(chart: Chart, kind: string): Manifest {
  const found = Testing.synth(chart).filter((manifest) => manifest.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

export function kinds(chart: Chart): string[] {
  return Testing.synth(chart)
    .map(({ kind }) => kind)
    .sort();
}
