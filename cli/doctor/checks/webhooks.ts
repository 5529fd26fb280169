import { fault } from '../model/fault';
import { reapply, show } from '../model/fix';
import type { WebhookConfiguration } from '../model/kinds';
import { endpointsOf } from '../model/ports';
import { matches } from '../model/selectors';
import type { Snapshot } from '../model/snapshot';
import { type ClusterCheck, type Observation, Symptom } from './check';

const KINDS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'] as const;
type WebhookKind = (typeof KINDS)[number];
type Webhook = NonNullable<WebhookConfiguration['webhooks']>[number];

/** What a function needs the API server to accept, now or when it wakes. */
const NEEDED = [
  ['', 'pods'],
  ['apps', 'deployments'],
  ['apps', 'deployments/scale'],
  ['apps', 'replicasets'],
  ['keda.sh', 'scaledobjects'],
  ['http.keda.sh', 'interceptorroutes'],
  ['http.keda.sh', 'httpscaledobjects'],
] as const;

/** No admission webhook that nobody answers stands in the way, KEDA's or another's. */
export const webhooks: ClusterCheck = {
  name: 'webhook',
  finds:
    "an admission webhook without endpoints, KEDA's or another's, that makes the API server refuse pods or ScaledObjects",
  symptom: Symptom.NO_POD,
  remedy: "apply its file; repair or delete another's",
  needs: [...KINDS, 'Service', 'EndpointSlice', 'Namespace'],
  run: (snapshot) => [
    KINDS.map((kind) => missing(kind, snapshot)),
    KINDS.map((kind) => snapshot.live.all(kind).map((config) => examine(kind, config, snapshot))),
  ],
};

function missing(kind: WebhookKind, snapshot: Snapshot): Observation[] {
  return snapshot.desired.objects
    .all(kind)
    .filter(({ metadata }) => !snapshot.live.find(kind, undefined, metadata.name))
    .map(({ metadata: { name } }) => ({
      severity: 'warning',
      subject: `${kind} ${name}`,
      cause: 'it is not in the cluster: nothing checks a ScaledObject before it is stored',
      evidence: [],
      fix: reapply(snapshot, kind, undefined, name),
    }));
}

function examine(kind: WebhookKind, config: WebhookConfiguration, snapshot: Snapshot): Observation | undefined {
  const { name } = config.metadata;
  const own = snapshot.desired.objects.find(kind, undefined, name) !== undefined;
  const concerned = (config.webhooks ?? []).filter((webhook) => own || concerns(webhook, snapshot));
  const dead = concerned.flatMap((webhook) => {
    const reason = unanswered(webhook, own, snapshot);
    return reason ? [{ webhook, reason }] : [];
  });
  const refusing = dead.filter(({ webhook }) => (webhook.failurePolicy ?? 'Fail') === 'Fail');
  const subject = `${kind} ${name}`;
  const is = [fault('object', kind, undefined, name)];
  const fix = own ? reapply(snapshot, kind, undefined, name) : show(kind, undefined, name);
  const evidence = (entries: typeof dead) => [
    ...new Set(entries.map(({ reason }) => reason)),
    `failurePolicy ${entries[0]!.webhook.failurePolicy ?? 'Fail'}, in ${entries.map(({ webhook }) => webhook.name).join(', ')}`,
  ];
  if (refusing.length > 0) {
    const resources = [
      ...new Set(refusing.flatMap(({ webhook }) => (webhook.rules ?? []).flatMap((rule) => rule.resources ?? []))),
    ];
    return {
      subject,
      cause: `nobody answers it, so the API server refuses to write ${resources.join(', ')}`,
      evidence: evidence(refusing),
      fix,
      is,
    };
  }
  // somebody else's webhook that may be left out is somebody else's matter
  if (!own || dead.length === 0) return undefined;
  return {
    severity: 'warning',
    subject,
    cause: 'nobody answers it: nothing checks a ScaledObject before it is stored',
    evidence: evidence(dead),
    fix,
    is,
    follows: [fault('component', 'webhooks'), fault('component', 'operator')],
  };
}

function concerns({ rules = [], namespaceSelector }: Webhook, { desired, live }: Snapshot): boolean {
  const resources = rules.some(
    ({ apiGroups = [], resources: named = [], operations = ['*'] }) =>
      operations.some((operation) => ['*', 'CREATE', 'UPDATE'].includes(operation)) &&
      NEEDED.some(
        ([group, resource]) =>
          (apiGroups.includes('*') || apiGroups.includes(group)) &&
          named.some((pattern) => pattern === '*' || pattern === '*/*' || pattern === resource),
      ),
  );
  return (
    resources &&
    [...new Set(desired.declared.map(({ namespace }) => namespace))].some((namespace) =>
      matches(namespaceSelector ?? {}, live.find('Namespace', undefined, namespace)?.metadata.labels),
    )
  );
}

function unanswered(
  { clientConfig: { service, caBundle } }: Webhook,
  own: boolean,
  { live }: Snapshot,
): string | undefined {
  if (!service) return undefined;
  const { ready } = endpointsOf(live, service.namespace, service.name);
  if (!ready) return `Service ${service.namespace}/${service.name} has no ready endpoint`;
  // the operator writes it in; without it the API server trusts no answer
  if (own && !caBundle) return 'it has no caBundle';
  return undefined;
}
