import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  ProjectChart,
  Runtime,
  toFiles,
  warningsOf,
} from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects
export type Any = any;

/** The objects of a function by kind; of several of a kind the first. */
export interface Objects {
  readonly [kind: string]: Any;
}

/** A function as it is rendered, with what is warned of. */
export function renderWith(props: Partial<FunctionChartProps> = {}): { objects: Objects; warnings: string[] } {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new ProjectChart(environment, 'p', { name: 'shop' });
  new FunctionChart(environment, 'hello', { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ...props });
  const objects = loadAll(toFiles(app)['e/hello.yaml'] as string) as Any[];
  return {
    objects: Object.fromEntries([...objects].reverse().map((object) => [object.kind, object])),
    warnings: warningsOf(app),
  };
}

export const render = (props?: Partial<FunctionChartProps>): Objects => renderWith(props).objects;
export const podOf = (objects: Objects): Any => objects.Deployment.spec.template.spec;
export const container = (objects: Objects): Any => podOf(objects).containers[0];

/** What the API server lets nobody change in an object that is there. */
export function immutable({ Deployment, Service, ScaledObject, InterceptorRoute, HTTPScaledObject }: Objects): unknown {
  const objects = [Deployment, Service, ScaledObject, InterceptorRoute, HTTPScaledObject];
  return {
    names: objects.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata.namespace, metadata.name]),
    selector: Deployment.spec.selector,
    found: [Service.spec.selector, ScaledObject.spec.scaleTargetRef, HTTPScaledObject.spec.scaleTargetRef],
  };
}
