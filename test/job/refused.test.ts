import { App } from 'cdk8s';
import { Environment, FunctionDefaults, GoFunctionChart, JobChart, Naming, Runtime, Trigger, toFiles } from '../../lib';
import { ENVIRONMENT, load, problems } from '../catalog/folder';

const HEAD = 'kind: job\nruntime: go\nimage: example.com/report:1.0.0\n';
const TRIGGERS = 'triggers: [{ type: redis, address: [r:6379], listName: jobs }]\n';
const inFile = (yaml: string) => problems({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/report.yaml': yaml });

test.each([
  [HEAD, 1, 'has none of triggers, schedule; allowed: exactly one of triggers, schedule'],
  [`${HEAD}${TRIGGERS}schedule: { cron: "@daily" }`, 5, 'schedule is given beside triggers; allowed: exactly one of'],
  [
    `${HEAD}schedule: { cron: "@daily" }\nmaxReplicas: 3`,
    5,
    'maxReplicas 3 has no effect beside schedule; allowed: none',
  ],
  [`${HEAD}schedule: { cron: "0 3 * *" }`, 4, 'schedule.cron "0 3 * *" has 4 fields; allowed: minute, hour, day of'],
  [`${HEAD}schedule: { cron: "0 25 * * *" }`, 4, 'schedule.cron "0 25 * * *" has "25" as hour; allowed: *, 0 to 23'],
  [`${HEAD}schedule: { cron: "@every 1h" }`, 4, 'schedule.cron "@every 1h" has 2 fields'],
  [`${HEAD}schedule: { cron: "@daily", timeZone: Europe/Berln }`, 4, 'is not a time zone; allowed: Europe/Berlin'],
  [
    `${HEAD}schedule: { cron: "@daily", startingDeadline: 5s }`,
    4,
    'startingDeadline "5s" is out of range; allowed: 10s',
  ],
  [
    `${HEAD.replace('go', '{ custom: { user: 0 } }')}${TRIGGERS}`,
    2,
    'runtime.custom.user 0 is invalid; allowed: a whole number from 1',
  ],
  [`${HEAD}triggers: []`, 4, 'triggers is empty; allowed: at least one'],
  [`${HEAD}triggers: [{ type: cpu, metricType: Utilization, value: 50 }]`, 4, 'triggers[0].type "cpu" starts no job'],
  [
    `${HEAD}triggers: [{ type: redis, address: [r:6379], listName: jobs, metricType: Value }]`,
    4,
    'triggers[0].metricType "Value" is refused by KEDA in a ScaledJob; allowed: none',
  ],
  [
    `${HEAD}triggers: [{ type: redis, address: [r:6379], listName: jobs, useCachedMetrics: true }]`,
    4,
    'triggers[0].useCachedMetrics true has no effect in a ScaledJob',
  ],
  [
    `${HEAD}triggers: [{ type: external-push, scalerAddress: a:9090 }]`,
    4,
    'triggers[0].type "external-push" is not heard by a ScaledJob; allowed: external, which is polled',
  ],
  [`${HEAD}${TRIGGERS}minReplicas: 11`, 5, 'maxReplicas 10 is below minReplicas; allowed: at least 11'],
  [`${HEAD}${TRIGGERS}hosts: [a.example.com]`, 5, 'hosts is a setting of functions, which are called; allowed: none'],
  [`${HEAD}${TRIGGERS}readinessProbe: true`, 5, 'readinessProbe is a setting of functions, which are called'],
  [`${HEAD}${TRIGGERS}timeout: 10s`, 5, 'timeout is a setting of functions; allowed: activeDeadline'],
  [`${HEAD}${TRIGGERS}restartPolicy: Always`, 5, 'restartPolicy "Always" is invalid; allowed: Never, OnFailure'],
  [`${HEAD}${TRIGGERS}scalingStrategy: { strategy: custom }`, 5, 'customScalingRunningJobPercentage is missing'],
  [
    `${HEAD}${TRIGGERS}scalingStrategy: { customScalingQueueLengthDeduction: 1 }`,
    5,
    'scalingStrategy.customScalingQueueLengthDeduction 1 has no effect; allowed: none, or strategy: custom',
  ],
  [
    `${HEAD}${TRIGGERS}rollout: { propagationPolicy: foreground }`,
    5,
    'rollout.propagationPolicy "foreground" has no effect',
  ],
  [`${HEAD}triggers: [{ type: redis, addressFromEnv: REDIS, listName: jobs }]`, 4, 'which the job does not have'],
  [`${HEAD}${TRIGGERS}initContainers: [{ name: job, image: a/b:1 }]`, 5, 'each name once, and not "job"'],
  [
    'kind: cronjob\nruntime: go',
    1,
    'kind "cronjob" is not a kind of declaration; allowed: job, workload, and none for a function',
  ],
])('%s', (yaml, line, problem) => {
  const [first, ...more] = inFile(yaml);
  expect(first).toContain(`functions/p/report.yaml:${line}: `);
  expect(first).toContain(problem);
  expect(more).toEqual([]);
});

test('a CronJob whose name is too long, in YAML and in code', () => {
  const name = 'a'.repeat(50);
  const problem = `name "${name}" makes "fn-${name}", which has 53 characters, and its CronJob may have 52; allowed: at most 49`;
  const files = {
    'environments/a.yaml': ENVIRONMENT,
    [`functions/p/${name}.yaml`]: `${HEAD}schedule: { cron: "@daily" }`,
  };
  expect(problems(files)).toEqual([expect.stringContaining(problem)]);
  const props = { runtime: Runtime.GO, image: 'a/b:1', project: 'p' };
  expect(() => new JobChart(new App(), name, { ...props, schedule: { cron: '@daily' } })).toThrow(problem);
  const triggers = [Trigger.redis({ address: ['r:1'], listName: 'x' })];
  expect(new JobChart(new App(), name, { ...props, triggers }).objectName).toBe(
    new Naming().objectOf({ project: 'p', name }),
  );
});

test('what functions have in common holds for jobs as far as they have it, and overrides are their own', () => {
  const files = {
    'environments/a.yaml':
      'domain: example.com\ndefaults: { minReplicas: 1, env: { A: "1" } }\njobOverrides: { p/report: { maxReplicas: 3 } }',
    'functions/p/project.yaml': 'defaults: { concurrency: 5, env: { B: "2" }, memory: 64Mi }',
    'functions/p/report.yaml': HEAD + TRIGGERS,
    'functions/p/hello.yaml': 'runtime: go\nimage: a/b:1',
  };
  const [{ jobs, functions }] = load(files).environments[0].projects;
  expect(jobs.map(({ name }) => name)).toEqual(['report']);
  expect(functions.map(({ name }) => name)).toEqual(['hello']);
  expect(jobs[0].props).toMatchObject({ env: { A: '1', B: '2' }, maxReplicas: 3 });
  expect(jobs[0].props.minReplicas).toBeUndefined();
  expect(
    problems({ ...files, 'environments/a.yaml': `${ENVIRONMENT}overrides: { p/report: { image: a/b:2 } }` }),
  ).toEqual([
    expect.stringContaining('overrides.p/report overrides what this environment does not run; allowed: p/hello'),
  ]);
  expect(
    problems({ ...files, 'environments/a.yaml': `${ENVIRONMENT}jobOverrides: { p/hello: { image: a/b:2 } }` }),
  ).toEqual([
    expect.stringContaining('jobOverrides.p/hello overrides what this environment does not run; allowed: p/report'),
  ]);
});

test('defaults in code reach a job too, and only before it is made', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  FunctionDefaults.of(environment).add({ env: { A: '1' }, minReplicas: 3 });
  const job = new JobChart(environment, 'report', {
    runtime: Runtime.GO,
    image: 'a/b:1',
    project: 'p',
    schedule: { cron: '@daily' },
  });
  expect(job.job.toJson().spec.jobTemplate.spec.template.spec.containers[0].env).toEqual([{ name: 'A', value: '1' }]);
  expect(() => FunctionDefaults.of(environment).add({ env: {} })).toThrow('gets defaults of functions after e/report');
});

test('the policy, the project and the names of an environment hold for jobs', () => {
  const files = (environment: string, job = '') => ({
    'environments/a.yaml': ENVIRONMENT + environment,
    'functions/p/project.yaml': 'limits: { maxMemory: 1Gi }',
    'functions/p/report.yaml': HEAD + TRIGGERS + job,
  });
  expect(problems(files('requireDigests: true'))).toContainEqual(
    expect.stringContaining('functions/p/report.yaml:3: image "example.com/report:1.0.0" '),
  );
  expect(problems(files('', 'memory: 2Gi'))).toEqual([
    expect.stringContaining('functions/p/report.yaml:5: memory "2Gi" is above the project\'s limits.maxMemory'),
  ]);
});

test('a job and a function do not share a name in a namespace', () => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new GoFunctionChart(environment, 'a', { image: 'a/b:1', project: 'p', name: 'same' });
  new JobChart(environment, 'b', {
    runtime: Runtime.GO,
    image: 'a/b:1',
    project: 'p',
    name: 'same',
    serviceAccount: {},
    schedule: { cron: '@daily' },
  });
  expect(() => toFiles(app)).toThrow('e/b: finds its pods by the same labels as e/a');
});
