/** What somebody asks of the API server. */
export interface Request {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: { readonly [name: string]: string };
}

export const FOREIGN = 'foreign';

const closed = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const pod = {
  containers: [{ name: 'x', image: 'example.com/x:1', securityContext: closed }],
  restartPolicy: 'Never',
  // as KEDA's namespace asks for
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
};
const metadata = { name: 'attack' };
const template = { metadata: { labels: { a: 'b' } }, spec: pod };
const role = (kind: string, name: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name });
const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: FOREIGN }];
const core = (namespace: string, rest: string) => `/api/v1/namespaces/${namespace}/${rest}`;
const of = (group: string, namespace: string, rest: string) => `/apis/${group}/namespaces/${namespace}/${rest}`;
const scale = { spec: { replicas: 3 } };

const get = (what: string, path: string): Request => ({ what, method: 'GET', path });
const make = (what: string, path: string, body: object): Request => ({ what, method: 'POST', path, body });
const patch = (what: string, path: string, body: object): Request => ({ what, method: 'PATCH', path, body });
const drop = (what: string, path: string): Request => ({ what, method: 'DELETE', path });

/** What none of the platform's accounts may do, whoever has its token: `own` is KEDA's namespace, `fn` that of a function. */
export function attacks(own: string, fn: string, deployment: string): Request[] {
  return [
    get('read a Secret of others', core(FOREIGN, 'secrets/s')),
    get('list all Secrets', '/api/v1/secrets'),
    get('read a Secret of a function', core(fn, 'secrets/s')),
    make('make a Secret that becomes a token', core(fn, 'secrets'), { metadata, type: 'Opaque' }),
    make('ask for a token of others', core(FOREIGN, 'serviceaccounts/default/token'), { spec: { audiences: ['x'] } }),
    make('make a Job', of('batch/v1', fn, 'jobs'), { metadata, spec: { template } }),
    make('make a CronJob', of('batch/v1', FOREIGN, 'cronjobs'), {
      metadata,
      spec: { schedule: '@daily', jobTemplate: { spec: { template } } },
    }),
    make('make a pod', core(FOREIGN, 'pods'), { metadata, spec: pod }),
    make('make a pod beside KEDA', core(own, 'pods'), { metadata, spec: pod }),
    make('make a DaemonSet', of('apps/v1', FOREIGN, 'daemonsets'), {
      metadata,
      spec: { selector: { matchLabels: { a: 'b' } }, template: { ...template, spec: { containers: pod.containers } } },
    }),
    patch('scale a Deployment of others', of('apps/v1', FOREIGN, 'deployments/d/scale'), scale),
    patch('scale a StatefulSet of others', of('apps/v1', FOREIGN, 'statefulsets/st/scale'), scale),
    patch('change a Deployment of others', of('apps/v1', FOREIGN, 'deployments/d'), scale),
    patch('change a function', of('apps/v1', fn, `deployments/${deployment}`), { spec: { paused: true } }),
    drop('delete a function', of('apps/v1', fn, `deployments/${deployment}`)),
    patch('change KEDA', of('apps/v1', own, 'deployments/keda-operator'), { spec: { paused: true } }),
    make('make an HPA for others', of('autoscaling/v2', FOREIGN, 'horizontalpodautoscalers'), {
      metadata,
      spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' } },
    }),
    make('make a ScaledObject for others', of('keda.sh/v1alpha1', FOREIGN, 'scaledobjects'), {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata,
      spec: { scaleTargetRef: { name: 'd' }, triggers: [{ type: 'cron', metadata: CRON }] },
    }),
    make('take the host of a function', of('http.keda.sh/v1beta1', FOREIGN, 'interceptorroutes'), {
      apiVersion: 'http.keda.sh/v1beta1',
      kind: 'InterceptorRoute',
      metadata,
      spec: {
        target: { service: 'x', port: 80 },
        rules: [{ hosts: ['hello.fn.test'] }],
        scalingMetric: { concurrency: { targetValue: 1 } },
      },
    }),
    patch(
      'change a webhook of others',
      `/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/${FOREIGN}`,
      {
        webhooks: [],
      },
    ),
    make('make a webhook', '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations', { metadata }),
    patch('change an API of others', '/apis/apiregistration.k8s.io/v1/apiservices/v1.apps', {
      spec: { versionPriority: 16 },
    }),
    patch('change a CRD', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/scaledobjects.keda.sh', {
      metadata: { labels: { a: 'b' } },
    }),
    make('make itself an administrator', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      metadata,
      subjects,
      roleRef: role('ClusterRole', 'cluster-admin'),
    }),
    make('bind a role', of('rbac.authorization.k8s.io/v1', fn, 'rolebindings'), {
      metadata,
      subjects,
      roleRef: role('ClusterRole', 'edit'),
    }),
    patch('widen its own role', '/apis/rbac.authorization.k8s.io/v1/clusterroles/keda-operator', {
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    }),
    get('list volumes', '/api/v1/persistentvolumes'),
    get('list nodes', '/api/v1/nodes'),
    patch('let pods of a namespace do more', `/api/v1/namespaces/${FOREIGN}`, {
      metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
    }),
    drop('delete a namespace', `/api/v1/namespaces/${FOREIGN}`),
    drop('open the network', of('networking.k8s.io/v1', own, 'networkpolicies/default-deny')),
    {
      ...get('be somebody else', core(FOREIGN, 'secrets/s')),
      headers: { 'impersonate-user': 'system:admin', 'impersonate-group': 'system:masters' },
    },
  ];
}

const CRON = { timezone: 'Etc/UTC', start: '0 0 * * *', end: '1 0 * * *', desiredReplicas: '1' };
