import { App, Size } from 'cdk8s';
import { Environment, FunctionChart, type FunctionChartProps, Runtime, TolerationOperator } from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, load } from '../catalog/folder';
import { container, podOf, render } from './render';

const toleration = (text: string) => `tolerations: [${text}]`;
const affinity = (text: string) => `nodeAffinity: [${text}]`;
const spread = (text: string) => `topologySpreadConstraints: [${text}]`;

test.each<[string, string]>([
  ['imagePullSecrets: [Bad_Name]', 'imagePullSecrets[0] "Bad_Name" is not the name of an object'],
  ['imagePullSecrets: registry', 'imagePullSecrets "registry" is invalid; allowed: a list, each item once'],
  ['serviceAccountName: a b', 'serviceAccountName "a b" is not the name of an object'],
  ['automountServiceAccountToken: "yes"', 'automountServiceAccountToken "yes" is invalid; allowed: true, false'],
  ['nodeSelector: {a..b/c: x}', 'nodeSelector.a..b/c is not a valid name; allowed: a label key such as team'],
  ['nodeSelector: {a: "x y"}', 'nodeSelector.a "x y" is invalid; allowed: the value of a label'],
  ['nodeSelector: {a: 1}', 'nodeSelector.a 1 is invalid; allowed: the value of a label; quote numbers'],
  [toleration('{}'), 'tolerations[0] has no key, and its operator is not Exists; allowed: a key, or operator: Exists'],
  [toleration('{operator: Exists, value: x}'), 'tolerations[0].value "x" is given beside the operator Exists'],
  [toleration('{key: a, operator: exists}'), 'tolerations[0].operator "exists" is invalid; allowed: Equal, Exists'],
  [toleration('{key: a, effect: Never}'), 'tolerations[0].effect "Never" is invalid; allowed: NoSchedule, PreferNo'],
  [
    toleration('{key: a, effect: NoSchedule, tolerationSeconds: 5}'),
    'tolerations[0].tolerationSeconds 5 is given, and the effect is not NoExecute; allowed: with effect: NoExecute',
  ],
  [toleration('{key: a}, {key: a}'), 'tolerations[1] {"key":"a"} is the same as {"key":"a"}; allowed: each item once'],
  ['priorityClassName: High', 'priorityClassName "High" is not the name of an object; allowed: lower case, "high"'],
  ['architecture: x86_64', 'architecture "x86_64" is invalid; allowed: amd64, arm64, ppc64le, s390x'],
  [
    'architecture: arm64\nnodeSelector: {kubernetes.io/arch: amd64}',
    'architecture "arm64" is not the amd64 of nodeSelector; allowed: one of them',
  ],
  [affinity('{}'), 'nodeAffinity[0].key is missing; allowed: '],
  [affinity('{key: a}'), 'nodeAffinity[0] has the operator In, and no values; allowed: values'],
  [affinity('{key: a, operator: Gt, values: [x]}'), 'nodeAffinity[0] has the operator Gt, and not a number; allowed'],
  [affinity('{key: a, operator: Exists, values: [x]}'), 'nodeAffinity[0].values is given beside Exists; allowed: none'],
  [affinity('{key: a, values: [x], weight: 101}'), 'nodeAffinity[0].weight 101 is invalid; allowed: a whole number'],
  ['podAffinity: [{}]', 'podAffinity[0].topologyKey is missing'],
  ['podAntiAffinity: [{topologyKey: a, namespaces: [A]}]', 'podAntiAffinity[0].namespaces[0] "A" is not a DNS label'],
  [spread('{topologyKey: a, maxSkew: 0}'), 'topologySpreadConstraints[0].maxSkew 0 is invalid'],
  [
    spread('{topologyKey: a, minDomains: 2}'),
    'topologySpreadConstraints[0].minDomains 2 is given, and whenUnsatisfiable is not DoNotSchedule; allowed: with',
  ],
  [
    spread('{topologyKey: a}, {topologyKey: a, maxSkew: 2}'),
    'topologySpreadConstraints[1] is a second one by a with ScheduleAnyway; allowed: one of each topologyKey and',
  ],
  ['extendedResources: {gpu: 1}', 'extendedResources.gpu has no domain; allowed: a name with the domain of its vendor'],
  ['extendedResources: {nvidia.com/gpu: 0.5}', 'extendedResources.nvidia.com/gpu 0.5 is invalid; allowed: a whole'],
  ['extendedResources: {kubernetes.io/a: 1}', "extendedResources.kubernetes.io/a is one of Kubernetes' own; allowed"],
  ['runtimeClassName: ""', 'runtimeClassName "" is invalid'],
  ['ephemeralStorage: 1GB', 'ephemeralStorage "1GB" is invalid; allowed: an amount of storage such as'],
  [
    'ephemeralStorage: 2Gi\nephemeralStorageLimit: 1Gi',
    'ephemeralStorage "2Gi" is above ephemeralStorageLimit; allowed: at most 1Gi',
  ],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toContainEqual(
    expect.stringContaining(`functions/p/hello.yaml:3: ${problem}`),
  );
});

