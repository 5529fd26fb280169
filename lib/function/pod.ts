import type { k8s } from 'cdk8s-plus-28';
import { FUNCTION_CONTAINER } from '../naming/recognize';
import { unlessEmpty } from '../workload/container';
import type { PodVolumes } from '../workload/volumes/pod-volumes';
import type { FunctionSettings } from './fields';
import { containerPorts, preStopSeconds } from './network/ports';
import { type PodNames, podOf } from './pod/pod';
import { probesOf } from './probes/probes';
import { processOf, variablesOf } from './process/process';

/**
 * The pod of a function: one container under the restricted standard, with nothing that delays its start.
 * @param volumes Gets what is mounted.
 */
export function functionPod(
  { name, ...names }: PodNames & { readonly name: string },
  settings: FunctionSettings,
  volumes: PodVolumes,
): k8s.PodSpec {
  return {
    ...podOf(names, settings, volumes, {
      name: FUNCTION_CONTAINER,
      ports: unlessEmpty(containerPorts(settings)),
      ...processOf(settings, variablesOf(name, settings)),
      ...probesOf(settings),
    }),
    terminationGracePeriodSeconds: preStopSeconds(settings) + settings.timeout.toSeconds(),
  };
}
