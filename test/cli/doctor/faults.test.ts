import type { Kinds } from '../../../cli/doctor/model/kinds';
import { ago, counts, met, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});

/** What is found, and nothing besides. */
function expectOnly(expected: {
  check: string;
  severity: string;
  subject: string;
  cause: RegExp;
  evidence?: RegExp;
  fix?: RegExp;
}): void {
  const found = world.findings();
  expect(found.map(({ check, severity, subject }) => ({ check, severity, subject }))).toEqual([
    { check: expected.check, severity: expected.severity, subject: expected.subject },
  ]);
  expect(found[0]!.cause).toMatch(expected.cause);
  if (expected.evidence) expect(found[0]!.evidence.join('\n')).toMatch(expected.evidence);
  if (expected.fix) expect(found[0]!.fix).toMatch(expected.fix);
}

test('a healthy cluster has no finding', () => {
  expect(world.findings()).toEqual([]);
});

test('a function without HTTP needs no route, and nobody has to reach it', () => {
  world = new World(['a', 'b', 'queue', 'd']);
  world.wake('queue');
  world.add('NetworkPolicy', {
    metadata: { name: 'closed', namespace: 'fn-p' },
    spec: { podSelector: { matchLabels: { app: 'fn-queue' } }, policyTypes: ['Ingress'] },
  });
  expect(world.findings()).toEqual([]);
  world.remove('ScaledObject', 'fn-p', 'fn-queue');
  expectOnly({ check: 'missing', severity: 'error', subject: 'p/queue', cause: /^its ScaledObject is not/ });
});

