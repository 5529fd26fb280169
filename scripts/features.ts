// What users of other platforms look for, and where it is here: the rows of docs/reference/features.md. What a platform does is as of its
// documentation of 2026; "partly" stands for what needs another product, a plan that is paid for, or a flag that is off.

export type Has = 'yes' | 'partly' | 'no';

export interface Feature {
  readonly feature: string;
  /** Knative, OpenFaaS, Fission, Cloud Run, Lambda. */
  readonly peers: readonly [Has, Has, Has, Has, Has];
  /** Settings of a function, the same in YAML and in code. */
  readonly settings?: readonly string[];
  /** A page of docs/, where it is not a setting of a function. */
  readonly page?: string;
  /** The test that proves it, below test/. */
  readonly test?: string;
  /** Why it is not here, or not as elsewhere. */
  readonly reason?: string;
}

export const PEERS = ['Knative', 'OpenFaaS', 'Fission', 'Cloud Run', 'Lambda'] as const;

const [YES, PARTLY, NO] = ['yes', 'partly', 'no'] as const;
const row = (feature: string, peers: Feature['peers'], here: Omit<Feature, 'feature' | 'peers'>): Feature => ({
  feature,
  peers,
  ...here,
});

export const FEATURES: readonly Feature[] = [
  row('Scale to zero and from zero', [YES, PARTLY, YES, YES, YES], {
    settings: ['minReplicas', 'cooldown', 'initialCooldown', 'scaler'],
    test: 'e2e/scale-from-zero.test.ts',
  }),
  row('Highest number of pods', [YES, YES, YES, YES, YES], {
    settings: ['maxReplicas'],
    test: 'function/effects.test.ts',
  }),
  row('Requests in flight as the measure', [YES, PARTLY, YES, YES, NO], {
    settings: ['concurrency'],
    test: 'function/effects.test.ts',
  }),
  row('Requests a second as the measure', [YES, PARTLY, NO, NO, NO], {
    settings: ['requestRate', 'requestRateWindow', 'requestRateGranularity'],
    test: 'function/effects.test.ts',
  }),
  row('Other measures: queues, streams, databases, metrics', [PARTLY, PARTLY, PARTLY, NO, PARTLY], {
    settings: ['triggers'],
    test: 'triggers/trigger.test.ts',
  }),
  row('No HTTP at all: a consumer of a queue', [PARTLY, PARTLY, PARTLY, YES, YES], {
    settings: ['http'],
    test: 'function/without-http.test.ts',
  }),
  row('How fast pods come and go', [PARTLY, NO, PARTLY, NO, NO], {
    settings: ['behavior', 'pollingInterval', 'idleReplicas'],
    test: 'function/effects.test.ts',
  }),
  row('One measure made of several', [NO, NO, NO, NO, NO], {
    settings: ['scalingModifiers'],
    test: 'function/refused.test.ts',
  }),
  row('Pods while the source of a measure is down', [NO, NO, NO, NO, NO], {
    settings: ['fallback'],
    test: 'function/refused.test.ts',
  }),
  row('Scaling is stopped for a while', [NO, NO, NO, PARTLY, PARTLY], {
    settings: ['paused', 'pausedReplicas', 'pausedScaleIn', 'pausedScaleOut'],
    test: 'function/effects.test.ts',
  }),
  row('Whom a function may call, and who may call it', [NO, NO, NO, PARTLY, PARTLY], {
    settings: ['egress', 'egressTo', 'ingressFrom'],
    test: 'function/effects.test.ts',
  }),
  row('Pods at given times of day', [NO, NO, NO, NO, YES], {
    settings: ['warm'],
    test: 'function/warm.test.ts',
  }),
  row('Jobs that are not stopped when there is less to do', [PARTLY, NO, NO, YES, NO], {
    page: 'how-to/jobs.md',
    test: 'job/effects.test.ts',
  }),
  row('A workload that is made elsewhere, scaled and called', [NO, NO, NO, NO, NO], {
    settings: ['target'],
    test: 'function/workload.test.ts',
  }),
  row('Called on a schedule', [PARTLY, PARTLY, YES, PARTLY, PARTLY], {
    settings: ['schedules', 'callerImage'],
    test: 'function/effects.test.ts',
  }),
  row('Jobs on a schedule', [NO, PARTLY, PARTLY, YES, YES], { page: 'how-to/jobs.md', test: 'job/effects.test.ts' }),
  row('Time limit of a request', [YES, YES, YES, YES, YES], {
    settings: ['timeout', 'requestTimeout', 'readinessTimeout'],
    test: 'function/effects.test.ts',
  }),
  row('Start-up that takes minutes', [YES, PARTLY, PARTLY, YES, NO], {
    settings: ['startupTimeout'],
    test: 'e2e/slow-start.test.ts',
  }),
  row('An answer, or another service, while no pod is ready', [NO, NO, NO, NO, NO], {
    settings: ['coldStart'],
    test: 'function/effects.test.ts',
  }),
  row('Any container image', [YES, YES, PARTLY, YES, PARTLY], {
    settings: ['image', 'runtime', 'port', 'handler'],
    test: 'function/runtime.test.ts',
  }),
  row('Image from a private registry', [YES, YES, YES, YES, YES], {
    settings: ['imagePullSecrets'],
    test: 'e2e/identity.test.ts',
  }),
  row('Images on the nodes before a request', [NO, NO, PARTLY, YES, YES], {
    page: 'how-to/pre-pull.md',
    test: 'e2e/pre-pull.test.ts',
  }),
  row('Command and arguments', [YES, PARTLY, YES, YES, YES], {
    settings: ['command', 'args', 'workingDirectory'],
    test: 'e2e/settings.test.ts',
  }),
  row('Environment variables', [YES, YES, YES, YES, YES], {
    settings: ['env'],
    test: 'function/variables.test.ts',
  }),
  row('A variable from one key of a Secret or ConfigMap', [YES, NO, PARTLY, YES, PARTLY], {
    settings: ['envValueFrom'],
    test: 'e2e/settings.test.ts',
  }),
  row('Variables from a whole Secret or ConfigMap', [YES, NO, PARTLY, NO, NO], {
    settings: ['envFromSecrets', 'envFromConfigMaps'],
    test: 'e2e/settings.test.ts',
  }),
  row('Files from Secrets and ConfigMaps', [YES, PARTLY, YES, YES, PARTLY], {
    settings: ['volumes', 'configMaps'],
    test: 'e2e/files.test.ts',
  }),
  row('Tokens for other services as files', [PARTLY, NO, PARTLY, PARTLY, NO], {
    settings: ['volumes'],
    test: 'e2e/settings.test.ts',
  }),
  row('Scratch space, on disk or in memory', [PARTLY, PARTLY, PARTLY, YES, YES], {
    settings: ['writablePaths', 'volumes', 'ephemeralStorage', 'ephemeralStorageLimit'],
    test: 'e2e/files.test.ts',
  }),
  row('Persistent files', [PARTLY, NO, PARTLY, YES, YES], {
    settings: ['volumes'],
    test: 'function/effects.test.ts',
  }),
  row('Init containers', [PARTLY, NO, PARTLY, PARTLY, NO], {
    settings: ['initContainers'],
    test: 'e2e/files.test.ts',
  }),
  row('Sidecars', [YES, NO, PARTLY, YES, PARTLY], {
    settings: ['initContainers'],
    test: 'e2e/files.test.ts',
  }),
  row('HTTP/2 and gRPC', [YES, NO, NO, YES, NO], {
    settings: ['protocol'],
    test: 'e2e/protocols.test.ts',
  }),
  row('WebSocket', [YES, PARTLY, YES, YES, PARTLY], {
    page: 'explanation/functions.md',
    test: 'e2e/protocols.test.ts',
  }),
  row('More ports', [NO, NO, NO, NO, NO], { settings: ['ports'], test: 'function/effects.test.ts' }),
  row('Probes of any kind', [YES, YES, PARTLY, YES, NO], {
    settings: ['probes', 'healthPath', 'readinessProbe'],
    test: 'e2e/protocols.test.ts',
  }),
  row('CPU and memory', [YES, YES, YES, YES, YES], {
    settings: ['cpu', 'cpuLimit', 'memory', 'memoryLimit'],
    test: 'function/effects.test.ts',
  }),
  row('An identity of its own, also for a cloud', [YES, PARTLY, PARTLY, YES, YES], {
    settings: ['serviceAccount', 'serviceAccountName', 'automountServiceAccountToken'],
    test: 'e2e/identity.test.ts',
  }),
  row('Choice of nodes', [PARTLY, YES, PARTLY, NO, NO], {
    settings: ['nodeSelector', 'nodeAffinity', 'architecture', 'tolerations', 'priorityClassName'],
    test: 'e2e/settings.test.ts',
  }),
  row('Pods beside others, apart, or spread over zones', [PARTLY, PARTLY, PARTLY, NO, NO], {
    settings: ['podAffinity', 'podAntiAffinity', 'topologySpreadConstraints'],
    test: 'e2e/settings.test.ts',
  }),
  row('GPUs and other devices', [YES, PARTLY, PARTLY, YES, NO], {
    settings: ['extendedResources'],
    test: 'e2e/settings.test.ts',
  }),
  row('A sandbox such as gVisor', [PARTLY, PARTLY, PARTLY, YES, YES], {
    settings: ['runtimeClassName'],
    test: 'e2e/settings.test.ts',
  }),
  row('Hosts of its own', [YES, YES, YES, YES, PARTLY], { settings: ['hosts'], test: 'function/hosts.test.ts' }),
  row('Routes by path', [NO, PARTLY, YES, NO, PARTLY], {
    settings: ['pathPrefixes'],
    test: 'function/route-key.test.ts',
  }),
  row('Routes by header', [PARTLY, NO, NO, NO, NO], { settings: ['headers'], test: 'function/route-key.test.ts' }),
  row('Traffic shared out by weight', [YES, NO, YES, YES, YES], {
    page: 'how-to/versions.md',
    test: 'edge/gateway-edge.test.ts',
    reason: 'by a Gateway API edge, of which the page says what it has to be able to do',
  }),
  row('Callable within the cluster alone', [YES, PARTLY, PARTLY, YES, PARTLY], {
    settings: ['visibility'],
    test: 'e2e/internal.test.ts',
  }),
  row('Labels and annotations', [YES, YES, PARTLY, YES, YES], {
    settings: ['labels', 'annotations', 'podLabels', 'podAnnotations', 'id'],
    test: 'function/metadata.test.ts',
  }),
  row('Quotas and limits of a tenant', [PARTLY, PARTLY, PARTLY, YES, YES], {
    page: 'reference/settings.md',
    test: 'function/project-bounds.test.ts',
  }),
  row('Metrics, dashboards, alerts', [PARTLY, PARTLY, PARTLY, YES, YES], {
    page: 'how-to/monitoring.md',
    test: 'e2e/monitoring.test.ts',
  }),
  row('Rollback', [YES, NO, NO, YES, YES], {
    page: 'how-to/gitops.md',
    test: 'e2e/argocd.test.ts',
    reason: 'the declaration is in Git: a revert brings back what was',
  }),
  row('Source code becomes an image', [PARTLY, PARTLY, YES, YES, YES], {
    reason: 'manifests alone are made here; an image is made where its code is',
  }),
  row('Calls that nobody waits for', [PARTLY, YES, NO, PARTLY, YES], {
    reason: 'the interceptor holds a request until it is answered; a queue and a trigger for it do this',
  }),
  row('Events are brought to a function as requests', [YES, YES, YES, YES, YES], {
    settings: ['triggers'],
    test: 'triggers/trigger.test.ts',
    reason: 'KEDA scales by a source of events; the function reads it by itself',
  }),
  row('Calls on a schedule', [YES, YES, YES, YES, YES], {
    reason: 'not yet: a CronJob that calls an internal host does it',
  }),
];
