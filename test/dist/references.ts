// Everything that an object of a folder names is in the folder, or known to be somewhere else.

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Manifest = any;

/** Roles that every cluster has. */
const OF_KUBERNETES =
  /^ClusterRole (system:auth-delegator)|^Role kube-system\/extension-apiserver-authentication-reader/;
const APIS: { readonly [kind: string]: string } = { PodDisruptionBudget: 'policy', NetworkPolicy: 'networking' };

/** What leads nowhere, a line each. */
export function dangling(manifests: readonly Manifest[], elsewhere: readonly string[] = []): string[] {
  const known = new Set([...manifests.map(keyOf), ...elsewhere]);
  const pods = manifests.filter(({ kind }) => kind === 'Deployment');
  const found: string[] = [];
  const name = (from: Manifest, kind: string, called: string | undefined, namespace = from.metadata.namespace) => {
    if (called === undefined) return;
    const key = `${kind} ${namespace ? `${namespace}/` : ''}${called}`;
    if (!known.has(key) && !OF_KUBERNETES.test(key)) found.push(`${keyOf(from)} names ${key}`);
  };
  const select = (from: Manifest, selector: Manifest) => {
    const { namespace } = from.metadata;
    const hit = pods.filter(
      ({ metadata, spec }) => metadata.namespace === namespace && selects(selector, spec.template.metadata.labels),
    );
    if (hit.length === 0) found.push(`${keyOf(from)} selects no pod`);
    return hit;
  };
  for (const each of manifests) {
    const { kind, spec = {}, metadata } = each;
    if (kind === 'Deployment') {
      if (!selects(spec.selector, spec.template.metadata.labels)) found.push(`${keyOf(each)} selects not its own pods`);
      const { volumes = [], serviceAccountName } = spec.template.spec;
      name(each, 'ServiceAccount', serviceAccountName);
      for (const { configMap, secret } of volumes) {
        name(each, 'ConfigMap', configMap?.name);
        if (!secret?.optional) name(each, 'Secret', secret?.secretName);
      }
      for (const port of probePorts(spec)) {
        if (!portNames(spec).includes(port)) found.push(`${keyOf(each)} probes port ${port}, which no container has`);
      }
    }
    if (kind === 'Service' && spec.selector) {
      const ports = select(each, { matchLabels: spec.selector }).flatMap((pod) => portNames(pod.spec));
      for (const { targetPort } of spec.ports)
        if (typeof targetPort === 'string' && !ports.includes(targetPort))
          found.push(`${keyOf(each)} leads to port ${targetPort}, which no pod has`);
    }
    if (APIS[kind] && Object.keys(spec.selector ?? spec.podSelector).length > 0)
      select(each, spec.selector ?? spec.podSelector);
    if (/^(Cluster)?RoleBinding$/.test(kind)) {
      name(each, each.roleRef.kind, each.roleRef.name, each.roleRef.kind === 'Role' ? metadata.namespace : '');
      for (const subject of each.subjects) {
        if (subject.namespace !== 'kube-system') name(each, subject.kind, subject.name, subject.namespace);
      }
    }
    if (kind === 'ScaledObject') {
      name(each, spec.scaleTargetRef.kind ?? 'Deployment', spec.scaleTargetRef.name);
      for (const { metadata: told } of spec.triggers) {
        name(each, 'InterceptorRoute', told.interceptorRoute);
        name(each, 'HTTPScaledObject', told.httpScaledObject);
        const [service, namespace] = told.scalerAddress?.split(/[.:]/) ?? [];
        name(each, 'Service', service, namespace);
      }
    }
    if (kind === 'HTTPScaledObject') {
      name(each, 'Deployment', spec.scaleTargetRef.name);
      name(each, 'Service', spec.scaleTargetRef.service);
    }
    if (kind === 'InterceptorRoute') name(each, 'Service', spec.target.service);
    for (const { clientConfig } of each.webhooks ?? [])
      name(each, 'Service', clientConfig.service.name, clientConfig.service.namespace);
    if (kind === 'APIService') name(each, 'Service', spec.service.name, spec.service.namespace);
    if (metadata.namespace && metadata.namespace !== 'kube-system') name(each, 'Namespace', metadata.namespace, '');
  }
  return found;
}

function keyOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
}

function portNames({ template }: Manifest): unknown[] {
  return template.spec.containers.flatMap(({ ports = [] }: Manifest) => ports.map(({ name }: Manifest) => name));
}

function probePorts({ template }: Manifest): unknown[] {
  const probes = template.spec.containers.flatMap((each: Manifest) => [
    ...[each.livenessProbe, each.readinessProbe, each.startupProbe],
  ]);
  return probes
    .map((probe: Manifest) => (probe?.httpGet ?? probe?.tcpSocket)?.port)
    .filter((port: unknown) => typeof port === 'string');
}

function selects({ matchLabels = {}, matchExpressions = [] }: Manifest, labels: { [key: string]: string }): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }: Manifest) =>
      operator === 'Exists'
        ? key in labels
        : operator === 'NotIn'
          ? !values.includes(labels[key])
          : values.includes(labels[key]),
    )
  );
}
