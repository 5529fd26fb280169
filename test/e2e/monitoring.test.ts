import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import {
  Environment,
  FunctionChart,
  KedaPlatform,
  METRICS,
  Monitoring,
  ProjectChart,
  Runtime,
  Scaler,
  Scrape,
  toFiles,
} from '../../lib';
import { DASHBOARDS } from '../../lib/monitoring/dashboards';
import { seriesOf } from '../monitoring/promql';
import { type Answer, apply, forward, get, image, kubectl, untilReady, waitUntil } from './cluster';
import { fromServiceMonitor, PROMETHEUS_INSTALLED, Prometheus, type Sample } from './prometheus';
import { provokeRareMetrics, rareObjects } from './rare-metrics';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects
type Any = any;

const INTERVAL = Duration.seconds(5);
const COOLDOWN = 10;
const WINDOW = 10;
const WARM_REQUESTS = 10;
const IMAGE = image('go');
const namespace = 'fn-monitoring';
/** Two functions, one by each scaler, and how many requests arrive at once when they are at zero. */
const functions = [
  { name: 'single', scaler: Scaler.INTERCEPTOR_ROUTE, atOnce: 1 },
  { name: 'several', scaler: Scaler.HTTP_SCALED_OBJECT, atOnce: 3 },
];
const PLATFORM = ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml'];
/** Labels that Prometheus adds to a target. */
const TARGET_LABELS = ['__name__', 'instance', 'job', 'namespace', 'pod', 'le'];
/** Empty, and so absent, where KEDA was built without it. */
const BUILD_LABELS = ['git_commit'];

function environment(scrape: Scrape): App {
  const app = new App();
  const e2e = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(e2e, 'keda');
  new ProjectChart(e2e, 'project', { name: 'monitoring' });
  new Monitoring(e2e, 'monitoring', { scrape, interval: INTERVAL });
  for (const { name, scaler } of functions) {
    new FunctionChart(e2e, name, {
      project: 'monitoring',
      runtime: Runtime.GO,
      scaler,
      image: IMAGE,
      cooldown: Duration.seconds(COOLDOWN),
      initialCooldown: Duration.seconds(0),
      requestRateWindow: Duration.seconds(WINDOW),
    });
  }
  const others = new Chart(e2e, 'others');
  for (const object of rareObjects(namespace)) new ApiObject(others, object.kind, object);
  return app;
}

const objects = (scrape: Scrape) => loadAll(toFiles(environment(scrape))['e2e/monitoring/prometheus.yaml']) as Any[];
const seconds = (time: number) => new Promise((resolve) => setTimeout(resolve, time * 1000));
const allAtZero = () => kubectl('get', 'pods', '-n', namespace, '-o', 'name').trim() === '';

/** The job that docs/how-to/monitoring.md gives for a Prometheus without the operator, faster. */
function documentedScrape(): Any {
  const page = readFileSync(join(__dirname, '../../docs/how-to/monitoring.md'), 'utf8');
  const [, block] = /```yaml\n(scrape_configs:[\s\S]*?)```/.exec(page)!;
  return { ...(load(block) as Any).scrape_configs[0], scrape_interval: '5s', scrape_timeout: '5s' };
}

const FIRING = 'ALERTS{alertstate="firing", alertname!="FunctionColdStartsSlow"}';
const QUERIES = DASHBOARDS.flatMap(({ title, rows }) =>
  Object.values(rows).flatMap((row) =>
    Object.entries(row).flatMap(([panel, { queries }]) =>
      Object.values(queries).map((expr) => ({ panel: `${title}: ${panel}`, expr })),
    ),
  ),
);
const filled = (expr: string) => expr.replace(/\$namespace|\$function/g, '.+').replaceAll('$__range', '10m');

const answers: { [name: string]: Answer[] } = { single: [], several: [] };
const prometheuses: { [scrape: string]: Prometheus } = {};
/** What each query returned on a usual day, before what is rare. */
const usual: { [scrape: string]: { [expr: string]: Sample[] } } = {};
let interceptor: { port: number; close: () => void };

beforeAll(async () => {
  if (!PROMETHEUS_INSTALLED) {
    console.warn('prometheus is not installed (Debian: apt-get install prometheus): monitoring is not tested');
    return;
  }
  const app = environment(Scrape.ANNOTATIONS);
  // what others make comes on a day of its own, after the usual ones
  apply(app, [...PLATFORM, 'e2e/project.yaml'], ['e2e/others.yaml']);
  untilReady('keda');
  const file = objects(Scrape.ANNOTATIONS)[0].data['keda-functions.rules.yaml'];
  prometheuses[Scrape.ANNOTATIONS] = await Prometheus.start(documentedScrape(), load(file), '5s');
  const find = (kind: string) => objects(Scrape.PROMETHEUS_OPERATOR).find((object) => object.kind === kind);
  prometheuses[Scrape.PROMETHEUS_OPERATOR] = await Prometheus.start(
    fromServiceMonitor(find('ServiceMonitor')),
    find('PrometheusRule').spec,
    '5s',
  );
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  await waitUntil('both at zero', 60, allAtZero);
  await seconds(3 * INTERVAL.toSeconds());
  for (const round of [1, 2]) {
    if (round > 1) await waitUntil('both back at zero', COOLDOWN + WINDOW + 60, allAtZero);
    await Promise.all(
      functions.map(async ({ name, atOnce }) => {
        const send = () => get(interceptor.port, `${name}.fn.test`).then((answer) => answers[name].push(answer));
        await Promise.all(Array.from({ length: atOnce }, send));
        for (let i = 0; i < WARM_REQUESTS; i++) await send();
      }),
    );
  }
  await get(interceptor.port, 'nobody.fn.test');
  refusedScaledObject();
  await seconds(4 * INTERVAL.toSeconds());
  for (const [scrape, prometheus] of Object.entries(prometheuses)) {
    usual[scrape] = {};
    for (const expr of [FIRING, ...QUERIES.map((query) => query.expr)]) {
      usual[scrape][expr] = await prometheus.query(filled(expr));
    }
  }
  await provokeRareMetrics(namespace, IMAGE);
  for (const prometheus of Object.values(prometheuses)) prometheus.discoverAgain();
  await seconds(6 * INTERVAL.toSeconds());
}, 600_000);

