import { App, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Environment,
  FunctionChart,
  InputError,
  Monitoring,
  type MonitoringProps,
  ProjectChart,
  Runtime,
  Scaler,
  Scrape,
  toFiles,
  warningsOf,
} from '../../lib';
import { FUNCTIONS_DASHBOARD } from '../../lib/monitoring/dashboards/functions';
import { toGrafana } from '../../lib/monitoring/dashboards/model';
import { COLD_START_TARGET, SCALES_TO_ZERO_AFTER } from '../../lib/monitoring/rules/functions';
import { CONCURRENCY } from '../../lib/monitoring/rules/recording';
import { objects as platformObjects } from '../platform/synth';
import { type Any, files, only } from './environment';

const service = (props: MonitoringProps, name: string) =>
  files(props)['targets.yaml'].find(({ metadata }) => metadata.name === name);

test('kinds that a cluster may lack stand in a file of their own', () => {
  const kinds = Object.fromEntries(
    Object.entries(files()).map(([file, objects]) => [file, [...new Set(objects.map(({ kind }) => kind))]]),
  );
  expect(kinds).toEqual({
    'dashboards.yaml': ['ConfigMap'],
    'prometheus.yaml': ['PrometheusRule', 'ServiceMonitor'],
    'targets.yaml': ['Service'],
  });
});

describe('targets', () => {
  test.each([
    ['keda-operator', 8080],
    ['keda-operator-metrics-apiserver', 8080],
    ['keda-admission-webhooks', 8080],
    ['keda-add-ons-http-interceptor', 2223],
    ['keda-add-ons-http-external-scaler', 2223],
  ])('the Service of %s selects its pods, and no others', (job, port) => {
    const { metadata, spec } = service({}, `${job}-metrics`);
    expect(metadata).toMatchObject({ namespace: 'keda', labels: { 'app.kubernetes.io/name': job } });
    expect(metadata.annotations).toBeUndefined();
    expect(spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port, targetPort: port }] });
    const selected = platformObjects()
      .filter(({ kind }) => kind === 'Deployment')
      .filter(({ spec: { template } }) =>
        Object.entries(spec.selector).every(([label, value]) => template.metadata.labels[label] === value),
      );
    expect(selected.map(({ metadata }) => metadata.name)).toEqual([job]);
  });

  test('the ServiceMonitor finds these Services by label and port', () => {
    const monitor = only(files()['prometheus.yaml'], 'ServiceMonitor');
    expect(monitor).toMatchObject({
      metadata: { name: 'keda-functions', namespace: 'keda' },
      spec: {
        jobLabel: 'app.kubernetes.io/name',
        endpoints: [{ port: 'metrics', interval: '30s', scrapeTimeout: '10s', honorLabels: true }],
      },
    });
    for (const { metadata } of files()['targets.yaml']) {
      expect(metadata.labels).toMatchObject(monitor.spec.selector.matchLabels);
    }
    for (const { kind, metadata } of platformObjects().filter(({ kind }) => kind === 'Service')) {
      expect([kind, metadata.labels]).not.toEqual([kind, expect.objectContaining(monitor.spec.selector.matchLabels)]);
    }
  });

  test('by annotations, without a kind of the Prometheus Operator', () => {
    const annotated = files({ scrape: Scrape.ANNOTATIONS });
    expect(annotated['targets.yaml'].map(({ metadata }) => metadata.annotations)).toEqual(
      [2223, 2223, 8080, 8080, 8080].map((port) => ({
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': String(port),
        'prometheus.io/path': '/metrics',
      })),
    );
    expect(annotated['prometheus.yaml'].map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
      ['ConfigMap', 'keda-functions-rules'],
    ]);
  });
});

test.each<[MonitoringProps, string]>([
  [{ interval: Duration.millis(500) }, 'interval "500ms" is a fraction of a second; allowed: whole seconds'],
  [{ interval: Duration.hours(2) }, 'interval "2h" is out of range; allowed: 1s to 2m'],
  [{ labels: { a: 'b c' } }, 'labels.a "b c" is invalid; allowed: the value of a label'],
  [{ runbookUrl: 'wiki' }, 'runbookUrl "wiki" is invalid; allowed: http:// or https:// and a folder'],
  [{ runbookUrl: 'http://a/{{ b }}' }, 'runbookUrl "http://a/{{ b }}" is invalid'],
  [{ dashboardNamespace: 'A' }, 'dashboardNamespace "A" is not a DNS label; allowed:'],
  [{ namespace: 'A' }, 'namespace "A" is not a DNS label; allowed: lower case, "a"'],
  [{ thresholds: { errorRatio: 1 } }, 'thresholds.errorRatio 1 is invalid; allowed: a number above 0 and below 1'],
  [
    { thresholds: { coldStartObjective: 0 } },
    'thresholds.coldStartObjective 0 is invalid; allowed: a number above 0 and below 1',
  ],
  [
    { thresholds: { errorRatio: Number.NaN } },
    'thresholds.errorRatio NaN is invalid; allowed: a number above 0 and below 1',
  ],
  [
    { thresholds: { answerWithin: Duration.seconds(0) } },
    'thresholds.answerWithin "0s" is out of range; allowed: 1s to 1h',
  ],
  [
    { thresholds: { interceptorConcurrency: 0.5 } },
    'thresholds.interceptorConcurrency 0.5 is invalid; allowed: a whole number from 1 to 2147483647',
  ],
  [
    { thresholds: { scaleLoopDelay: Duration.millis(1) } },
    'thresholds.scaleLoopDelay "1ms" is a fraction of a second; allowed: whole seconds',
  ],
])('%j is refused', (props, message) => {
  const build = () => files(props);
  expect(build).toThrow(InputError);
  expect(build).toThrow(`production/monitoring: ${message}`);
});

