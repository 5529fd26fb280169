import { App, Duration } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { GoFunctionChart, Scaler, toFiles } from '../../lib';
import { goDuration } from '../../lib/values/duration';

test.each([
  [500, '500ms'],
  [1500, '1.5s'],
  [1000, '1s'],
  [60000, '1m0s'],
  [90000, '1m30s'],
  [60500, '1m0.5s'],
  [3600000, '1h0m0s'],
  [3661001, '1h1m1.001s'],
  [0, '0s'],
])('Go prints %d ms as %s', (millis, printed) => {
  expect(goDuration(Duration.millis(millis))).toBe(printed);
});

test('an HTTPScaledObject has its durations as its operator writes them back', () => {
  const app = new App();
  new GoFunctionChart(app, 'a', {
    project: 'p',
    image: 'a/b:1',
    hosts: ['a.b'],
    scaler: Scaler.HTTP_SCALED_OBJECT,
    requestRateWindow: Duration.millis(2500),
    requestRateGranularity: Duration.millis(1250),
    readinessTimeout: Duration.minutes(2),
    timeout: Duration.seconds(900),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a rendered object
  const scaled = (loadAll(toFiles(app)['a.yaml']!) as any[]).find(({ kind }) => kind === 'HTTPScaledObject');
  expect(scaled.spec).toMatchObject({
    scalingMetric: { requestRate: { window: '2.5s', granularity: '1.25s' } },
    timeouts: { conditionWait: '2m0s', responseHeader: '15m0s' },
  });
});
