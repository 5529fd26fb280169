import { HTTP_ADD_ON_VERSION } from './versions';

export interface Labels {
  readonly [key: string]: string;
}

const MANAGED_BY = 'app.kubernetes.io/managed-by';

/** Labels of an object of KEDA itself. */
export function kedaLabels(name: string): Labels {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': 'operator',
    [MANAGED_BY]: 'cdk8s-keda-functions',
    'app.kubernetes.io/part-of': 'keda-operator',
    'app.kubernetes.io/instance': 'keda',
  };
}

/** Labels of an object of the HTTP add-on. */
export function addOnLabels(component: string): Labels {
  return {
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/name': 'http-add-on',
    'app.kubernetes.io/part-of': 'keda-add-ons-http',
    [MANAGED_BY]: 'cdk8s-keda-functions',
    'app.kubernetes.io/instance': 'http-add-on',
  };
}

/** Labels of the add-on's RBAC objects, which the upstream chart labels in an older way too. */
export function addOnRbacLabels(component: string, name: string): Labels {
  return {
    'httpscaledobjects.http.keda.sh/version': HTTP_ADD_ON_VERSION,
    'keda.sh/addon': 'keda-add-ons-http',
    app: 'keda-add-ons-http',
    name,
    ...addOnLabels(component),
  };
}

/**
 * The labels as the upstream charts put them on pods. A selector is immutable and the add-on's includes
 * `managed-by: Helm`: only the same selector can be applied over a running Helm installation.
 */
export function upstreamPodLabels(labels: Labels): Labels {
  return { ...labels, [MANAGED_BY]: 'Helm' };
}
