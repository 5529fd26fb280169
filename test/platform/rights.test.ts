import { ApiObject, App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import {
  Environment,
  FunctionChart,
  KedaPlatform,
  ProjectChart,
  Rbac,
  Runtime,
  Scaler,
  type ServedNamespace,
  toFiles,
} from '../../lib';
import { container, find, type Manifest } from './synth';

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly resourceNames?: string[];
  readonly verbs: string[];
}

const image = 'example.com/hello:1.0.0';
const namespace = 'fn-a';

function clusterOf(
  rbac: Rbac,
  objects: Manifest[] = [],
  fill: (environment: Environment) => void = () => {},
  serves?: ServedNamespace[],
): App {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda', { rbac, serves });
  new ProjectChart(environment, 'project', { name: 'a' });
  fill(environment);
  const chart = new Chart(environment, 'more');
  for (const [index, object] of objects.entries()) new ApiObject(chart, `${index}`, object);
  return app;
}

const parse = (text: string): Manifest[] => parseAllDocuments(text).map((document) => document.toJS());
const manifestsOf = (app: App) =>
  Object.entries(toFiles(app, { name: 'x' })).flatMap(([path, text]) =>
    path.endsWith('crds.yaml') ? [] : parse(text),
  );
const functions = (objects?: Manifest[], fill?: (environment: Environment) => void) =>
  manifestsOf(clusterOf(Rbac.FUNCTIONS, objects, fill));

/** Each right of KEDA's operator, as `namespace: verbs group/resources names`; the whole cluster is `*`. */
function rightsOf(manifests: Manifest[], account = 'keda-operator'): string[] {
  const bindings = manifests.filter(
    ({ kind, subjects }) => /RoleBinding$/.test(kind) && subjects.some(({ name }: Manifest) => name === account),
  );
  return bindings.flatMap(({ metadata, roleRef }) => {
    const roles = manifests.filter(
      ({ kind, metadata: own }) =>
        kind === roleRef.kind &&
        own.name === roleRef.name &&
        (kind === 'ClusterRole' || own.namespace === metadata.namespace),
    );
    return roles.flatMap(({ rules }) => (rules as Rule[]).map((rule) => written(metadata.namespace ?? '*', rule)));
  });
}

function written(where: string, { apiGroups, resources, verbs, resourceNames = [] }: Rule): string {
  return `${where}: ${verbs} ${apiGroups}/${resources} ${resourceNames}`.trim();
}

