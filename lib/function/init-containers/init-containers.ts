import type { k8s } from 'cdk8s-plus-28';
import { DISK, withDisk } from '../../workload/resources';
import { RESTRICTED_CONTAINER } from '../../workload/restricted';
import type { PodVolumes } from '../../workload/volumes/pod-volumes';
import { danglingIn, processOf } from '../process/process';
import { INIT_CONTAINER } from './fields';
import type { FunctionInitContainersProps, InitContainer } from './props';
import { servingOf } from './sidecar';

/**
 * The containers that run before the function or beside it, under the same standard.
 * @param mounts What the function has, which they may share.
 */
export function initContainersOf(
  { initContainers = [] }: FunctionInitContainersProps,
  volumes: PodVolumes,
  mounts: readonly k8s.VolumeMount[],
): k8s.Container[] | undefined {
  const all = initContainers.map((given) => toContainer(given, volumes, mounts));
  return all.length > 0 ? all : undefined;
}

function toContainer(given: InitContainer, volumes: PodVolumes, others: readonly k8s.VolumeMount[]): k8s.Container {
  const container = INIT_CONTAINER.fill(given);
  const { cpu, cpuLimit, memory, memoryLimit = memory, user } = container;
  const mounts = [
    ...volumes.addWritable(container.writablePaths ?? [], DISK.limit),
    ...volumes.addMounts(container.volumes ?? {}, others),
  ];
  return {
    name: container.name,
    image: container.image,
    imagePullPolicy: 'IfNotPresent',
    restartPolicy: container.restartPolicy,
    ...processOf(container, { ...container.env, ...container.envValueFrom }),
    ...servingOf(container),
    resources: withDisk({ cpuRequest: cpu, cpuLimit, memoryRequest: memory, memoryLimit }),
    securityContext: { ...RESTRICTED_CONTAINER, ...(user !== undefined && { runAsUser: user, runAsGroup: user }) },
    volumeMounts: mounts.length > 0 ? mounts : undefined,
  };
}

/** The references to variables that the containers do not have, a sentence each. */
export function danglingInInitContainers({ initContainers = [] }: FunctionInitContainersProps): string[] {
  return initContainers.flatMap((container, index) =>
    danglingIn(container, { ...container.env, ...container.envValueFrom }).map(
      (text) => `initContainers[${index}].${text}`,
    ),
  );
}

/** What is unwise about the containers beside a function, a sentence each. */
export function initContainerWarnings(
  settings: FunctionInitContainersProps & { readonly minReplicas: number },
): string[] {
  const { initContainers = [], minReplicas } = settings;
  const names = initContainers.map(({ name }) => name).join(', ');
  const cost = `initContainers ${names}: a cold start waits for each, 1.2 s or more, which minReplicas of 1 or more spares most requests`;
  return [...danglingInInitContainers(settings), ...(names && minReplicas === 0 ? [cost] : [])];
}