describe('functions', () => {
  const rules = (build: (environment: Environment) => void) => {
    const app = new App();
    const environment = new Environment(app, 'e', { domain: 'fn.test' });
    build(environment);
    new Monitoring(environment, 'monitoring');
    return toFiles(app)['e/monitoring/prometheus.yaml'];
  };
  const base = { project: 'shop', image: 'a/b:1', runtime: Runtime.GO };
  const add = (environment: Construct, id: string, props = {}) =>
    new FunctionChart(environment, id, { ...base, ...props });

  test.each([
    [{}, 360],
    [{ cooldown: Duration.minutes(1), requestRateWindow: Duration.seconds(30) }, 90],
    [{ scaler: Scaler.HTTP_SCALED_OBJECT, concurrency: 5 }, 300],
    [{ scaler: Scaler.HTTP_SCALED_OBJECT }, 360],
    [{ minReplicas: 1 }, undefined],
  ])('%j is at zero after %s s without traffic', (props, seconds) => {
    const fn = add(new Environment(new App(), 'e', { domain: 'fn.test' }), 'hello', props);
    expect(fn.scalesToZeroAfter?.toSeconds()).toBe(seconds);
  });

  test('the look back for the last request covers the slowest function', () => {
    expect(rules((e) => add(e, 'slow', { cooldown: Duration.hours(2) }))).toContain('timestamp_seconds[122m]');
  });

  test('of this environment alone, in an order that does not depend on that of construction', () => {
    const one = rules((e) => [add(e, 'a'), add(e, 'b')]);
    expect(one).toBe(rules((e) => [add(e, 'b'), add(e, 'a')]));
    const other = rules((e) => {
      add(e, 'a');
      add(new Environment(e.node.root as App, 'other', { domain: 'fn.test' }), 'b');
    });
    expect(other).not.toContain('route_name: fn-b');
  });

  test('none at all', () => {
    const text = rules((e) => new Construct(e, 'functions'));
    expect(text).not.toContain('cold_start_target_seconds\n');
    expect(text).toContain('route:cold_starts:increase');
  });
});

describe('dashboards', () => {
  const dashboards = files()['dashboards.yaml'];

  test('are ConfigMaps for the sidecar', () => {
    expect(
      dashboards.map(({ metadata, data }) => [metadata.name, metadata.labels.grafana_dashboard, Object.keys(data)]),
    ).toEqual([
      ['keda-functions-dashboard', '1', ['keda-functions.json']],
      ['keda-functions-platform-dashboard', '1', ['keda-functions-platform.json']],
    ]);
  });

  test.each(dashboards.map(({ metadata, data }) => [metadata.name, JSON.parse(Object.values(data)[0] as string)]))(
    '%s is a model that Grafana imports',
    (_, model) => {
      expect(model.schemaVersion).toBeGreaterThanOrEqual(39);
      expect(model.templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' });
      const ids = model.panels.map(({ id }: Any) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const places = new Set<string>();
      for (const { type, title, gridPos, targets, datasource } of model.panels) {
        for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
          for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
            expect([title, places.has(`${x} ${y}`), x < 24]).toEqual([title, false, true]);
            places.add(`${x} ${y}`);
          }
        }
        if (type === 'row') continue;
        expect(['timeseries', 'stat', 'bargauge']).toContain(type);
        expect(datasource).toEqual({ type: 'prometheus', uid: ['$', '{datasource}'].join('') });
        for (const { expr, legendFormat, instant, range } of targets) {
          expect([expr, legendFormat]).toEqual([expect.any(String), expect.stringMatching(/./)]);
          expect([instant, range]).toEqual([type !== 'timeseries', type === 'timeseries']);
        }
      }
    },
  );

  test('the functions are chosen by namespace and name', () => {
    const { templating } = toGrafana(FUNCTIONS_DASHBOARD) as Any;
    const series = [COLD_START_TARGET, SCALES_TO_ZERO_AFTER, CONCURRENCY].join('|');
    expect(templating.list.map(({ name, definition }: Any) => [name, definition])).toEqual([
      ['datasource', undefined],
      ['namespace', `label_values({__name__=~"${series}"}, route_namespace)`],
      ['function', `label_values({__name__=~"${series}", route_namespace=~"$namespace"}, route_name)`],
    ]);
  });
});

test('an alert that fires while a function may still answer is warned of', () => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new Monitoring(environment, 'monitoring');
  new ProjectChart(environment, 'project', { name: 'p' });
  const base = { project: 'p', image: 'a/b:1', runtime: Runtime.GO };
  new FunctionChart(environment, 'slow', { ...base, readinessTimeout: Duration.minutes(2) });
  new FunctionChart(environment, 'fast', { ...base, readinessTimeout: Duration.seconds(90) });
  expect(warningsOf(app)).toEqual([
    'e/monitoring: thresholds.answerWithin 120s is below readinessTimeout 2m and timeout 30s of e/slow together: an alert fires while it may still answer',
  ]);
});
