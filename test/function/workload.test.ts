import { App, Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import {
  Environment,
  FunctionChart,
  ProjectChart,
  Runtime,
  Scaler,
  Trigger,
  toFiles,
  WorkloadChart,
  type WorkloadProps,
  warningsOf,
} from '../../lib';
import { addObject } from '../../lib/object/object';
import { ENVIRONMENT, load, problems } from '../catalog/folder';

const HEAD = 'kind: workload\n';
const TARGET = 'target: { kind: StatefulSet, name: web }\n';
const inFile = (yaml: string) => problems({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/web.yaml': HEAD + yaml });

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Manifest = any;

function render(props: Partial<WorkloadProps> = {}): { [kind: string]: Manifest } {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  const chart = new WorkloadChart(environment, 'web', { project: 'shop', target: { name: 'web' }, ...props });
  return Object.fromEntries(chart.toJson().map((object: Manifest) => [object.kind, object]));
}

test('only routes and scaling are made', () => {
  const objects = render();
  expect(Object.keys(objects).sort()).toEqual(['HTTPScaledObject', 'InterceptorRoute', 'ScaledObject']);
  const { InterceptorRoute: route, ScaledObject: scaledObject, HTTPScaledObject: rate } = objects;
  expect(scaledObject.metadata).toMatchObject({ name: 'fn-web', namespace: 'fn-shop' });
  expect(scaledObject.spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' });
  expect(route.spec.target).toEqual({ service: 'web', port: 80 });
  expect(route.spec.rules[0].hosts).toEqual(['web.fn.test']);
  expect(rate.spec.scaleTargetRef).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'web',
    service: 'web',
    port: 80,
  });
});

test.each<[Partial<WorkloadProps>, Manifest, Manifest]>([
  [
    { target: { kind: 'StatefulSet', name: 'db', service: 'db-headed', port: 8081, container: 'main' } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', envSourceContainerName: 'main' },
    { service: 'db-headed', port: 8081 },
  ],
  [
    { target: { kind: 'Rollout', name: 'web' } },
    { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' },
    { service: 'web', port: 80 },
  ],
  [
    { target: { kind: 'Game', apiVersion: 'agones.dev/v1', name: 'web' } },
    { apiVersion: 'agones.dev/v1', kind: 'Game', name: 'web' },
    { service: 'web', port: 80 },
  ],
])('%j is scaled and called', (props, scaleTargetRef, target) => {
  const { ScaledObject, InterceptorRoute } = render(props);
  expect(ScaledObject.spec.scaleTargetRef).toEqual(scaleTargetRef);
  expect(InterceptorRoute.spec.target).toEqual(target);
});

test('scaling, triggers, schedules and the other scaler are those of a function', () => {
  const { ScaledObject, CronJob } = render({
    maxReplicas: 3,
    cooldown: Duration.minutes(1),
    triggers: [Trigger.redis({ address: ['r:6379'], listName: 'x', passwordFromEnv: 'OF_THE_TARGET' })],
    schedules: { nightly: { cron: '@daily' } },
  });
  expect(ScaledObject.spec).toMatchObject({ maxReplicaCount: 3, cooldownPeriod: 60 });
  expect(ScaledObject.spec.triggers).toHaveLength(3);
  expect(CronJob.metadata.name).toBe('fn-web-nightly');
  expect(Object.keys(render({ scaler: Scaler.HTTP_SCALED_OBJECT }))).toEqual(['HTTPScaledObject']);
});

test.each([
  ['', 1, 'target is missing; allowed: a map with the keys name, kind'],
  ['target: { kind: StatefulSet }', 2, 'target.name is missing'],
  ['target: { kind: DaemonSet, name: web }', 2, 'target.kind "DaemonSet" has a pod on each node, and no scale'],
  ['target: { kind: Game, name: web }', 2, 'target.apiVersion is missing, and Game is of no known group'],
  ['target: { name: web, apiVersion: v1/apps/x }', 2, 'target.apiVersion "v1/apps/x" is invalid'],
  ['target: { name: web, port: 0 }', 2, 'target.port 0 is invalid; allowed: a whole number from 1 to 65535'],
  [`${TARGET}image: a/b:1`, 3, 'image is about pods that are made here; allowed: none'],
  [`${TARGET}memory: 64Mi`, 3, 'memory is about pods that are made here; allowed: none'],
  [`${TARGET}visibility: internal\nhosts: [web.fn-p]`, 4, "is the function's own Service, past the interceptor"],
  [`${TARGET}schedule: { cron: "@daily" }`, 3, 'schedule is an unknown key'],
])('%j is refused', (yaml, line, message) => {
  expect(inFile(yaml)).toEqual([expect.stringContaining(`functions/p/web.yaml:${line}: `)]);
  expect(inFile(yaml)[0]).toContain(message);
});

test('a function file has no target', () => {
  const files = { 'environments/a.yaml': ENVIRONMENT, 'functions/p/a.yaml': `runtime: go\nimage: a/b:1\n${TARGET}` };
  expect(problems(files)).toEqual([expect.stringContaining('functions/p/a.yaml:3: target is an unknown key')]);
});

test('what functions have in common is taken as far as it has a meaning, and an environment overrides it', () => {
  const { environments } = load({
    'environments/a.yaml': `${ENVIRONMENT}\ndefaults: { memory: 64Mi, maxReplicas: 4 }\noverrides: { p/web: { target: { port: 81 } } }`,
    'functions/p/web.yaml': HEAD + TARGET,
  });
  expect(environments[0].projects[0].functions[0].props).toMatchObject({
    maxReplicas: 4,
    target: { kind: 'StatefulSet', name: 'web', port: 81 },
  });
  expect(environments[0].projects[0].functions[0].props).not.toHaveProperty('memory');
});

test('pods that are made here are refused in code too', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  const props = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', target: { name: 'web' } };
  expect(() => new FunctionChart(environment, 'web', props)).toThrow('e/web: image "a/b:1" is about pods');
});

test('two that scale one workload are told', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  for (const id of ['a', 'b']) new WorkloadChart(environment, id, { project: 'shop', target: { name: 'web' } });
  expect(() => toFiles(environment.node.root as App)).toThrow(
    'e/b: target Deployment web is also scaled by e/a; allowed: another target',
  );
  const files = { 'functions/p/a.yaml': HEAD + TARGET, 'functions/p/b.yaml': HEAD + TARGET };
  expect(problems({ 'environments/a.yaml': ENVIRONMENT, ...files })).toEqual([
    expect.stringContaining('functions/p/b.yaml:2: target makes StatefulSet fn-p/web scale twice'),
  ]);
});

test('a workload may be called as the objects of its function are', () => {
  const own = { 'environments/a.yaml': ENVIRONMENT, 'functions/p/web.yaml': `${HEAD}target: { name: fn-web }` };
  expect(load(own).environments[0].projects[0].functions[0].props).toMatchObject({ target: { name: 'fn-web' } });
});

function warnings(target: WorkloadProps['target'], replicas?: number, createNamespace = true): string[] {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  new ProjectChart(environment, 'project', { name: 'shop', createNamespace });
  const chart = new WorkloadChart(environment, 'web', { project: 'shop', target });
  addObject(k8s.KubeDeployment, chart, 'made', {
    metadata: { name: 'web', namespace: 'fn-shop' },
    spec: { replicas, selector: {}, template: {} },
  });
  return warningsOf(environment.node.root as App);
}

test('replicas beside a target are warned of', () => {
  const podLabels = { app: 'web' };
  expect(warnings({ name: 'web', podLabels })).toEqual([]);
  expect(warnings({ name: 'web', podLabels }, 2)).toEqual([
    expect.stringContaining('target Deployment web says replicas, which puts back what KEDA scales'),
  ]);
});

test('where the project closes its namespace, the interceptor is let in by the labels of the pods', () => {
  expect(warnings({ name: 'web' })).toEqual([expect.stringContaining('target Deployment web has no podLabels')]);
  expect(warnings({ name: 'web' }, undefined, false)).toEqual([]);
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  new ProjectChart(environment, 'project', { name: 'shop' });
  const target = { name: 'web', podLabels: { app: 'web' } };
  const { networkPolicy } = new WorkloadChart(environment, 'web', { project: 'shop', target });
  expect(networkPolicy!.toJson().spec).toMatchObject({
    podSelector: { matchLabels: { app: 'web' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/component': 'interceptor' } } }] }],
  });
});