describe('pods', () => {
  test('an image that cannot be pulled', () => {
    world.failing({ waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image' } });
    world.event('Pod', 'fn-p', 'fn-a-0', {
      reason: 'Failed',
      message: 'Failed to pull image "example.com/x:1": not found',
    });
    expectOnly({
      check: 'image-pull',
      severity: 'error',
      subject: 'p/a',
      cause: /^image "example.com\/x:1" cannot be pulled$/,
      evidence: /ImagePullBackOff: Failed to pull image .* not found/,
      fix: /functions\/p\/a.yaml/,
    });
  });

  test('an image that is not the declared one is brought back by dist', () => {
    world.failing({ waiting: { reason: 'ErrImagePull' } });
    world.get('Deployment', 'fn-p', 'fn-a').spec.template.spec.containers[0]!.image = 'example.com/x:2';
    world.get('Pod', 'fn-p', 'fn-a-0').spec.containers[0]!.image = 'example.com/x:2';
    expectOnly({
      check: 'image-pull',
      severity: 'error',
      subject: 'p/a',
      cause: /x:2/,
      fix: /^kubectl apply --server-side --force-conflicts -f dist\/test\/a.yaml$/,
    });
  });

  test('a crash loop, with its exit code and its last words', () => {
    world.failing(
      { waiting: { reason: 'CrashLoopBackOff' } },
      { restartCount: 4, lastState: { terminated: { exitCode: 3, finishedAt: ago(9) } } },
    );
    world.logs.set('fn-p/fn-a-0/function', ['1', '2', '3', 'no database']);
    expectOnly({
      check: 'crash-loop',
      severity: 'error',
      subject: 'p/a',
      cause: /^container "function" ends with exit code 3$/,
      evidence: /4 restarts\nlog: 2\nlog: 3\nlog: no database$/,
      fix: /logs fn-a-0 -c function --previous/,
    });
  });

  test('of the last words, those that complain', () => {
    world.failing({ terminated: { exitCode: 2, finishedAt: ago(1) } });
    world.logs.set('fn-p/fn-a-0/function', ['fatal error: no memory', 'goroutine 1', 'at 0x0', 'at 0x1', 'at 0x2']);
    expect(world.findings()[0]!.evidence.slice(1)).toEqual(['log: fatal error: no memory']);
  });

  test.each([
    [{ exitCode: 137, reason: 'OOMKilled' }, /137, out of memory$/, /^raise memory in functions\/p\/a.yaml/],
    [{ exitCode: 127 }, /127, the entry point is not in the image$/, /logs/],
  ])('the exit %j says more', (exit, cause, fix) => {
    world.failing({ terminated: { ...exit, finishedAt: ago(1) } }, { restartCount: 1 });
    expectOnly({ check: 'crash-loop', severity: 'error', subject: 'p/a', cause, fix });
  });

  test('a container that came back twice within minutes, though it runs now', () => {
    world.get('Pod', 'fn-p', 'fn-b-0').status!.containerStatuses = [
      {
        name: 'function',
        restartCount: 2,
        state: { running: {} },
        lastState: { terminated: { exitCode: 1, finishedAt: ago(60) } },
      },
    ];
    expectOnly({
      check: 'crash-loop',
      severity: 'warning',
      subject: 'p/b',
      cause: /exit code 1/,
      evidence: /running again/,
    });
  });

  test('a restart long ago is forgotten', () => {
    world.get('Pod', 'fn-p', 'fn-b-0').status!.containerStatuses = [
      {
        name: 'function',
        restartCount: 9,
        state: { running: {} },
        lastState: { terminated: { exitCode: 1, finishedAt: ago(900) } },
      },
    ];
    expect(world.findings()).toEqual([]);
  });

  test('a liveness probe that kills', () => {
    world.failing(
      { waiting: { reason: 'CrashLoopBackOff' } },
      { lastState: { terminated: { exitCode: 137, finishedAt: ago(9) } } },
    );
    world.event('Pod', 'fn-p', 'fn-a-0', {
      reason: 'Unhealthy',
      count: 3,
      message: 'Liveness probe failed: connection refused',
    });
    expectOnly({
      check: 'crash-loop',
      severity: 'error',
      subject: 'p/a',
      cause: /liveness probe fails/,
      evidence: /connection refused/,
    });
  });

  test('a process that listens on another port', () => {
    world.event('Pod', 'fn-p', 'fn-b-0', {
      reason: 'Unhealthy',
      count: 2,
      message: 'Liveness probe failed: connection refused',
    });
    expectOnly({ check: 'probe', severity: 'warning', subject: 'p/b', cause: /^nothing listens on its port 8080$/ });
  });

  test.each([
    ['dial tcp 10.0.0.7:9090: connect: connection refused', 'nothing listens on its port 9090'],
    [
      'error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unknown service',
      'its probe asks the gRPC health service, which it does not have',
    ],
    ['HTTP probe failed with statuscode: 503', 'its probe fails'],
  ])('a probe that says: %s', (said, cause) => {
    world.event('Pod', 'fn-p', 'fn-b-0', { reason: 'Unhealthy', count: 2, message: `Liveness probe failed: ${said}` });
    expectOnly({ check: 'probe', severity: 'warning', subject: 'p/b', cause: new RegExp(`^${cause}$`) });
  });

  test.each([
    ['one failure', { count: 1 }],
    ['failures of the past', { count: 9, lastTimestamp: ago(600) }],
  ])('%s of a probe is not a fault', (_, event) => {
    world.event('Pod', 'fn-p', 'fn-b-0', { reason: 'Unhealthy', message: 'Liveness probe failed', ...event });
    expect(world.findings()).toEqual([]);
  });

  test('a probe that succeeded since is not a fault', () => {
    world.event('Pod', 'fn-p', 'fn-b-0', {
      reason: 'Unhealthy',
      count: 5,
      message: 'Readiness probe failed',
      lastTimestamp: ago(30),
    });
    world.get('Pod', 'fn-p', 'fn-b-0').status!.conditions = [{ ...met('Ready'), lastTransitionTime: ago(20) }];
    expect(world.findings()).toEqual([]);
  });

  test('a pod for which no node has room', () => {
    const message = '0/1 nodes are available: 1 Insufficient cpu.';
    world.wake('a', { phase: 'Pending', conditions: [{ ...met('PodScheduled', 'False'), message }] });
    expectOnly({
      check: 'unschedulable',
      severity: 'error',
      subject: 'p/a',
      cause: /no node has room/,
      evidence: /Insufficient cpu.\nit requests cpu 100m, ephemeral-storage 64Mi, memory 128Mi/,
    });
  });

  test.each([
    ['exceeded quota: functions, requested: pods=1', /quota is used up/, /functions\/p\/project.yaml/],
    ['pods "x" is forbidden: violates PodSecurity "restricted:latest"', /Pod Security Standard/, /namespace fn-p/],
    ['maximum memory usage per Container is 64Mi, but limit is 128Mi', /LimitRange/, /limitranges/],
    ['admission webhook "policy.example.com" denied the request: no', /webhook refuses/, /webhookconfigurations/],
    ['something else', /cannot be created/, /replicasets/],
  ])('a pod that is refused: %s', (message, cause, fix) => {
    world.get('Deployment', 'fn-p', 'fn-a').status = { conditions: [{ ...met('ReplicaFailure'), message }] };
    world.add('ResourceQuota', {
      metadata: { name: 'functions', namespace: 'fn-p' },
      status: { hard: { pods: '2' }, used: { pods: '2' } },
    });
    const quota = message.includes('quota') ? 'pods 2 of 2' : message;
    expectOnly({
      check: 'create-refused',
      severity: 'error',
      subject: 'p/a',
      cause,
      fix,
      evidence: new RegExp(quota.slice(0, 20)),
    });
  });

  test.each<[message: string, cause: RegExp, fix?: RegExp]>([
    [
      'secret "s" not found',
      /^Secret "s" is not there: its container waits for it$/,
      /^make it in fn-p, or correct the name of the Secret in functions\/p\/a.yaml/,
    ],
    [
      'configmap "c" not found',
      /^ConfigMap "c" is not there: its container waits for it$/,
      /^make it in fn-p, or correct the name of the ConfigMap in functions\/p\/a.yaml/,
    ],
    ["couldn't find key k in Secret fn-p/s", /^Secret "s" has no key "k"$/, /get secrets/],
    ["couldn't find key k in ConfigMap fn-p/c", /^ConfigMap "c" has no key "k"$/, /get configmaps/],
    ['something else', /cannot be started/, /^kubectl -n fn-p describe pods fn-a-0$/],
  ])('a container whose configuration is wrong: %s', (message, cause, fix) => {
    world.failing({ waiting: { reason: 'CreateContainerConfigError', message } });
    expectOnly({
      check: 'container-start',
      severity: 'error',
      subject: 'p/a',
      cause,
      fix,
      evidence: new RegExp(message),
    });
  });

  test.each<[message: string, cause: RegExp]>([
    ['MountVolume.SetUp failed for volume "volume-0" : secret "tls" not found', /^Secret "tls" is not there: /],
    ['MountVolume.SetUp failed for volume "volume-0" : configmap "app" not found', /^ConfigMap "app" is not there: /],
    ['configmap references non-existent config key: a', /^a ConfigMap that it mounts has no key "a"$/],
    ['references non-existent secret key: a', /^a Secret that it mounts has no key "a"$/],
  ])('a volume that has nothing to hold: %s', (message, cause) => {
    world.failing({ waiting: { reason: 'ContainerCreating' } });
    world.event('Pod', 'fn-p', 'fn-a-0', { type: 'Warning', reason: 'FailedMount', message });
    expectOnly({ check: 'container-start', severity: 'error', subject: 'p/a', cause, evidence: /FailedMount: / });
  });

  test('an init container that does not end, unless it is a sidecar', () => {
    world.failing({ waiting: { reason: 'PodInitializing' } });
    const pod = world.get('Pod', 'fn-p', 'fn-a-0');
    pod.status!.initContainerStatuses = [{ name: 'fetch', state: { running: { startedAt: ago(60) } } }];
    pod.spec.initContainers = [{ name: 'fetch' }];
    expectOnly({
      check: 'container-start',
      severity: 'error',
      subject: 'p/a',
      cause: /^its init container "fetch" does not end$/,
      evidence: /fetch has run since 2026-01-02T03:03:05/,
    });
    pod.spec.initContainers = [{ name: 'fetch', restartPolicy: 'Always' }];
    expect(world.findings()).toEqual([]);
  });

  test('an init container that fails again and again, and one that has done its work', () => {
    world.failing({ waiting: { reason: 'PodInitializing' } });
    const pod = world.get('Pod', 'fn-p', 'fn-a-0');
    const ended = (exitCode: number) => ({ exitCode, finishedAt: ago(5) });
    pod.status!.initContainerStatuses = [
      { name: 'first', state: { terminated: ended(0) } },
      { name: 'fetch', state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: ended(3) } },
    ];
    expectOnly({
      check: 'crash-loop',
      severity: 'error',
      subject: 'p/a',
      cause: /^container "fetch" ends with exit code 3$/,
    });
  });

  test.each<[message: string, cause: RegExp, fix: RegExp]>([
    [
      '0/1 nodes are available: persistentvolumeclaim "data" not found.',
      /^PersistentVolumeClaim "data" is not there$/,
      /get persistentvolumeclaims; make what is missing/,
    ],
    [
      'pod has unbound immediate PersistentVolumeClaims.',
      /^its PersistentVolumeClaim has no volume$/,
      /get persistent/,
    ],
    ['0/1 nodes are available: 1 Insufficient cpu.', /^no node has room for its pod$/, /add a node/],
  ])('no node, since: %s', (message, cause, fix) => {
    world.wake('a', { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', message }] });
    expectOnly({
      check: 'unschedulable',
      severity: 'error',
      subject: 'p/a',
      cause,
      fix,
      evidence: new RegExp(message),
    });
  });

  test('the image of a volume, or of an init container, that cannot be pulled', () => {
    const message = 'Back-off pulling image "example.com/models:1": not found';
    world.failing({ waiting: { reason: 'ImagePullBackOff', message } });
    const specs = [
      world.get('Pod', 'fn-p', 'fn-a-0').spec,
      ...[
        world.get('Deployment', 'fn-p', 'fn-a'),
        world.desired.functions.find(({ subject }) => subject === 'p/a')!.deployment,
      ].map(({ spec }) => spec.template.spec),
    ];
    for (const spec of specs)
      Object.assign(spec, { volumes: [{ name: 'v', image: { reference: 'example.com/models:1' } }] });
    const expected = { check: 'image-pull', severity: 'error', subject: 'p/a' };
    expectOnly({
      ...expected,
      cause: /^image "example.com\/models:1" cannot be pulled$/,
      fix: /correct volumes in functions/,
    });
    for (const spec of specs)
      Object.assign(spec, { volumes: [], initContainers: [{ name: 'init', image: 'example.com/i:1' }] });
    world.get('Pod', 'fn-p', 'fn-a-0').status!.containerStatuses![0]!.name = 'init';
    expectOnly({
      ...expected,
      cause: /^image "example.com\/i:1" cannot be pulled$/,
      fix: /correct image in functions/,
    });
  });

  test('a volume that cannot be mounted is told once it lasts', () => {
    const scheduled = (seconds: number) => ({ ...met('PodScheduled'), lastTransitionTime: ago(seconds) });
    world.failing({ waiting: { reason: 'ContainerCreating' } });
    world.event('Pod', 'fn-p', 'fn-a-0', { type: 'Warning', reason: 'FailedMount', message: 'no such ConfigMap' });
    const pod = world.get('Pod', 'fn-p', 'fn-a-0');
    pod.status!.conditions = [scheduled(5)];
    expect(world.findings()).toEqual([]);
    pod.status!.conditions = [scheduled(50)];
    expectOnly({
      check: 'container-start',
      severity: 'error',
      subject: 'p/a',
      cause: /cannot be started/,
      evidence: /FailedMount: no such ConfigMap/,
    });
  });

  test('certificates that the operator has not made yet', () => {
    const pod = world.get('Pod', 'keda', 'keda-admission-webhooks-0');
    pod.status = {
      conditions: [{ ...met('PodScheduled'), lastTransitionTime: ago(50) }],
      containerStatuses: [{ name: 'keda-admission-webhooks', state: { waiting: { reason: 'ContainerCreating' } } }],
    };
    const message = 'MountVolume.SetUp failed for volume "certificates" : secret "kedaorg-certs" not found';
    world.event('Pod', 'keda', 'keda-admission-webhooks-0', { type: 'Warning', reason: 'FailedMount', message });
    expectOnly({
      check: 'container-start',
      severity: 'warning',
      subject: 'keda/keda-admission-webhooks',
      cause: /^Secret "kedaorg-certs" is not there/,
      fix: /^kubectl -n keda rollout restart deployment\/keda-operator$/,
    });
    world.scaleToZero('keda-operator');
    expect(world.findings().map(({ check, explains }) => [check, explains])).toEqual([['component', 1]]);
  });

  test('a pull secret that is not there', () => {
    world.failing({ waiting: { reason: 'ErrImagePull' } });
    const message =
      'Unable to retrieve some image pull secrets (mirror); attempting to pull the image may not succeed.';
    world.event('Pod', 'fn-p', 'fn-a-0', { reason: 'FailedToRetrieveImagePullSecret', message });
    expectOnly({
      check: 'image-pull',
      severity: 'error',
      subject: 'p/a',
      cause: /cannot be pulled/,
      evidence: /Unable to retrieve some image pull secrets \(mirror\)/,
      fix: /^make the Secret in fn-p, or correct imagePullSecrets in functions\/p\/a.yaml/,
    });
  });

  test.each([
    ['serviceAccountName', 'ServiceAccount'],
    ['priorityClassName', 'PriorityClass'],
    ['runtimeClassName', 'RuntimeClass'],
  ] as const)('a function at zero whose %s is not there, and the pod that is refused for it', (key, kind) => {
    const { deployment } = world.desired.functions.find(({ subject }) => subject === 'p/a')!;
    const live = world.get('Deployment', 'fn-p', 'fn-a');
    const name = 'not-there';
    for (const { spec } of [live, deployment]) Object.assign(spec.template.spec, { [key]: name });
    expectOnly({
      check: 'reference',
      severity: 'error',
      subject: 'p/a',
      cause: new RegExp(`^${kind} "not-there" is not in the cluster$`),
      evidence: new RegExp(`^${key} of its pods is not-there$`),
      fix: new RegExp(`^make it, or correct ${key} in functions/p/a.yaml`),
    });
    live.status = { conditions: [{ ...met('ReplicaFailure'), message: `${kind} not found` }] };
    expect(world.findings()).toMatchObject([{ check: 'reference', explains: 1 }]);
    world.add(kind, { metadata: { name, namespace: kind === 'ServiceAccount' ? 'fn-p' : undefined } });
    live.status = {};
    expect(world.findings()).toEqual([]);
  });

  test('imagePullPolicy Always', () => {
    world.get('Deployment', 'fn-p', 'fn-a').spec.template.spec.containers[0]!.imagePullPolicy = 'Always';
    expectOnly({
      check: 'pull-policy',
      severity: 'warning',
      subject: 'p/a',
      cause: /every cold start waits for the registry/,
    });
  });
});

describe('scaling', () => {
  /** Changes the ScaledObject of a, as it is declared and as it is. */
  const declare = (change: (scaledObject: Kinds['ScaledObject']) => unknown) => {
    change(world.get('ScaledObject', 'fn-p', 'fn-a'));
    change(world.desired.functions.find(({ subject }) => subject === 'p/a')!.scaledObject!);
  };

  test.each([
    ['paused', 'true', 'error', /stays at 0 pods/],
    ['paused-replicas', '0', 'error', /stays at 0 pods/],
    ['paused-scale-out', 'true', 'error', /one direction only/],
    ['paused-scale-in', 'true', 'warning', /one direction only/],
  ])('the annotation %s', (annotation, value, severity, cause) => {
    world.get('ScaledObject', 'fn-p', 'fn-a').metadata.annotations = { [`autoscaling.keda.sh/${annotation}`]: value };
    expectOnly({
      check: 'paused',
      severity,
      subject: 'p/a',
      cause,
      fix: new RegExp(`annotate scaledobject/fn-a autoscaling.keda.sh/${annotation}-$`),
    });
  });

  test('paused: "false" pauses nothing', () => {
    world.get('ScaledObject', 'fn-p', 'fn-a').metadata.annotations = { 'autoscaling.keda.sh/paused': 'false' };
    expect(world.findings()).toEqual([]);
  });

  test.each([
    [met('Ready', 'False'), 'error', /cannot scale it/],
    [met('Ready', 'Unknown'), 'warning', /one of its triggers/],
    [met('Fallback'), 'warning', /fallback replicas/],
    [met('HPAActive', 'False'), 'warning', /does not scale by its metrics/],
  ])('a ScaledObject whose condition is %j', (condition, severity, cause) => {
    const scaledObject = world.get('ScaledObject', 'fn-p', 'fn-a');
    scaledObject.status = { conditions: condition.type === 'Ready' ? [condition] : [met('Ready'), condition] };
    world.event('ScaledObject', 'fn-p', 'fn-a', { reason: 'KEDAScalerFailed', message: 'no route' });
    expectOnly({
      check: 'scaled-object',
      severity,
      subject: 'p/a',
      cause,
      evidence: condition.type === 'Ready' ? /KEDAScalerFailed: no route/ : /message/,
    });
  });

  test('a ScaledObject that KEDA never took up, unless it is new', () => {
    const scaledObject = world.get('ScaledObject', 'fn-p', 'fn-a');
    delete scaledObject.status;
    expectOnly({ check: 'scaled-object', severity: 'error', subject: 'p/a', cause: /has not taken up/ });
    scaledObject.metadata.creationTimestamp = ago(3);
    expect(world.findings()).toEqual([]);
  });

  test('KEDA wants to wake a function and cannot', () => {
    world.get('ScaledObject', 'fn-p', 'fn-a').status = { conditions: [met('Ready'), met('Active')] };
    world.event('ScaledObject', 'fn-p', 'fn-a', { reason: 'KEDAScaleTargetActivationFailed', message: 'forbidden' });
    world.queues = [{ pod: 'i', counts: { ...counts('a', 'b', 'c'), 'fn-p/fn-a': { Concurrency: 7 } } }];
    expectOnly({
      check: 'replicas',
      severity: 'error',
      subject: 'p/a',
      cause: /wants to wake it/,
      evidence: /forbidden\n7 requests wait/,
    });
  });

  test('requests wait, and nothing says why KEDA does not wake the function', () => {
    world.queues = [{ pod: 'i', counts: { ...counts('a', 'b', 'c'), 'fn-p/fn-a': { Concurrency: 7 } } }];
    world.stuck.add('p/a');
    expectOnly({
      check: 'replicas',
      severity: 'error',
      subject: 'p/a',
      cause: /stream of its scaler is probably broken/,
      evidence: /^7 requests wait/,
      fix: /rollout restart deployment\/keda-operator$/,
    });
    world.get('ScaledObject', 'fn-p', 'fn-a').status = { conditions: [met('Ready', 'False')] };
    expectOnly({ check: 'scaled-object', severity: 'error', subject: 'p/a', cause: /cannot scale it/ });
    expect(world.findings()[0]!.explains).toBe(1);
  });

  test.each([
    [11, 'warning', /11 pods, more than its maximum of 10/],
    [0, 'error', /0 pods, fewer than its minimum of 1/],
  ])('%i pods', (pods, severity, cause) => {
    world.get('Deployment', 'fn-p', 'fn-c').spec.replicas = pods;
    if (pods === 0) world.get('ScaledObject', 'fn-p', 'fn-c').spec.minReplicaCount = 1;
    expectOnly({ check: 'replicas', severity, subject: 'p/c', cause });
  });

  test('pods that idle below the minimum are meant', () => {
    declare((scaledObject) => Object.assign(scaledObject.spec, { minReplicaCount: 2, idleReplicaCount: 0 }));
    expect(world.findings()).toEqual([]);
  });

  test('a pause that the declaration asks for is not an error', () => {
    const annotations = { 'autoscaling.keda.sh/paused-scale-out': 'true' };
    declare(({ metadata }) => Object.assign(metadata, { annotations }));
    expectOnly({
      check: 'paused',
      severity: 'warning',
      subject: 'p/a',
      cause: /^its declaration pauses it/,
      fix: /^correct pausedScaleOut in functions\/p\/a.yaml/,
    });
  });

  test.each(['TriggerAuthentication', 'ClusterTriggerAuthentication'] as const)('a %s that is not there', (kind) => {
    const live = world.get('ScaledObject', 'fn-p', 'fn-a');
    const authenticationRef = { name: 'gone', kind };
    for (const type of ['redis', 'kafka'])
      declare(({ spec }) => spec.triggers!.push({ type, metadata: {}, authenticationRef }));
    live.status = { conditions: [met('Ready', 'False')] };
    expectOnly({
      check: 'trigger-authentication',
      severity: 'error',
      subject: 'p/a',
      cause: new RegExp(`^its trigger redis authenticates by the ${kind} gone`),
    });
    expect(world.findings()[0]!.explains).toBe(1);
    const namespace = kind === 'TriggerAuthentication' ? 'fn-p' : undefined;
    world.add(kind, { metadata: { name: 'gone', namespace } });
    live.status = { conditions: [met('Ready')] };
    expect(world.findings()).toEqual([]);
  });

  test('an HPA at its maximum', () => {
    const limited = { ...met('ScalingLimited'), reason: 'TooManyReplicas', message: 'more than the maximum' };
    world.add('HorizontalPodAutoscaler', {
      metadata: { name: 'keda-hpa-fn-b', namespace: 'fn-p', ownerReferences: [{ kind: 'ScaledObject', name: 'fn-b' }] },
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'fn-b' }, maxReplicas: 10 },
      status: { conditions: [limited] },
    });
    expectOnly({
      check: 'maximum',
      severity: 'warning',
      subject: 'p/b',
      cause: /^it has its maximum of 10 pods/,
      evidence: /more than the maximum$/,
    });
    limited.reason = 'TooFewReplicas';
    expect(world.findings()).toEqual([]);
  });

  test.each([
    ['0 8 31 2 *', '0 9 * * *', '1', /^its window never opens$/],
    ['0 8 * * *', '0 9 30 feb ?', '1', /^its window never closes/],
    ['0 8 * * *', '0 9 * * *', '11', /^its window asks for 11 pods, and it may have 10$/],
  ])('a window from %s to %s of %s pods', (start, end, desiredReplicas, cause) => {
    const metadata = { timezone: 'UTC', start, end, desiredReplicas };
    declare(({ spec }) => spec.triggers!.push({ type: 'cron', metadata }));
    expectOnly({ check: 'window', severity: 'warning', subject: 'p/a', cause });
    Object.assign(metadata, { start: '0 8 * * *', end: '0 9 * * *', desiredReplicas: '1' });
    expect(world.findings()).toEqual([]);
  });

  test('an HPA or a ScaledObject besides', () => {
    const spec = { scaleTargetRef: { kind: 'Deployment', name: 'fn-a' } };
    world.add('HorizontalPodAutoscaler', {
      metadata: { name: 'keda-hpa-fn-a', namespace: 'fn-p', ownerReferences: [{ kind: 'ScaledObject', name: 'fn-a' }] },
      spec,
    });
    expect(world.findings()).toEqual([]);
    world.add('HorizontalPodAutoscaler', { metadata: { name: 'mine', namespace: 'fn-p' }, spec });
    world.add('ScaledObject', { metadata: { name: 'cron', namespace: 'fn-p' }, spec });
    expectOnly({
      check: 'second-scaler',
      severity: 'error',
      subject: 'p/a',
      cause: /against each other/,
      fix: /delete scaledobjects\/cron horizontalpodautoscalers\/mine$/,
    });
  });
});

describe('routing', () => {
  const rival = (createdAt: string) => ({
    metadata: { name: 'rival', namespace: 'other', creationTimestamp: createdAt },
    spec: { target: { service: 's', port: 80 }, rules: [{ hosts: ['a.fn.test:8080'], paths: [{ value: '/' }] }] },
  });

  test('an older route for the same host takes the requests', () => {
    world.add('InterceptorRoute', rival('2020-01-01T00:00:00Z'));
    expectOnly({
      check: 'duplicate-route',
      severity: 'error',
      subject: 'p/a',
      cause: /^a.fn.test has 2 routes: other\/rival is the oldest/,
      fix: /-n fn-p delete interceptorroutes fn-a$/,
    });
  });

  test('slashes around a path do not tell two routes apart, what stands between them does', () => {
    const [api, sub] = ['/api/', '/api//x'].map((value) => ({ hosts: ['a.fn.test'], paths: [{ value }] }));
    world.get('InterceptorRoute', 'fn-p', 'fn-a').spec.rules![0]!.paths = [{ value: '/api' }, { value: '/api/x' }];
    const { metadata, spec } = rival('2020-01-01T00:00:00Z');
    world.add('InterceptorRoute', { metadata, spec: { ...spec, rules: [sub!] } });
    expect(world.findings()).toEqual([]);
    world.add('InterceptorRoute', { metadata: { ...metadata, name: 'same' }, spec: { ...spec, rules: [api!] } });
    expectOnly({ check: 'duplicate-route', severity: 'error', subject: 'p/a', cause: /^a.fn.test\/api has 2 routes/ });
  });

  test('a younger route gets nothing, which is a warning', () => {
    world.add('InterceptorRoute', rival('2026-01-02T00:00:00Z'));
    expectOnly({
      check: 'duplicate-route',
      severity: 'warning',
      subject: 'p/a',
      cause: /fn-p\/fn-a is the oldest/,
      fix: /-n other delete interceptorroutes rival$/,
    });
  });

  test('other paths, or headers, are other routes', () => {
    const { metadata, spec } = rival('2020-01-01T00:00:00Z');
    world.add('InterceptorRoute', {
      metadata,
      spec: {
        ...spec,
        rules: [
          { hosts: ['a.fn.test'], paths: [{ value: '/v2' }] },
          { hosts: ['a.fn.test'], headers: [{ name: 'X' }] },
        ],
      },
    });
    world.add('HTTPScaledObject', {
      metadata: { name: 'rival', namespace: 'other' },
      spec: { hosts: ['a.fn.test'], scaleTargetRef: { name: 'x', service: 'x', port: 1 } },
    });
    expect(world.findings()).toEqual([]);
  });

  test('an HTTPScaledObject may be the rival', () => {
    world.add('HTTPScaledObject', {
      metadata: { name: 'old', namespace: 'other' },
      spec: { hosts: ['c.fn.test'], scaleTargetRef: { name: 'x', service: 'x', port: 1 } },
    });
    expectOnly({ check: 'duplicate-route', severity: 'error', subject: 'p/c', cause: /other\/old/ });
  });

  test('a placeholder that the interceptor may not read', () => {
    const response = { bodyFromConfigMap: { name: 'soon' } };
    Object.assign(world.get('InterceptorRoute', 'fn-p', 'fn-a').spec, { coldStart: { placeholder: { response } } });
    expectOnly({
      check: 'placeholder',
      severity: 'error',
      subject: 'p/a',
      cause: /each request hangs/,
      evidence: /names the ConfigMap soon/,
      fix: /readConfigMaps/,
    });
    const role = world.get('ClusterRole', undefined, 'keda-add-ons-http-interceptor');
    role.rules!.push({ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] });
    expect(world.findings().map(({ check }) => check)).toEqual(['drift']);
  });

  test('a Service that selects other pods', () => {
    world.get('Service', 'fn-p', 'fn-b').spec.selector = { app: 'nothing' };
    world.get('EndpointSlice', 'fn-p', 'fn-b-slice').endpoints = null;
    expectOnly({
      check: 'service',
      severity: 'error',
      subject: 'p/b',
      cause: /does not select its pods/,
      evidence: /selector app=nothing/,
      fix: /dist\/test\/b.yaml/,
    });
    expect(world.findings()[0]!.explains).toBe(1);
  });

  test.each([[9999], ['web']])('a Service with the target port %j', (targetPort) => {
    world.get('Service', 'fn-p', 'fn-a').spec.ports![0]!.targetPort = targetPort;
    expectOnly({
      check: 'service',
      severity: 'error',
      subject: 'p/a',
      cause: new RegExp(`leads to port ${targetPort}, which its container does not open`),
      evidence: /opens 8080 \(http\)/,
    });
  });

  test.each([
    ['kubernetes.io/h2c', undefined, 'the interceptor speaks HTTP/1.1 to it, and it speaks HTTP/2'],
    [undefined, 'kubernetes.io/h2c', 'the interceptor speaks HTTP/2 to it, and it speaks HTTP/1.1'],
  ])('a Service of the protocol %s that says %s', (declared, actual, cause) => {
    const [fn] = world.desired.functions;
    Object.assign(fn!.service!.spec.ports![0]!, { appProtocol: declared });
    world.get('Service', 'fn-p', 'fn-a').spec.ports![0]!.appProtocol = actual;
    expectOnly({
      check: 'protocol',
      severity: 'error',
      subject: 'p/a',
      cause: new RegExp(`^${cause}$`),
      evidence: new RegExp(`appProtocol is ${actual ?? 'not set'}`),
      fix: /dist\/test\/a.yaml/,
    });
  });

  test('a route to a port or a Service that is not there', () => {
    const route = world.get('InterceptorRoute', 'fn-p', 'fn-a');
    route.spec.target.port = 81;
    expectOnly({
      check: 'service',
      severity: 'error',
      subject: 'p/a',
      cause: /port 81, which its Service does not have/,
    });
    route.spec.target.service = 'gone';
    expectOnly({ check: 'service', severity: 'error', subject: 'p/a', cause: /the Service gone, which is not there/ });
  });

  test('ready pods that no endpoint leads to', () => {
    world.get('EndpointSlice', 'fn-p', 'fn-b-slice').endpoints = [];
    expectOnly({ check: 'endpoints', severity: 'error', subject: 'p/b', cause: /has no endpoint/ });
  });

  test('an interceptor that does not know a route', () => {
    world.queues = [{ pod: 'i', counts: counts('b', 'c') }];
    expectOnly({
      check: 'routing-table',
      severity: 'error',
      subject: 'Pod keda/i',
      cause: /does not know 1 of 3 routes/,
      evidence: /fn-p\/fn-a/,
    });
    world.get('InterceptorRoute', 'fn-p', 'fn-a').metadata.creationTimestamp = ago(2);
    expect(world.findings()).toEqual([]);
  });

  test('an interceptor whose admin port does not answer', () => {
    world.queues = [{ pod: 'i', problem: { reason: '503 refused', forbidden: false } }];
    expectOnly({
      check: 'routing-table',
      severity: 'warning',
      subject: 'Pod keda/i',
      cause: /admin port/,
      evidence: /503/,
    });
  });
});

