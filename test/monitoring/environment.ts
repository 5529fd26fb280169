import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment, FunctionChart, Monitoring, type MonitoringProps, Runtime, toFiles } from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects
export type Any = any;

/** The files of an environment with three functions and monitoring. */
export function files(props?: MonitoringProps): { [path: string]: Any[] } {
  const app = new App();
  const environment = new Environment(app, 'production', { domain: 'fn.test' });
  new Monitoring(environment, 'monitoring', props);
  const base = { project: 'shop', image: 'a/b:1' };
  new FunctionChart(environment, 'web', { ...base, runtime: Runtime.NODE });
  new FunctionChart(environment, 'always', { ...base, runtime: Runtime.GO, minReplicas: 1 });
  new FunctionChart(environment, 'hello', { ...base, runtime: Runtime.GO });
  return Object.fromEntries(
    Object.entries(toFiles(app))
      .filter(([path]) => path.startsWith('production/monitoring/'))
      .map(([path, text]) => [path.replace('production/monitoring/', ''), loadAll(text) as Any[]]),
  );
}

/** The one object of a kind. */
export function only(objects: Any[], kind: string): Any {
  const found = objects.filter((object) => object.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

/** The groups of rules, as Prometheus reads them. */
export function groups(props?: MonitoringProps): Any[] {
  return only(files(props)['prometheus.yaml'], 'PrometheusRule').spec.groups;
}

export function alerts(props?: MonitoringProps): Any[] {
  return groups(props).flatMap(({ rules }) => rules.filter((rule: Any) => rule.alert));
}