const object = (kind: string, spec: object, name = 'x', more: object = {}) => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind,
  metadata: { name, ...(kind.startsWith('Cluster') ? {} : { namespace }), ...more },
  spec,
});
const scaledObject = (spec: object) => object('ScaledObject', { scaleTargetRef: { name: 'f' }, triggers: [], ...spec });
const trigger = (type: string, metadata: object) => scaledObject({ triggers: [{ type, metadata }] });
const authentication = (spec: object) => object('TriggerAuthentication', spec);
const deployment = (pod: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'f', namespace },
  spec: { template: { spec: { containers: [{ name: 'f', ...pod }] } } },
});
const fromSecret = deployment({ env: [{ name: 'URL', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] });
const secretTargetRef = [{ parameter: 'password', name: 's', key: 'k' }];

const READ = 'get,list,watch';
const SECRETS = `${namespace}: ${READ} /secrets`;

describe('with rbac: functions', () => {
  const base = rightsOf(functions([scaledObject({}), deployment({})]));

  test('a function is scaled in its namespace, and nothing is elsewhere', () => {
    const own = { image, project: 'a', runtime: Runtime.GO };
    const rights = rightsOf(functions([], (environment) => new FunctionChart(environment, 'f', own)));
    expect(rights).toContain(`${namespace}: get,update apps/deployments/scale`);
    expect(rights).toContain(`${namespace}: create,delete,update autoscaling/horizontalpodautoscalers`);
    expect(rights.filter((right) => /\/scale$/.test(right))).toEqual([
      'keda: get,update apps/deployments/scale', // the interceptor
      `${namespace}: get,update apps/deployments/scale`,
    ]);
    expect(rights.filter((right) => /^\*: (?!get,list,watch |list,watch)/.test(right))).toEqual([
      '*: get,list,watch,update eventing.keda.sh/cloudeventsources,clustercloudeventsources',
      '*: get,list,watch,update keda.sh/clustertriggerauthentications,scaledjobs,scaledobjects,triggerauthentications',
      '*: get,update admissionregistration.k8s.io/validatingwebhookconfigurations keda-admission',
      '*: get,update apiregistration.k8s.io/apiservices v1beta1.external.metrics.k8s.io',
    ]);
  });

  test('no role has a wildcard, none reads Secrets but of its own namespace, none makes Jobs', () => {
    const loose = (manifests: Manifest[]) =>
      ['keda-operator', 'keda-add-ons-http', 'keda-add-ons-http-interceptor', 'keda-add-ons-http-external-scaler']
        .flatMap((account) => rightsOf(manifests, account))
        .filter((right) => /(?<!^)\*|secrets|batch/.test(right) && !right.startsWith('keda: '));
    expect(loose(functions())).toEqual([]);
    expect(loose(manifestsOf(clusterOf(Rbac.UPSTREAM))).length).toBeGreaterThan(3);
  });

  test.each([
    [
      'a StatefulSet',
      [scaledObject({ scaleTargetRef: { name: 's', kind: 'StatefulSet' } })],
      'get,update apps/statefulsets/scale',
    ],
    [
      'a kind of others',
      [scaledObject({ scaleTargetRef: { name: 'r', kind: 'Policy', apiVersion: 'argoproj.io/v1alpha1' } })],
      'get,update argoproj.io/policies/scale',
    ],
    [
      'that such an object is there',
      [scaledObject({ scaleTargetRef: { name: 'r', kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1' } })],
      'get argoproj.io/rollouts',
    ],
    ['a job', [object('ScaledJob', { jobTargetRef: { template: {} }, triggers: [] })], 'create,delete batch/jobs'],
    ['an authentication with Secrets', [authentication({ secretTargetRef })], `${READ} /secrets`],
    [
      'credentials of a store',
      [authentication({ awsSecretManager: { credentials: { accessKey: { valueFrom: { secretKeyRef: {} } } } } })],
      `${READ} /secrets`,
    ],
    ['a Secret by itself', [trigger('kubernetes-resource', { resourceKind: 'Secret' })], `${READ} /secrets`],
    ['a variable from a Secret', [trigger('rabbitmq', { hostFromEnv: 'URL' }), fromSecret], `${READ} /secrets`],
    [
      'a token',
      [authentication({ boundServiceAccountToken: [{ parameter: 'token', serviceAccountName: 'robot' }] })],
      'create /serviceaccounts/token robot',
    ],
    [
      'a token for Vault',
      [authentication({ hashiCorpVault: { credential: { serviceAccountName: 'robot' } } })],
      'create /serviceaccounts/token robot',
    ],
  ])('%s is granted in the namespace where it is declared', (_, objects, right) => {
    expect(rightsOf(functions(objects))).toContain(`${namespace}: ${right}`);
    expect(base).not.toContain(`${namespace}: ${right}`);
  });

  test.each([
    '/configmaps,pods,serviceaccounts',
    'apps/deployments,statefulsets,replicasets',
    'discovery.k8s.io/endpointslices',
  ])('%s are read in every namespace, whatever is declared: a ScaledObject of others may need them', (resources) =>
    expect(rightsOf(functions())).toContain(`*: ${READ} ${resources}`),
  );

  test('Jobs are read in every namespace once one is declared', () => {
    const job = object('ScaledJob', { jobTargetRef: { template: {} }, triggers: [] });
    expect(rightsOf(functions([job]))).toContain(`*: ${READ} batch/jobs`);
    expect(base).not.toContain(`*: ${READ} batch/jobs`);
  });

  test('KEDA is told to leave Secrets alone, unless one outside of its namespace is needed', () => {
    const told = (...objects: Manifest[]) => {
      const { env } = container(functions(objects), 'keda-operator');
      const value = (name: string) => env.find((each: Manifest) => each.name === name).value;
      return [value('KEDA_RESTRICT_SECRET_ACCESS'), value('WATCH_NAMESPACE')];
    };
    const alone = ['true', ''];
    // what the interceptor's ScaledObject needs is in keda
    const reads = ['false', `,${namespace},keda`];
    expect(told(scaledObject({}), fromSecret)).toEqual(alone);
    expect(told(object('ClusterTriggerAuthentication', { secretTargetRef }))).toEqual(alone);
    expect(told(authentication({ secretTargetRef }))).toEqual(reads);
    expect(told(scaledObject({}), fromSecret, authentication({ env: [] }))).toEqual(reads);
  });

  test('once it reads Secrets, it may wherever a variable comes from one: it would wait for ever', () => {
    const elsewhere = object('TriggerAuthentication', { secretTargetRef }, 'y', { namespace: 'other' });
    expect(rightsOf(functions([scaledObject({}), fromSecret]))).not.toContain(SECRETS);
    expect(rightsOf(functions([scaledObject({}), fromSecret, elsewhere]))).toContain(SECRETS);
    expect(rightsOf(functions([scaledObject({}), deployment({}), elsewhere]))).not.toContain(SECRETS);
  });

  test('the add-on writes ScaledObjects where an HTTPScaledObject is', () => {
    const own = { image, project: 'a', runtime: Runtime.GO };
    const rights = (scaler: Scaler) =>
      rightsOf(
        functions([], (environment) => new FunctionChart(environment, 'f', { ...own, scaler })),
        'keda-add-ons-http',
      );
    const right = `${namespace}: create,patch,update keda.sh/scaledobjects`;
    expect(rights(Scaler.HTTP_SCALED_OBJECT)).toContain(right);
    expect(rights(Scaler.INTERCEPTOR_ROUTE)).not.toContain(right);
  });

  test('a role stands beside the namespace, and without one beside KEDA', () => {
    const files = toFiles(
      clusterOf(Rbac.FUNCTIONS, [scaledObject({}), object('ScaledJob', {}, 'y', { namespace: 'theirs' })]),
      { name: 'x' },
    );
    const rolesIn = (path: string) =>
      parse(files[path]!)
        .filter(({ kind, metadata }) => kind === 'Role' && metadata.name === 'keda-operator')
        .map(({ metadata }) => metadata.namespace);
    expect(rolesIn('e/project.yaml')).toEqual([namespace]);
    expect(rolesIn('e/keda/keda.yaml')).toEqual(['keda', 'theirs']);
  });

  test('on the way from upstream nothing that is needed goes before it is granted elsewhere', () => {
    const own = { image, project: 'a', runtime: Runtime.GO };
    const of = (rbac: Rbac) =>
      manifestsOf(clusterOf(rbac, [], (environment) => new FunctionChart(environment, 'f', own)));
    const [upstream, both, after] = [Rbac.UPSTREAM, Rbac.BOTH, Rbac.FUNCTIONS].map(of) as [
      Manifest[],
      Manifest[],
      Manifest[],
    ];
    const named = ({ kind, metadata }: Manifest) => `${kind} ${metadata.namespace}/${metadata.name}`;
    const inNamespaces = after.filter((object) => !upstream.some((each) => named(each) === named(object)));
    expect(inNamespaces.map(named)).toContain(`Role ${namespace}/keda-operator`);
    // first these come, and nothing else changes; then the rest goes, and they stay
    expect(both.filter((object) => !inNamespaces.some((each) => named(each) === named(object)))).toEqual(upstream);
    expect(both).toEqual(expect.arrayContaining(inNamespaces));
    expect(both).toHaveLength(after.length);
  });

  describe('a namespace of others that is served', () => {
    const served = (more: Omit<ServedNamespace, 'namespace'> = {}) =>
      rightsOf(manifestsOf(clusterOf(Rbac.FUNCTIONS, [], undefined, [{ namespace: 'theirs', ...more }])));

    test('has what KEDA needs for ScaledObjects of Deployments, and no more', () => {
      expect(served().filter((right) => right.startsWith('theirs'))).toEqual([
        'theirs: create,patch ,events.k8s.io/events',
        'theirs: get,update apps/deployments/scale',
        'theirs: create,delete,update autoscaling/horizontalpodautoscalers',
        'theirs: patch,update keda.sh/scaledobjects/finalizers,scaledobjects/status',
        'theirs: patch,update keda.sh/triggerauthentications/status',
      ]);
    });

    test.each<[string, Omit<ServedNamespace, 'namespace'>, string]>([
      ['targets', { targets: [{ kind: 'StatefulSet' }] }, 'get,update apps/statefulsets/scale'],
      [
        'targets of others',
        { targets: [{ kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1' }] },
        'get,update argoproj.io/rollouts/scale',
      ],
      ['jobs', { jobs: true }, 'create,delete batch/jobs'],
      ['secrets', { secrets: true }, `${READ} /secrets`],
    ])('%s', (_, more, right) => {
      expect(served(more)).toContain(`theirs: ${right}`);
      expect(served()).not.toContain(`theirs: ${right}`);
    });

    test('is for these rights alone', () => {
      expect(() => clusterOf(Rbac.UPSTREAM, [], undefined, [{ namespace: 'theirs' }])).toThrow(
        'e/keda: serves is for rbac functions; allowed: none: upstream serves every namespace',
      );
    });
  });

  test('what is added before a tree is rendered again is granted then', () => {
    const app = clusterOf(Rbac.FUNCTIONS);
    expect(rightsOf(manifestsOf(app)).filter((right) => right.startsWith(namespace))).toEqual([]);
    const environment = app.node.findChild('e') as Environment;
    new FunctionChart(environment, 'late', { image, project: 'a', runtime: Runtime.GO });
    const again = manifestsOf(app);
    expect(rightsOf(again)).toContain(`${namespace}: get,update apps/deployments/scale`);
    expect(find(again, 'Role', 'keda-operator-certs').rules).toContainEqual({
      apiGroups: [''],
      resources: ['secrets'],
      resourceNames: ['kedaorg-certs'],
      verbs: ['get', 'update'],
    });
  });
});
