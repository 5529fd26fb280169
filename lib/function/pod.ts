import type { k8s } from 'cdk8s-plus-28';
import type { Labels } from '../naming/index';
import { FUNCTION_CONTAINER } from '../naming/recognize';
import { unlessEmpty } from '../workload/container';
import { RESTRICTED_CONTAINER, restrictedPod } from '../workload/restricted';
import type { PodVolumes } from '../workload/volumes/pod-volumes';
import type { FunctionSettings } from './fields';
import { writablePathsOf } from './files/writable-paths';
import { identityOf } from './identity/identity';
import { initContainersOf } from './init-containers/init-containers';
import { containerPorts, preStopSeconds } from './network/ports';
import { functionPlacementOf } from './placement/placement';
import { probesOf } from './probes/probes';
import { processOf, variablesOf } from './process/process';
import { diskOf, resourcesOf } from './resources/resources';

/** What a function and its pods are called. */
export interface PodNames {
  readonly name: string;
  /** Name of the function's objects. */
  readonly objectName: string;
  /** Labels by which its pods are found. */
  readonly selector: Labels;
}

/**
 * The pod of a function: one container under the restricted standard, with nothing that delays its start.
 * @param volumes Gets what is mounted.
 */
export function functionPod(
  { name, objectName, selector }: PodNames,
  settings: FunctionSettings,
  volumes: PodVolumes,
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
    terminationGracePeriodSeconds: preStopSeconds(settings) + settings.timeout.toSeconds(),
    initContainers: initContainersOf(settings, volumes, mounts),
    containers: [
      {
        name: FUNCTION_CONTAINER,
        image: settings.image,
        imagePullPolicy: 'IfNotPresent',
        ports: unlessEmpty(containerPorts(settings)),
        ...processOf(settings, variablesOf(name, settings)),
        resources: resourcesOf(settings),
        securityContext: RESTRICTED_CONTAINER,
        ...probesOf(settings),
        volumeMounts: mounts.length > 0 ? mounts : undefined,
      },
    ],
    volumes: volumes.all,
  };
}
