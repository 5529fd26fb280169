import { ENVIRONMENT, environmentProblems, FUNCTION, load } from './folder';

const props = (yaml: string) =>
  load({ 'environments/a.yaml': ENVIRONMENT + yaml, 'functions/p/hello.yaml': FUNCTION }).environments[0].monitoring;

test('there is none unless it is asked for', () => {
  expect(props('')).toBeUndefined();
  expect(props('monitoring: {}\n')).toBeDefined();
});

test.each([
  [
    'monitoring: true',
    2,
    'monitoring true is invalid; allowed: a map with the keys scrape, interval, labels, thresholds, runbookUrl, prometheusNamespace, dashboardNamespace',
  ],
  ['monitoring:\n  scrap: annotations', 3, 'monitoring.scrap is an unknown key; did you mean scrape? allowed: scrape,'],
  ['monitoring:\n  scrape: pods', 3, 'monitoring.scrape "pods" is invalid; allowed: prometheusOperator, annotations'],
  ['monitoring:\n  interval: often', 3, 'monitoring.interval "often" is invalid; allowed: a duration such as'],
  ['monitoring:\n  interval: 2h', 3, 'monitoring.interval "2h" is out of range; allowed: 1s to 2m'],
  [
    'monitoring:\n  labels:\n    a: b\n    c: d e',
    5,
    'monitoring.labels.c "d e" is invalid; allowed: the value of a label',
  ],
  ['monitoring:\n  runbookUrl: wiki', 3, 'monitoring.runbookUrl "wiki" is invalid; allowed:'],
  ['monitoring:\n  dashboardNamespace: A', 3, 'monitoring.dashboardNamespace "A" is not a DNS label; allowed:'],
  [
    'monitoring:\n  thresholds:\n    errorRatio: 5',
    4,
    'monitoring.thresholds.errorRatio 5 is invalid; allowed: a number above 0 and below 1',
  ],
  [
    'monitoring:\n  thresholds:\n    coldStartObjective: high',
    4,
    'monitoring.thresholds.coldStartObjective "high" is invalid; allowed: a number above',
  ],
  [
    'monitoring:\n  thresholds:\n    interceptorConcurrency: 0',
    4,
    'monitoring.thresholds.interceptorConcurrency 0 is invalid; allowed: a whole number',
  ],
  [
    'monitoring:\n  thresholds:\n    answerWithin: 500ms',
    4,
    'monitoring.thresholds.answerWithin "500ms" is a fraction of a second; allowed: whole seconds',
  ],
  [
    'monitoring:\n  thresholds:\n    scaleLoopDelay: 0s',
    4,
    'monitoring.thresholds.scaleLoopDelay "0s" is out of range; allowed:',
  ],
])('%j is told with its line', (yaml, line, message) => {
  const [problem, ...others] = environmentProblems(`${ENVIRONMENT}${yaml}\n`);
  expect(others).toEqual([]);
  expect(problem).toContain(`environments/a.yaml:${line}: ${message}`);
});

test('each problem is told', () => {
  expect(
    environmentProblems(`${ENVIRONMENT}monitoring: {interval: 2h, runbookUrl: x, thresholds: {scaleLoopDelay: 0s}}\n`),
  ).toHaveLength(3);
});
