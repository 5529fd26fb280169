import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { metadataBeside } from '../../workload/metadata';
import type { FunctionMetadata } from '../metadata/metadata';
import type { PodSettings } from '../pod/fields';

/** What of a pod says as whom it runs. */
export function identityOf(
  name: string,
  settings: PodSettings,
): Pick<k8s.PodSpec, 'imagePullSecrets' | 'serviceAccountName' | 'automountServiceAccountToken'> {
  return {
    imagePullSecrets: settings.imagePullSecrets?.map((name) => ({ name })),
    serviceAccountName: settings.serviceAccountName ?? (settings.serviceAccount && name),
    // a token is a volume, and the kubelet looks for mounted volumes every 300 ms
    automountServiceAccountToken: settings.automountServiceAccountToken,
  };
}

/** The ServiceAccount of a function that has one of its own. It offers no token: the pod asks for one, or does not. */
export function addServiceAccount(
  scope: Construct,
  metadata: FunctionMetadata,
  { serviceAccount, serviceAccountName = metadata.name }: PodSettings,
): ApiObject | undefined {
  if (!serviceAccount) return undefined;
  const annotations = { ...metadata.annotations, ...serviceAccount.annotations };
  return addObject(k8s.KubeServiceAccount, scope, 'service-account', {
    metadata: { ...metadata, name: serviceAccountName, ...metadataBeside({ annotations }, metadata.labels) },
    automountServiceAccountToken: false,
  });
}