describe('objects', () => {
  test('one that is missing, with the file that has it', () => {
    world.remove('Service', 'fn-p', 'fn-a');
    expectOnly({
      check: 'missing',
      severity: 'error',
      subject: 'p/a',
      cause: /^its Service is not in the cluster$/,
      evidence: /dist\/test\/a.yaml/,
    });
  });

  test('a function of which nothing is there', () => {
    for (const kind of ['Deployment', 'Service', 'InterceptorRoute', 'HTTPScaledObject', 'ScaledObject'] as const)
      world.remove(kind, 'fn-p', 'fn-a');
    expectOnly({ check: 'missing', severity: 'error', subject: 'p/a', cause: /^it is not in the cluster$/ });
  });

  test('a ScaledObject that the add-on did not make', () => {
    world.remove('ScaledObject', 'fn-p', 'fn-c');
    world.get('HTTPScaledObject', 'fn-p', 'fn-c').status = { conditions: [met('Ready', 'False')] };
    expectOnly({
      check: 'missing',
      severity: 'error',
      subject: 'p/c',
      cause: /made no ScaledObject/,
      evidence: /Ready is False: Ready message/,
    });
    world.get('HTTPScaledObject', 'fn-p', 'fn-c').metadata.creationTimestamp = ago(2);
    expect(world.findings()).toEqual([]);
  });

  test('a namespace explains all that is missing in it', () => {
    world.remove('Namespace', undefined, 'fn-p');
    for (const name of ['fn-a', 'fn-b', 'fn-c']) world.remove('Deployment', 'fn-p', name);
    expectOnly({ check: 'namespace', severity: 'error', subject: 'Namespace fn-p', cause: /not in the cluster/ });
    expect(world.findings()[0]!.explains).toBeGreaterThanOrEqual(3);
  });

  test('a namespace that is being deleted', () => {
    world.get('Namespace', undefined, 'fn-p').status = {
      phase: 'Terminating',
      conditions: [met('NamespaceDeletionDiscoveryFailure')],
    };
    expectOnly({
      check: 'namespace',
      severity: 'error',
      subject: 'Namespace fn-p',
      cause: /being deleted/,
      evidence: /Discovery/,
    });
  });

  test('another notation of the same is not a change', () => {
    const { containers } = world.get('Deployment', 'fn-p', 'fn-a').spec.template.spec;
    (containers[0]!.resources!.requests as { [resource: string]: string }).cpu = '0.1';
    const route = world.get('InterceptorRoute', 'fn-p', 'fn-a');
    (route.spec as { timeouts?: object }).timeouts = { readiness: '1m0s', responseHeader: '30s' };
    expect(world.findings()).toEqual([]);
  });

  test('one that somebody changed', () => {
    world.get('InterceptorRoute', 'fn-p', 'fn-a').spec.rules![0]!.hosts = ['other.example.com'];
    expectOnly({
      check: 'drift',
      severity: 'warning',
      subject: 'InterceptorRoute fn-p/fn-a',
      cause: /not what dist declares/,
      evidence: /spec.rules\[0\].hosts\[0\] is "other.example.com", declared "a.fn.test"/,
    });
  });
});
