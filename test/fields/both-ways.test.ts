import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, type FunctionChartProps, ProjectChart, Runtime } from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, problems } from '../catalog/folder';

const BASE: FunctionChartProps = { runtime: Runtime.GO, project: 'p', image: 'example.com/hello:1.0.0' };

/** What a function is refused for: a prop in code, the same in YAML, and what both say. */
const FUNCTION_CASES: [Partial<FunctionChartProps>, string, string][] = [
  [
    { healthPath: 'health' },
    'healthPath: health',
    'healthPath "health" is invalid; allowed: a path that starts with "/"',
  ],
  [
    { envFromSecrets: ['Bad_Name'] },
    'envFromSecrets: [Bad_Name]',
    'envFromSecrets[0] "Bad_Name" is not the name of an',
  ],
  [{ env: { 'A B': 'x' } }, 'env: {A B: x}', 'env.A B is not a valid name; allowed: letters, digits and "_"'],
  [{ handler: '' }, 'handler: ""', 'handler "" is invalid; allowed: a string that is not empty'],
  [{ hosts: ['a.b', 'a.b'] }, 'hosts: [a.b, a.b]', 'hosts[1] "a.b" is the same as "a.b"; allowed: each item once'],
  [
    { readinessTimeout: Duration.seconds(0) },
    'readinessTimeout: 0s',
    'readinessTimeout "0s" is out of range; allowed: 1ms',
  ],
  [
    { writablePaths: ['/a', '/a'] },
    'writablePaths: [/a, /a]',
    'writablePaths[1] "/a" is the same as "/a"; allowed: each',
  ],
  [{ port: 8080.5 }, 'port: 8080.5', 'port 8080.5 is invalid; allowed: a whole number from 1 to 65535'],
  [
    { pathPrefixes: ['/a', '/a/'] },
    'pathPrefixes: [/a, /a/]',
    'pathPrefixes[1] "/a/" is the same as "/a"; allowed: each',
  ],
];

test.each(FUNCTION_CASES)('function in code and in YAML: %j', (props, yaml, problem) => {
  const cluster = new Environment(new App(), 'c', { domain: 'fn.test' });
  expect(() => new FunctionChart(cluster, 'hello', { ...BASE, ...props })).toThrow(`c/hello: ${problem}`);
  expect(functionProblems(FUNCTION + yaml)).toEqual([expect.stringContaining(`functions/p/hello.yaml:3: ${problem}`)]);
});

test('an empty id, which in code is functionId', () => {
  const cluster = new Environment(new App(), 'c', { domain: 'fn.test' });
  const allowed = 'allowed: a label value: letters, digits';
  expect(() => new FunctionChart(cluster, 'hello', { ...BASE, functionId: '' })).toThrow(
    `functionId "" is invalid; ${allowed}`,
  );
  expect(functionProblems(`${FUNCTION}id: ""`)).toEqual([expect.stringContaining(`id "" is invalid; ${allowed}`)]);
});

test('labels of a project', () => {
  const labels = { 'bad key!': 'x' };
  const problem = 'labels.bad key! is not a valid name; allowed: a label key such as team or example.com/team';
  expect(() => new ProjectChart(new App(), 'p', { name: 'p', labels })).toThrow(`p: ${problem}`);
  const files = { 'environments/a.yaml': ENVIRONMENT, 'functions/p/project.yaml': `labels: ${JSON.stringify(labels)}` };
  expect(problems(files)).toEqual([`functions/p/project.yaml:1: ${problem}`]);
});

/** Root is what `runAsNonRoot` refuses. */
test.each([0, -1.5, 1.5, 2 ** 31])('a runtime of user %d', (user) => {
  const runtime = Runtime.custom({ name: 'x', user, coldStartTarget: Duration.millis(1) });
  const cluster = new Environment(new App(), 'c', { domain: 'fn.test' });
  expect(() => new FunctionChart(cluster, 'hello', { ...BASE, runtime })).toThrow(
    `c/hello: runtime.custom.user ${user} is invalid; allowed: a whole number from 1 to 2147483647`,
  );
});
