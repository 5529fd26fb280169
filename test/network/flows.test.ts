import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Edge,
  Egress,
  Environment,
  FunctionChart,
  type FunctionChartProps,
  KedaPlatform,
  type KedaPlatformProps,
  Monitoring,
  PodSecurity,
  ProjectChart,
  type ProjectChartProps,
  Runtime,
} from '../../lib';
import { Flows } from '../../scripts/flows';

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Manifest = any;

const DIST = join(__dirname, '../../dist/production');
const [OPERATOR, METRICS_SERVER] = ['keda-operator', 'keda-operator-metrics-apiserver'];
const [INTERCEPTOR, SCALER] = ['keda-add-ons-http-interceptor', 'keda-add-ons-http-external-scaler'];

/** Who calls a port. */
const callers = (manifests: Manifest[], of: string, port: number) =>
  new Flows(manifests).incoming().find(({ to, port: each }) => to === of && each === port)?.from;
const places = (manifests: Manifest[], of: string) =>
  new Flows(manifests).outgoing().find(({ from }) => from === of)!.to;

interface Given {
  readonly platform?: KedaPlatformProps;
  readonly project?: Partial<ProjectChartProps>;
  readonly fn?: Partial<FunctionChartProps>;
  readonly more?: (environment: Environment) => void;
}

function render({ platform, project, fn, more }: Given = {}): Manifest[] {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda', platform);
  new ProjectChart(environment, 'project', { name: 'shop', ...project });
  new FunctionChart(environment, 'pay', { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ...fn });
  more?.(environment);
  return app.charts.filter(({ node }) => node.id !== 'crds').flatMap((chart) => chart.toJson());
}

describe('the reference app', () => {
  const dist: Manifest[] = (readdirSync(DIST, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => loadAll(readFileSync(join(DIST, file), 'utf8')));

  test.each<[string, number, string[]]>([
    [INTERCEPTOR!, 8080, ['cloudflared', 'functions']],
    [INTERCEPTOR!, 9090, [SCALER!]],
    [SCALER!, 9090, [OPERATOR!]],
    [OPERATOR!, 9666, [METRICS_SERVER!]],
    ['functions', 8080, [INTERCEPTOR!]],
  ])('%s is called at %i by %j alone', (to, port, from) => {
    expect(callers(dist, to, port)).toEqual(from);
  });

  test('nobody calls the metadata of a cloud', () => {
    for (const { to } of new Flows(dist).outgoing()) expect(to).not.toContain('metadata addresses');
  });

  test.each(['keda', 'cloudflared', 'fn-my-project'])('a pod that nobody knows is closed in %s', (namespace) => {
    const stranger = {
      kind: 'Deployment',
      metadata: { name: 'stranger', namespace },
      spec: {
        template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ ports: [{ containerPort: 1 }] }] } },
      },
    };
    expect(callers([...dist, stranger], 'stranger', 1)).toEqual([]);
    expect(places([...dist, stranger], 'stranger')).toEqual([]);
    const open = dist.filter(({ metadata }) => metadata.name !== 'default-deny');
    expect(callers([...open, stranger], 'stranger', 1)).toContain('other pods');
  });

  test('a policy that is lost is seen', () => {
    const without = dist.filter(({ kind, metadata }) => kind !== 'NetworkPolicy' || metadata.namespace !== 'keda');
    expect(callers(without, SCALER!, 9090)).toContain('other pods');
  });
});

test('without an edge anybody may be one, unless it is said who', () => {
  expect(callers(render(), INTERCEPTOR!, 8080)).toContain('addresses');
  const ingressFrom = [{ namespace: 'elsewhere' }];
  const platform = { interceptor: { ingressFrom } };
  expect(callers(render({ platform }), INTERCEPTOR!, 8080)).toEqual(['functions', 'other pods']);
});

test('what a chart labels as charts do is not taken for a function', () => {
  const labels = {
    'app.kubernetes.io/part-of': 'something',
    'app.kubernetes.io/component': 'server',
    'app.kubernetes.io/managed-by': 'Helm',
  };
  const spec = { template: { metadata: { labels }, spec: { containers: [{}] } } };
  const pod = { kind: 'Deployment', metadata: { name: 'charted', namespace: 'something' }, spec };
  const platform = { interceptor: { ingressFrom: [{ namespace: 'elsewhere' }] } };
  expect(callers([...render({ platform }), pod], INTERCEPTOR!, 8080)).not.toContain('charted');
});

test('an edge whose controller is anywhere lets anybody in, at its port alone', () => {
  const manifests = render({ more: (environment) => new Edge(environment, 'edge', { ingress: {} }) });
  expect(callers(manifests, INTERCEPTOR!, 8080)).toContain('addresses');
  expect(callers(manifests, INTERCEPTOR!, 9090)).toEqual([SCALER]);
});

