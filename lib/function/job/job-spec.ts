import type { k8s } from 'cdk8s-plus-28';
import type { Variables } from '../../workload/variables/variables';
import type { PodVolumes } from '../../workload/volumes/pod-volumes';
import type { podMetadataOf } from '../metadata/metadata';
import { type PodNames, podOf } from '../pod/pod';
import { processOf } from '../process/process';
import { withRuntime } from '../runtime/variables';
import type { JobSettings } from './fields';
import { JOB_CONTAINER } from './rules';

/** The environment variables of a job, by name; not those of whole Secrets and ConfigMaps. */
export function variablesOf({ runtime, env, envValueFrom }: JobSettings): Variables {
  return withRuntime(runtime, { ...env, ...envValueFrom });
}

/**
 * A Job as Kubernetes runs it.
 * @param volumes Gets what is mounted.
 */
export function jobSpec(
  names: PodNames,
  podMetadata: ReturnType<typeof podMetadataOf>,
  settings: JobSettings,
  volumes: PodVolumes,
): k8s.JobSpec {
  return {
    parallelism: settings.parallelism,
    completions: settings.completions ?? settings.parallelism,
    backoffLimit: settings.backoffLimit,
    activeDeadlineSeconds: settings.activeDeadline?.toSeconds(),
    ttlSecondsAfterFinished: settings.ttlAfterFinished?.toSeconds(),
    template: {
      metadata: podMetadata,
      spec: {
        ...podOf(names, settings, volumes, {
          name: JOB_CONTAINER,
          ...processOf(settings, variablesOf(settings)),
        }),
        restartPolicy: settings.restartPolicy,
        terminationGracePeriodSeconds: settings.terminationGracePeriod.toSeconds(),
      },
    },
  };
}