afterAll(() => {
  for (const prometheus of Object.values(prometheuses)) prometheus.stop();
  interceptor?.close();
  if (!PROMETHEUS_INSTALLED) return;
  kubectl('delete', 'namespace', namespace, '--wait=false');
  kubectl('delete', 'services', '-n', 'keda', '-l', 'app.kubernetes.io/part-of=keda-functions');
  kubectl('delete', 'configmaps', '-n', 'keda', '-l', 'app.kubernetes.io/managed-by=cdk8s-keda-functions');
});

/** Asks the webhook for a second ScaledObject of one Deployment, which it refuses. */
function refusedScaledObject(): void {
  const second = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'second', namespace },
    spec: {
      scaleTargetRef: { name: 'fn-single' },
      triggers: [
        { type: 'cron', metadata: { timezone: 'UTC', start: '0 1 * * *', end: '0 2 * * *', desiredReplicas: '1' } },
      ],
    },
  };
  const { stderr } = spawnSync('kubectl', ['apply', '--dry-run=server', '-f', '-'], {
    input: JSON.stringify(second),
    encoding: 'utf8',
  });
  expect(stderr).toContain('already managed by');
}

const suite = PROMETHEUS_INSTALLED ? describe.each(Object.values(Scrape)) : describe.skip.each(Object.values(Scrape));

suite('%s', (scrape) => {
  const prometheus = () => prometheuses[scrape];
  const of = (name: string) => `{route_namespace="${namespace}", route_name="fn-${name}"}`;
  const total = (series: string, name: string) => prometheus().number(`sum(sum_over_time(${series}${of(name)}[10m]))`);

  test('every pod of the platform is scraped, once', async () => {
    const pods = JSON.parse(kubectl('get', 'pods', '-n', 'keda', '-o', 'json')).items as Any[];
    const expected = pods
      .map(({ metadata }) => metadata.name as string)
      .filter((pod) => !pod.startsWith('keda-add-ons-http-controller-manager'))
      .map((pod) => `${pod.replace(/-[a-z0-9]+-[a-z0-9]+$/, '')}/${pod}`);
    expect(await prometheus().scraped()).toEqual(expected.sort());
  });

  test.each(functions)('invocations and cold starts of $name are those that were sent', async ({ name, atOnce }) => {
    const sent = answers[name];
    const cold = sent.filter(({ coldStart }) => coldStart);
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
    expect(sent).toHaveLength(2 * (atOnce + WARM_REQUESTS));
    expect(cold).toHaveLength(2 * atOnce);
    expect(await total('route_code:interceptor_request_count:increase', name)).toBe(sent.length);
    expect(await total('route:cold_starts:increase', name)).toBe(2);
    // on a busy machine a warm request may take as long as a cold one
    const slow = sent.filter(({ coldStart, millis }) => !coldStart && millis > 200);
    const counted = await total('route:cold_requests:increase', name);
    expect(counted).toBeGreaterThanOrEqual(cold.length);
    expect(counted).toBeLessThanOrEqual(cold.length + slow.length);
    const slowest = Math.max(...cold.map(({ millis }) => millis)) / 1000;
    const p99 = `histogram_quantile(0.99, sum by (le) (sum_over_time(route_le:cold_request_duration_seconds_bucket:increase${of(name)}[10m])))`;
    expect(await prometheus().number(p99)).toBeGreaterThan(slowest / 4);
    expect(await prometheus().number(p99)).toBeLessThan(slowest * 4);
  });

  test('a request for a host that no function has counts without a route', async () => {
    expect(
      await prometheus().number(
        'sum(sum_over_time(route_code:interceptor_request_count:increase{route_name="", code="404"}[10m]))',
      ),
    ).toBe(1);
  });

  test.each(METRICS)('$name exists, with its labels', async (metric) => {
    for (const name of seriesOf(metric)) {
      for (const job of metric.jobs) {
        const found = await prometheus().series(`${name}{job="${job}"}`);
        expect(found.length).toBeGreaterThan(0);
        const labels = new Set(
          found.flatMap(Object.keys).filter((label) => ![...TARGET_LABELS, ...BUILD_LABELS].includes(label)),
        );
        const expected = metric.labels.filter((label) => ![...TARGET_LABELS, ...BUILD_LABELS].includes(label));
        expect([name, job, [...labels].sort()]).toEqual([name, job, expected.sort()]);
      }
    }
  });

  test.each(QUERIES)('$panel shows data', ({ expr }) => {
    expect(usual[scrape][expr]?.length).toBeGreaterThan(0);
  });

  test('no alert fired on the usual day, but for cold starts on a machine that is slow', () => {
    expect(usual[scrape][FIRING]).toEqual([]);
  });
});