test('the port of TLS is open to whom that of plain HTTP is', () => {
  const manifests = render({ platform: { interceptor: { tls: { secretName: 's', port: 8444 } } } });
  expect(callers(manifests, INTERCEPTOR!, 8444)).toEqual(callers(manifests, INTERCEPTOR!, 8080));
});

test('metrics are closed without monitoring', () => {
  expect(callers(render(), OPERATOR!, 8080)).toEqual([]);
  expect(callers(render({ more: (environment) => new Monitoring(environment, 'm') }), OPERATOR!, 8080)).toContain(
    'other pods',
  );
});

test('a metrics server on the network of its node reaches the operator', () => {
  const platform = { podSecurity: PodSecurity.PRIVILEGED, metricsServer: { hostNetwork: true } };
  const manifests = render({ platform });
  expect(callers(manifests, OPERATOR!, 9666)).toContain('addresses');
});

test('what is sent to a collector gets there', () => {
  const telemetry = (endpoint: string) => places(render({ platform: { openTelemetry: { endpoint } } }), SCALER!);
  expect(telemetry('http://collector.elsewhere:4318')).toContain('other pods');
  expect(telemetry('http://collector.elsewhere.svc.cluster.local:4318')).toContain('other pods');
  expect(telemetry('http://203.0.113.1:80')).toContain('Internet');
  expect(places(render(), SCALER!)).toEqual(['DNS', 'API server', 'Internet at 443']);
});

describe('functions', () => {
  const { OPEN, CLOSED } = Egress;
  const all = ['DNS', 'API server', 'other pods', 'Internet at 443', 'Internet'];

  test.each<[project: Egress | undefined, fn: Egress | undefined, to: string[]]>([
    [undefined, undefined, all],
    [CLOSED, undefined, ['DNS']],
    [undefined, CLOSED, ['DNS']],
    [CLOSED, OPEN, all],
    [OPEN, CLOSED, ['DNS']],
  ])('egress %s of the project, %s of the function', (project, fn, to) => {
    expect(places(render({ project: { egress: project }, fn: { egress: fn } }), 'functions')).toEqual(to);
  });

  test('egress of a function alone needs no policy of its project', () => {
    const closed = render({ project: { networkPolicy: false }, fn: { egress: CLOSED } });
    expect(places(closed, 'functions')).toEqual(['DNS']);
    expect(callers(closed, 'functions', 8080)).toContain('other pods');
  });

  test('whom a project lets out and in, all its functions are let', () => {
    const peer = [{ namespace: 'elsewhere' }];
    const manifests = render({ project: { egress: CLOSED, egressTo: peer, ingressFrom: peer } });
    expect(places(manifests, 'functions')).toEqual(['DNS', 'other pods']);
    expect(callers(manifests, 'functions', 8080)).toEqual([INTERCEPTOR, 'other pods']);
  });

  test('a token is for the API server; what is added closes nothing', () => {
    const closed = { egress: CLOSED, automountServiceAccountToken: true };
    expect(places(render({ fn: closed }), 'functions')).toEqual(['DNS', 'API server', 'Internet at 443']);
    const open = { automountServiceAccountToken: true };
    expect(places(render({ fn: open }), 'functions')).toEqual(all);
    expect(places(render({ project: { networkPolicy: false }, fn: open }), 'functions')).toEqual([
      ...all,
      'metadata addresses',
    ]);
  });

  test('the interceptor reaches what answers in place of a function', () => {
    const fallback = { coldStart: { fallback: { service: 'sorry', port: 80 } } };
    const policies = (project: Partial<ProjectChartProps>) =>
      render({ project, fn: fallback }).filter(({ metadata }) => metadata.name === 'fn-pay-fallback');
    expect(policies({})).toHaveLength(1);
    // there it would close the pods of others
    expect(policies({ createNamespace: false })).toEqual([]);
    expect(policies({ networkPolicy: false })).toEqual([]);
  });
});

test('in a namespace that is not made here only known pods are closed', () => {
  const manifests = render({ platform: { createNamespace: false }, project: { createNamespace: false } });
  const denials = manifests.filter(({ metadata }) => metadata.name === 'default-deny');
  expect(denials).toEqual([]);
  expect(callers(manifests, 'functions', 8080)).toEqual([INTERCEPTOR]);
});

test('a scheduled call reaches the interceptor and DNS, and nobody reaches it', () => {
  const fn = { schedules: { nightly: { cron: '@daily' } } };
  const edge = (environment: Environment) =>
    new Edge(environment, 'edge', { ingress: { controllerNamespace: 'edge' } });
  const manifests = render({ fn, more: edge });
  expect(callers(manifests, INTERCEPTOR!, 8080)).toContain('scheduled calls');
  expect(callers(render({ more: edge }), INTERCEPTOR!, 8080)).not.toContain('scheduled calls');
  expect(callers(manifests, 'functions', 8080)).toEqual([INTERCEPTOR]);
  expect(callers(manifests, INTERCEPTOR!, 9090)).toEqual([SCALER]);
  expect(places(manifests, 'scheduled calls')).toEqual(['DNS']);
});