test.each<[Partial<FunctionChartProps>, string]>([
  [{ tolerations: [{}] }, 'tolerations[0] has no key, and its operator is not Exists'],
  [{ extendedResources: { [`${'a'.repeat(245)}/b`]: 1 } }, 'has too long a domain; allowed: at most 244 characters'],
  [
    { tolerations: [{ operator: TolerationOperator.EXISTS, tolerationSeconds: 1 }] },
    'tolerations[0].tolerationSeconds 1',
  ],
  [
    { ephemeralStorage: Size.gibibytes(2), ephemeralStorageLimit: Size.gibibytes(1) },
    'ephemeralStorage "2Gi" is above',
  ],
  [{ imagePullSecrets: ['a', 'a'] }, 'imagePullSecrets[1] "a" is the same as "a"'],
  [{ nodeSelector: { [`${'a'.repeat(254)}/b`]: '' } }, 'has too long a domain; allowed: at most 253 characters'],
])('so is what code says: %j', (props, problem) => expect(() => render(props)).toThrow(problem));

test('an environment says for all functions how images are pulled and where pods run', () => {
  const files = {
    'environments/a.yaml': `${ENVIRONMENT}defaults: {imagePullSecrets: [registry], nodeSelector: {arch: arm, pool: fn}}\n`,
    'functions/p/f.yaml': `${FUNCTION}nodeSelector: {pool: own}`,
  };
  const { props } = load(files).environments[0].projects[0].functions[0];
  const pod = podOf(render({ ...props, project: 'shop' }));
  expect(pod.imagePullSecrets).toEqual([{ name: 'registry' }]);
  expect(pod.nodeSelector).toEqual({ arch: 'arm', pool: 'own' });
});

test('a request for storage does not take the place of the others', () => {
  const { resources } = container(
    render({ ephemeralStorage: Size.mebibytes(1), ephemeralStorageLimit: Size.mebibytes(2) }),
  );
  expect(resources).toEqual({
    requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '1Mi' },
    limits: { memory: '128Mi', 'ephemeral-storage': '2Mi' },
  });
});

test('one pod, or none, has no disruption budget: its node could never be emptied', () => {
  const build = (minReplicas: number) =>
    new FunctionChart(new Environment(new App(), 'e', { domain: 'a.b' }), 'hello', {
      runtime: Runtime.GO,
      project: 'shop',
      image: 'a/b:1',
      minReplicas,
    });
  expect([0, 1].map((pods) => build(pods).disruptionBudget)).toEqual([undefined, undefined]);
  expect(build(2).disruptionBudget?.toJson()).toMatchObject({
    metadata: { name: 'fn-hello', namespace: 'fn-shop', labels: { 'app.kubernetes.io/name': 'hello' } },
    spec: { maxUnavailable: 1 },
  });
  expect(render().PodDisruptionBudget).toBeUndefined();
});
