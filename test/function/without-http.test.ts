import { App, Duration } from 'cdk8s';
import {
  Edge,
  Environment,
  FunctionChart,
  FunctionDefaults,
  MetricTargetType,
  Monitoring,
  ProjectChart,
  Runtime,
  Scaler,
  Trigger,
  toFiles,
  warningsOf,
} from '../../lib';
import { load, problems } from '../catalog/folder';
import { render, renderWith } from './render';

const BASE = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };
const REDIS = Trigger.redis({ address: ['redis:6379'], listName: 'jobs' });

test('no edge, alert or record speaks of it, and of a called one they do', () => {
  const files = (http: boolean) => {
    const app = new App();
    const environment = new Environment(app, 'e', { domain: 'internal.svc' });
    new ProjectChart(environment, 'shop', { name: 'shop' });
    new FunctionChart(environment, 'web', { ...BASE, hosts: ['web.test'] });
    new FunctionChart(environment, 'jobs', {
      ...BASE,
      http,
      triggers: [REDIS],
      hosts: http ? ['jobs.test'] : undefined,
    });
    new FunctionChart(environment, 'more', {
      ...BASE,
      http: false,
      triggers: [Trigger.cpu({ value: '60', metricType: MetricTargetType.UTILIZATION })],
      minReplicas: 1,
    });
    new Edge(environment, 'edge', { ingress: { className: 'nginx' } });
    new Monitoring(environment, 'monitoring');
    return { files: toFiles(app), warnings: warningsOf(app) };
  };
  const others = (http: boolean) =>
    Object.entries(files(http).files)
      .filter(([name]) => name !== 'e/jobs.yaml')
      .map(([, text]) => text)
      .join();
  expect(others(true)).toMatch(/jobs\.test[\s\S]*fn-jobs/);
  expect(others(false)).not.toContain('jobs');
  expect(files(false).warnings).toEqual([]);
});

test('what it is scaled by is its own alone, and it is asked for every 15 seconds', () => {
  const { ScaledObject, Deployment } = render({ http: false, triggers: [REDIS] });
  expect(ScaledObject.spec).toMatchObject({ minReplicaCount: 0, pollingInterval: 15, cooldownPeriod: 300 });
  expect(ScaledObject.spec.triggers).toHaveLength(1);
  expect(Deployment.spec.selector).toEqual(render().Deployment.spec.selector);
});

test('it goes to zero after its cooldown, with idleReplicas too', () => {
  const chart = (props: object) =>
    new FunctionChart(new App(), 'f', { ...BASE, http: false, triggers: [REDIS], ...props }).scalesToZeroAfter;
  expect(chart({ cooldown: Duration.seconds(7) })?.toSeconds()).toBe(7);
  expect(chart({ minReplicas: 2 })).toBeUndefined();
  expect(chart({ minReplicas: 2, idleReplicas: 0 })?.toSeconds()).toBe(300);
});

test('a function that idles at zero is no fallback for another', () => {
  const files = (idle: string) => ({
    'environments/e.yaml': 'domain: a.b',
    'functions/p/f.yaml': 'runtime: go\nimage: a/b:1\ncoldStart: { fallback: { service: fn-g } }',
    'functions/p/g.yaml': `runtime: go\nimage: a/b:1\nminReplicas: 1\n${idle}`,
  });
  expect(load(files('')).environments).toHaveLength(1);
  expect(problems(files('idleReplicas: 0'))).toEqual([
    expect.stringMatching(/^functions\/p\/f\.yaml:3: .* belongs to a function that goes to zero/),
  ]);
});

describe('layers', () => {
  const files = (own: string) => ({
    'environments/e.yaml': 'domain: a.b\ndefaults: { concurrency: 5, memory: 64Mi }',
    'functions/p/project.yaml': 'defaults: { pathPrefixes: [/api] }',
    'functions/p/f.yaml': `runtime: go\nimage: a/b:1\n${own}`,
  });
  const JOBS = 'triggers: [{ type: redis, address: [redis:6379], listName: jobs }]';

  test('what is said of requests below http: false is taken away', () => {
    const [fn] = load(files(`http: false\n${JOBS}`)).environments[0]!.projects[0]!.functions;
    expect(fn!.props).toMatchObject({ http: false, memory: expect.anything() });
    expect(Object.keys(fn!.props)).not.toEqual(expect.arrayContaining(['concurrency']));
    expect(Object.keys(fn!.props)).not.toEqual(expect.arrayContaining(['pathPrefixes']));
    expect(fn!.settings.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['concurrency']));
    expect(fn!.settings.map(({ key }) => key)).toEqual(expect.arrayContaining(['http', 'memory', 'cooldown']));
  });

  test('what is said beside it is refused', () => {
    expect(problems(files(`http: false\n${JOBS}\nrequestRate: 3`))).toEqual([
      'functions/p/f.yaml:5: requestRate 3 is about requests, and http is false; allowed: none, or http: true',
    ]);
  });

  test('in code, a scope around it says nothing of its requests', () => {
    const environment = new Environment(new App(), 'e', { domain: 'a.b' });
    FunctionDefaults.of(environment).add({ concurrency: 5, minReplicas: 1 });
    const { scaledObject } = new FunctionChart(environment, 'f', { ...BASE, http: false, triggers: [REDIS] });
    expect(scaledObject!.toJson().spec.minReplicaCount).toBe(1);
  });
});

test('a fallback that does not begin, or wakes nothing, is warned of', () => {
  const metric = { serverAddress: 'http://prometheus', query: 'a', threshold: 1 };
  const value = Trigger.prometheus({ ...metric, metricType: MetricTargetType.VALUE });
  const props = { triggers: [Trigger.prometheus(metric), value, REDIS], fallback: { replicas: 2 } };
  const connecting = expect.stringContaining('triggers[2] is redis, to which KEDA connects before it looks');
  expect(renderWith(props).warnings).toEqual([
    expect.stringContaining('triggers[1] has metricType Value: while it fails, fallback keeps pods and wakes none'),
    connecting,
  ]);
  expect(renderWith({ ...props, minReplicas: 1 }).warnings).toEqual([connecting]);
  expect(renderWith({ triggers: [REDIS] }).warnings).toEqual([]);
});

describe('the name of the HPA', () => {
  const name = (length: number) => 'f'.repeat(length - 'fn-'.length);
  const config = (length: number) =>
    render({ name: name(length) }).ScaledObject.spec.advanced?.horizontalPodAutoscalerConfig;

  test('is given where the one that KEDA makes is longer than its webhook takes', () => {
    expect(config(54)).toBeUndefined();
    expect(config(55)).toEqual({ name: `fn-${name(55)}` });
  });

  test('cannot be given to what the add-on makes', () => {
    const build = (length: number) => () => render({ name: name(length), scaler: Scaler.HTTP_SCALED_OBJECT });
    expect(build(54)).not.toThrow();
    expect(build(55)).toThrow(/which has 55 characters; allowed: a-z, 0-9 and "-", at most 51 characters/);
  });
});
