import type { k8s } from 'cdk8s-plus-28';
import { placementOf } from '../workload/placement/placement';
import { RESTRICTED_CONTAINER, restrictedPod } from '../workload/restricted';
import { PRE_STOP_SECONDS } from './defaults';
import type { FunctionSettings } from './fields';
import { identityOf } from './identity/identity';
import { containerPorts } from './network/ports';
import { probesOf } from './probes/probes';
import { processOf } from './process/process';
import { resourcesOf } from './resources/resources';

/** The pod of a function: one container under the restricted standard, with nothing that delays its start. */
export function functionPod(name: string, objectName: string, settings: FunctionSettings): k8s.PodSpec {
  const paths = settings.writablePaths ?? settings.runtime.writablePaths;
  return {
    ...placementOf(settings),
    ...identityOf(objectName, settings),
    enableServiceLinks: false,
    securityContext: restrictedPod(settings.runtime.user),
    terminationGracePeriodSeconds: PRE_STOP_SECONDS + settings.timeout.toSeconds(),
    containers: [
      {
        name: 'function',
        image: settings.image,
        imagePullPolicy: 'IfNotPresent',
        ports: containerPorts(settings),
        ...processOf(name, settings),
        resources: resourcesOf(settings),
        securityContext: RESTRICTED_CONTAINER,
        ...probesOf(settings),
        volumeMounts:
          paths.length > 0 ? paths.map((mountPath, index) => ({ name: `writable-${index}`, mountPath })) : undefined,
      },
    ],
    volumes: paths.length > 0 ? paths.map((_, index) => ({ name: `writable-${index}`, emptyDir: {} })) : undefined,
  };
}
