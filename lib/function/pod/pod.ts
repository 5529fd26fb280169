import type { k8s } from 'cdk8s-plus-28';
import type { Labels } from '../../naming/index';
import { RESTRICTED_CONTAINER, restrictedPod } from '../../workload/restricted';
import type { PodVolumes } from '../../workload/volumes/pod-volumes';
import { writablePathsOf } from '../files/writable-paths';
import { identityOf } from '../identity/identity';
import { initContainersOf } from '../init-containers/init-containers';
import { functionPlacementOf } from '../placement/placement';
import { diskOf, resourcesOf } from '../resources/resources';
import type { Runtime } from '../runtime/runtime';
import type { PodSettings } from './fields';

/** What a pod is called after. */
export interface PodNames {
  /** Name of the objects that it belongs to, and of its ServiceAccount if it has one of its own. */
  readonly objectName: string;
  /** Labels by which such pods are found. */
  readonly selector: Labels;
}

/**
 * A pod with one container under the restricted standard, and those that stand beside it.
 * @param volumes Gets what is mounted.
 * @param container What the container has besides.
 */
export function podOf(
  { objectName, selector }: PodNames,
  settings: PodSettings & { readonly image: string; readonly runtime: Runtime },
  volumes: PodVolumes,
  container: k8s.Container,
): k8s.PodSpec {
  const mounts = [
    ...volumes.addWritable(writablePathsOf(settings), diskOf(settings).limit),
    ...volumes.addMounts(settings.volumes ?? {}),
  ];
  return {
    ...functionPlacementOf(settings, selector),
    ...identityOf(objectName, settings),
    enableServiceLinks: false,
    securityContext: restrictedPod(settings.runtime.user),
    initContainers: initContainersOf(settings, volumes, mounts),
    containers: [
      {
        ...container,
        image: settings.image,
        imagePullPolicy: 'IfNotPresent',
        resources: resourcesOf(settings),
        securityContext: RESTRICTED_CONTAINER,
        volumeMounts: mounts.length > 0 ? mounts : undefined,
      },
    ],
    volumes: volumes.all,
  };
}
