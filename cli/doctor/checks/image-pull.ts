import { fault } from '../model/fault';
import { reapply, redeclare } from '../model/fix';
import type { PodSpec } from '../model/kinds';
import { waitingFor } from '../model/pods';
import { Symptom, severityOf, type WorkloadCheck } from './check';

const REASONS = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
]);

/** Every image can be pulled. */
export const imagePull: WorkloadCheck = {
  name: 'image-pull',
  finds: "an image that cannot be pulled, in the kubelet's words",
  symptom: Symptom.PENDING,
  remedy: 'correct the image',
  needs: ['Pod', 'Deployment'],
  run: (workload, snapshot) => {
    const { namespace, name, deployment } = workload;
    const pods = snapshot.podsOf(workload).flatMap((pod) => {
      const status = waitingFor(pod, REASONS);
      return status ? [{ pod, status }] : [];
    });
    if (pods.length === 0) return undefined;
    const { pod, status } = pods[0]!;
    const mounted = volumeImageIn(pod.spec, status.state?.waiting?.message);
    const image = mounted ?? imageOf(pod.spec, status.name) ?? status.image;
    const { spec: declaredPod } = deployment.spec.template;
    const isDeclared = mounted
      ? imagesOfVolumes(declaredPod).includes(mounted)
      : image === imageOf(declaredPod, status.name);
    // while the kubelet backs off it says so, and the reason stands in its last event
    const events = snapshot.eventsOf('Pod', namespace, pod.metadata.name);
    const failed = events.find(
      ({ reason, message }) => reason === 'Failed' && message?.startsWith('Failed to pull image'),
    );
    const secrets = events.find(({ reason }) => reason === 'FailedToRetrieveImagePullSecret');
    return {
      severity: severityOf(workload, snapshot),
      cause: `image "${image}" cannot be pulled`,
      evidence: [
        `pod ${pod.metadata.name}: ${status.state?.waiting?.reason}: ${failed?.message ?? status.state?.waiting?.message ?? ''}`,
        ...(secrets ? [`${secrets.reason}: ${secrets.message ?? ''}`] : []),
        ...(pods.length > 1 ? [`${pods.length} pods wait for it`] : []),
      ],
      fix: secrets
        ? `make the Secret in ${namespace}, or ${redeclare(workload, 'imagePullSecrets')}`
        : isDeclared
          ? redeclare(workload, mounted ? 'volumes' : 'image')
          : reapply(snapshot, 'Deployment', namespace, name),
      is: [fault('pods', namespace, name), ...(isDeclared ? [] : [fault('object', 'Deployment', namespace, name)])],
    };
  },
};

function imageOf({ containers, initContainers = [] }: PodSpec, name: string): string | undefined {
  return [...initContainers, ...containers].find((container) => container.name === name)?.image;
}

function imagesOfVolumes({ volumes = [] }: PodSpec): string[] {
  return volumes.flatMap(({ image }) => image?.reference ?? []);
}

/** The image of a volume that a message names: a container waits for it as for its own. */
function volumeImageIn(spec: PodSpec, message = ''): string | undefined {
  return imagesOfVolumes(spec).find((image) => message.includes(image));
}
