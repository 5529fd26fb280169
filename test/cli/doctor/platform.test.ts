import { ago, met, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});

/** The findings as `check subject`, worst first. */
const names = () => world.findings().map(({ check, subject }) => `${check} ${subject}`);
const first = () => world.findings()[0]!;

describe('components', () => {
  test.each([
    ['keda-operator', /^it is scaled to 0 pods: no function wakes up, and none goes back to zero$/, 2],
    ['keda-operator-metrics-apiserver', /no function scales beyond the number of pods that it has$/, 2],
    ['keda-admission-webhooks', /ScaledObjects are no longer checked/, 2],
    ['keda-add-ons-http-controller-manager', /no HTTPScaledObject becomes a ScaledObject/, 1],
    ['keda-add-ons-http-external-scaler', /KEDA does not learn of waiting requests/, 3],
    ['keda-add-ons-http-interceptor', /no request reaches any function$/, 3],
  ])('%s at 0 pods', (name, cause) => {
    world.scaleToZero(name);
    expect(names()).toEqual([`component Deployment keda/${name}`]);
    expect(first()).toMatchObject({ severity: 'error', evidence: ['spec.replicas is 0'] });
    expect(first().cause).toMatch(cause);
    expect(first().fix).toMatch(new RegExp(`^kubectl -n keda scale deployment/${name} --replicas=[1-9]$`));
  });

  test('one fault explains what follows from it, whatever the number of functions', () => {
    world.scaleToZero('keda-operator');
    for (const object of world.all('ScaledObject')) object.status = { conditions: [met('Ready', 'False')] };
    expect(names()).toEqual(['component Deployment keda/keda-operator']);
    expect(first().explains).toBe(world.all('ScaledObject').length);
  });

  test('200 functions without an operator are one error, soon found', () => {
    world = new World(['a', 'b', 'c', ...Array.from({ length: 197 }, (_, index) => `f${index}`)]);
    world.scaleToZero('keda-operator');
    for (const object of world.all('ScaledObject')) object.status = { conditions: [met('Ready', 'False')] };
    const start = performance.now();
    expect(names()).toEqual(['component Deployment keda/keda-operator']);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(first().explains).toBe(201);
  });

  test('one that is not there', () => {
    world.remove('Deployment', 'keda', 'keda-operator');
    expect(names()).toEqual(['component Deployment keda/keda-operator']);
    expect(first().cause).toMatch(/not in the cluster/);
    expect(first().fix).toMatch(/dist\/test\/keda\/keda.yaml$/);
  });

  test('its pods tell why it is not available', () => {
    const { status, spec } = world.get('Deployment', 'keda', 'keda-operator');
    for (let index = 0; index < spec.replicas!; index++) {
      world.get('Pod', 'keda', `keda-operator-${index}`).status = {
        phase: 'Pending',
        containerStatuses: [{ name: 'keda-operator', state: { waiting: { reason: 'ErrImagePull' } } }],
      };
    }
    status!.availableReplicas = 0;
    expect(names()).toEqual(['image-pull keda/keda-operator']);
    expect(first()).toMatchObject({ severity: 'error', explains: 1 });
    expect(first().fix).toMatch(/environments\//);
  });

  test('pods that are missing for no reason that is known', () => {
    world.get('Deployment', 'keda', 'keda-operator').status!.availableReplicas = 0;
    expect(first()).toMatchObject({ check: 'component', severity: 'error' });
    expect(first().cause).toMatch(/^0 of \d pods are available: no function wakes/);
  });

  test('some of several pods: a warning, unless they are just starting', () => {
    const deployment = world.get('Deployment', 'keda', 'keda-operator-metrics-apiserver');
    expect(deployment.spec.replicas).toBe(2);
    deployment.status!.availableReplicas = 1;
    const pod = world.get('Pod', 'keda', 'keda-operator-metrics-apiserver-0');
    pod.status = { phase: 'Running', conditions: [met('Ready', 'False')] };
    expect(world.findings()).toMatchObject([{ severity: 'warning', cause: '1 of 2 pods are available' }]);
    pod.metadata.creationTimestamp = ago(20);
    expect(world.findings()).toEqual([]);
  });

  test('the scaler is not ready without an interceptor, which is the cause', () => {
    world.scaleToZero('keda-add-ons-http-interceptor');
    world.get('Deployment', 'keda', 'keda-add-ons-http-external-scaler').status!.availableReplicas = 0;
    world.event('Pod', 'keda', 'keda-add-ons-http-external-scaler-0', {
      reason: 'Unhealthy',
      count: 3,
      message: 'Readiness probe failed: NOT_SERVING',
    });
    expect(names()).toEqual(['component Deployment keda/keda-add-ons-http-interceptor']);
    expect(first().explains).toBe(2);
  });

  test('a paused interceptor explains that it has no pod', () => {
    world.scaleToZero('keda-add-ons-http-interceptor');
    world.get('ScaledObject', 'keda', 'keda-add-ons-http-interceptor').metadata.annotations = {
      'autoscaling.keda.sh/paused-replicas': '0',
    };
    expect(names()).toEqual(['paused keda/keda-add-ons-http-interceptor']);
    expect(first().explains).toBe(1);
  });
});

describe('nodes', () => {
  const pending = () => world.wake('a', { phase: 'Pending', conditions: [met('PodScheduled', 'False')] });

  test('a cluster whose only node is cordoned cannot wake a function', () => {
    world.get('Node', undefined, 'node-1').spec = { unschedulable: true };
    pending();
    expect(names()).toEqual(['node Node node-1']);
    expect(first()).toMatchObject({ severity: 'error', fix: 'kubectl uncordon node-1', explains: 1 });
  });

  test('a cordoned node among others is being maintained, a lost one is a warning', () => {
    world.add('Node', { metadata: { name: 'node-2' }, spec: { unschedulable: true } });
    expect(world.findings()).toEqual([]);
    world.add('Node', { metadata: { name: 'node-3' }, status: { conditions: [met('Ready', 'Unknown')] } });
    expect(world.findings()).toMatchObject([
      { severity: 'warning', subject: 'Node node-3', cause: '1 of 3 nodes do not work' },
    ]);
  });
});

describe('CRDs', () => {
  const name = 'interceptorroutes.http.keda.sh';

  test('one that is not there explains what cannot exist without it', () => {
    world.remove('CustomResourceDefinition', undefined, name);
    for (const fn of ['fn-a', 'fn-b']) world.remove('InterceptorRoute', 'fn-p', fn);
    expect(names()).toEqual([`crd CustomResourceDefinition ${name}`]);
    expect(first()).toMatchObject({ severity: 'error', explains: 2 });
  });

  test('one of an older version, which lacks fields', () => {
    const schema = world.get('CustomResourceDefinition', undefined, name).spec.versions[0]!.schema!.openAPIV3Schema!;
    delete schema.properties!.spec!.properties!.coldStart;
    expect(names()).toEqual([`crd CustomResourceDefinition ${name}`]);
    expect(first().cause).toMatch(/older than that of dist/);
    expect(first().evidence).toEqual(['field spec.coldStart of v1beta1 is missing']);
    expect(first().fix).toMatch(/^kubectl apply .* dist\/test\/keda\/crds.yaml$/);
  });

  test('one of a newer version is a warning', () => {
    const schema = world.get('CustomResourceDefinition', undefined, name).spec.versions[0]!.schema!.openAPIV3Schema!;
    schema.properties!.spec!.properties!.extra = { properties: { deep: {} } };
    expect(world.findings()).toMatchObject([{ check: 'crd', severity: 'warning' }]);
    expect(first().evidence).toEqual(['field spec.extra of v1beta1 is missing']);
  });

  test.each([
    [{ served: false }, 'version v1beta1 is not served'],
    [{ storage: false }, 'version v1beta1 is not the stored one'],
  ])('a version with %j', (change, evidence) => {
    Object.assign(world.get('CustomResourceDefinition', undefined, name).spec.versions[0]!, change);
    expect(first()).toMatchObject({ check: 'crd', evidence: [evidence] });
  });

  test('one that is not established', () => {
    world.get('CustomResourceDefinition', undefined, name).status = {
      conditions: [met('Established', 'False'), met('NamesAccepted', 'False')],
    };
    expect(first().cause).toMatch(/not established/);
    expect(first().evidence).toEqual([
      'Established is False: Established message',
      'NamesAccepted is False: NamesAccepted message',
    ]);
  });
});

describe('the API of external metrics', () => {
  const name = 'v1beta1.external.metrics.k8s.io';

  test('is not there', () => {
    world.remove('APIService', undefined, name);
    expect(names()).toEqual([`api-service APIService ${name}`]);
  });

  /** The live API of another adapter, made by the owner of these marks. */
  const taken = (marks: object) => {
    const live = world.get('APIService', undefined, name);
    live.spec.service = { namespace: 'datadog', name: 'agent' };
    live.metadata = { name, ...marks };
  };
  const SHARE = `a cluster has one ${name}: two adapters cannot share the API of external metrics`;

  test.each([
    [
      'Helm release "datadog" (namespace datadog)',
      { annotations: { 'meta.helm.sh/release-name': 'datadog', 'meta.helm.sh/release-namespace': 'datadog' } },
    ],
    ['Argo CD application "agent"', { annotations: { 'argocd.argoproj.io/tracking-id': 'agent:x/APIService:/y' } }],
    ['Flux HelmRelease "agent"', { labels: { 'helm.toolkit.fluxcd.io/name': 'agent' } }],
  ])('is that of another adapter, which stays: %s', (owner, marks) => {
    taken(marks);
    expect(first()).toMatchObject({
      check: 'api-service',
      cause:
        'it leads to datadog/agent, not to keda/keda-operator-metrics-apiserver: no function gets more than one pod',
      evidence: [`it belongs to ${owner}`, SHARE],
    });
    expect(first().fix).toMatch(
      new RegExp(
        `^choose: switch the external metrics of ${owner.replace(/[()]/g, '.')} off .*; or .*; or leave it so`,
      ),
    );
  });

  test('is that of another adapter of whom nothing is known', () => {
    taken({});
    expect(first()).toMatchObject({ evidence: [SHARE] });
    expect(first().fix).toMatch(/^choose: switch the external metrics of Service datadog\/agent off/);
  });

  test('is ours, and somebody changed where it leads', () => {
    world.get('APIService', undefined, name).spec.service = { namespace: 'keda', name: 'nobody' };
    expect(first().fix).toMatch(/^kubectl apply --server-side --force-conflicts -f dist\/test\/keda\/keda.yaml$/);
  });

  test('does not answer, for which a metrics server that is down is the cause', () => {
    world.get('APIService', undefined, name).status = { conditions: [met('Available', 'False')] };
    expect(names()).toEqual([`api-service APIService ${name}`]);
    expect(first().evidence).toEqual(['Available is False: Available message']);
    world.scaleToZero('keda-operator-metrics-apiserver');
    expect(names()).toEqual(['component Deployment keda/keda-operator-metrics-apiserver']);
    expect(first().explains).toBe(1);
  });
});

describe("a Helm release's object", () => {
  const marks = (chart: string) => ({
    annotations: { 'meta.helm.sh/release-name': 'theirs', 'meta.helm.sh/release-namespace': 'ops' },
    labels: { 'helm.sh/chart': chart },
  });

  test.each([
    [
      'other-1.0.0',
      'it belongs to Helm release "theirs" (namespace ops): leave its name to it, or take it out of that release first',
    ],
    [
      'keda-2.19.0',
      'it belongs to Helm release "theirs" (namespace ops): take that release over, see docs/how-to/adopt.md',
    ],
  ])('is not taken by force: chart %s', (chart, fix) => {
    const crd = world.get('CustomResourceDefinition', undefined, 'interceptorroutes.http.keda.sh');
    delete crd.spec.versions[0]!.schema!.openAPIV3Schema!.properties!.spec!.properties!.coldStart;
    Object.assign(crd.metadata, marks(chart));
    expect(first()).toMatchObject({ check: 'crd', fix });
    world = new World();
    Object.assign(world.get('Service', 'keda', 'keda-operator').metadata, marks(chart));
    expect(first()).toMatchObject({ check: 'drift', fix });
  });
});

describe('webhooks', () => {
  const foreign = (failurePolicy?: string, rule = { apiGroups: [''], resources: ['pods'] }) =>
    world.add('MutatingWebhookConfiguration', {
      metadata: { name: 'injector' },
      webhooks: [
        {
          name: 'inject.example.com',
          failurePolicy,
          clientConfig: { service: { namespace: 'mesh', name: 'injector' } },
          rules: [{ operations: ['CREATE'], ...rule }],
        },
      ],
    });

  test("KEDA's refuses when it must be asked and nobody answers", () => {
    for (const webhook of world.get('ValidatingWebhookConfiguration', undefined, 'keda-admission').webhooks!) {
      webhook.failurePolicy = 'Fail';
    }
    world.get('EndpointSlice', 'keda', 'keda-admission-webhooks-slice').endpoints = [{ conditions: { ready: false } }];
    expect(names()).toEqual(['webhook ValidatingWebhookConfiguration keda-admission']);
    expect(first()).toMatchObject({ severity: 'error' });
    expect(first().cause).toMatch(/refuses to write scaledobjects/);
    expect(first().evidence[0]).toBe('Service keda/keda-admission-webhooks has no ready endpoint');
  });

  test("KEDA's may be left out, which is a warning", () => {
    world.get('EndpointSlice', 'keda', 'keda-admission-webhooks-slice').endpoints = [];
    expect(world.findings()).toMatchObject([{ check: 'webhook', severity: 'warning' }]);
  });

  test("KEDA's without a certificate is trusted by nobody", () => {
    for (const { clientConfig } of world.get('ValidatingWebhookConfiguration', undefined, 'keda-admission').webhooks!) {
      delete clientConfig.caBundle;
    }
    expect(first()).toMatchObject({ check: 'webhook', severity: 'warning' });
    expect(first().evidence[0]).toBe('it has no caBundle');
  });

  test("KEDA's is not there", () => {
    world.remove('ValidatingWebhookConfiguration', undefined, 'keda-admission');
    expect(world.findings()).toMatchObject([{ check: 'webhook', severity: 'warning' }]);
  });

  test('one of others that nobody answers refuses pods', () => {
    foreign();
    expect(names()).toEqual(['webhook MutatingWebhookConfiguration injector']);
    expect(first().cause).toMatch(/refuses to write pods/);
  });

  test.each([
    ['may be left out', 'Ignore', undefined],
    ['does not concern functions', 'Fail', { apiGroups: ['batch'], resources: ['jobs'] }],
  ])('one of others that %s is their matter', (_, failurePolicy, rule) => {
    foreign(failurePolicy, rule);
    expect(world.findings()).toEqual([]);
  });

  test('one that leaves the namespaces of functions out does not concern them', () => {
    foreign('Fail');
    world.get('MutatingWebhookConfiguration', undefined, 'injector').webhooks![0]!.namespaceSelector = {
      matchExpressions: [{ key: 'app.kubernetes.io/component', operator: 'NotIn', values: ['functions'] }],
    };
    expect(world.findings()).toEqual([]);
  });
});

describe('what could not be read', () => {
  test('is said, with the missing right, and its checks say nothing', () => {
    world.remove('Service', 'fn-p', 'fn-a');
    world.hidden.push({ kind: 'Service', namespace: 'fn-p', reason: '403 forbidden', forbidden: true });
    expect(names()).toEqual(['permission services']);
    expect(first()).toMatchObject({
      severity: 'unknown',
      cause: 'the right to list services is missing',
      evidence: ['in fn-p', '403 forbidden'],
      fix: 'kubectl apply -f cli/doctor/role.yaml, and bind it to who asks',
    });
  });

  test('is said of the routing tables', () => {
    world.queues = [{ pod: 'i', problem: { reason: '403 no', forbidden: true } }];
    expect(world.findings()).toMatchObject([{ check: 'permission', severity: 'unknown', subject: 'pods/proxy' }]);
  });

  test('is said of what is broken, too', () => {
    world.hidden.push({ kind: 'HTTPScaledObject', reason: '500 storage', forbidden: false });
    expect(first()).toMatchObject({
      cause: 'httpscaledobjects.http.keda.sh could not be read',
      evidence: ['500 storage'],
    });
  });

  test('leaves the namespaces that can be read', () => {
    world.remove('Service', 'fn-p', 'fn-a');
    world.hidden.push({ kind: 'Service', namespace: 'elsewhere', reason: '403', forbidden: true });
    expect(names()).toContain('missing p/a');
  });
});
