import { fault } from '../model/fault';
import { reapply, redeclare } from '../model/fix';
import { waitingFor } from '../model/pods';
import { Symptom, type WorkloadCheck } from './check';
import { severityOf } from './severity';

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
    const { namespace, name, subject, deployment } = workload;
    const pods = snapshot.podsOf(workload).flatMap((pod) => {
      const status = waitingFor(pod, REASONS);
      return status ? [{ pod, status }] : [];
    });
    if (pods.length === 0) return [];
    const { pod, status } = pods[0]!;
    const image = pod.spec.containers.find((container) => container.name === status.name)?.image ?? status.image;
    const declared = deployment.spec.template.spec.containers.find(
      (container) => container.name === status.name,
    )?.image;
    // while the kubelet backs off it says so, and the reason stands in its last event
    const events = snapshot.eventsOf('Pod', namespace, pod.metadata.name);
    const failed = events.find(
      ({ reason, message }) => reason === 'Failed' && message?.startsWith('Failed to pull image'),
    );
    const secrets = events.find(({ reason }) => reason === 'FailedToRetrieveImagePullSecret');
    return [
      {
        severity: severityOf(workload, snapshot),
        subject,
        cause: `image "${image}" cannot be pulled`,
        evidence: [
          `pod ${pod.metadata.name}: ${status.state?.waiting?.reason}: ${failed?.message ?? status.state?.waiting?.message ?? ''}`,
          ...(secrets ? [`${secrets.reason}: ${secrets.message ?? ''}`] : []),
          ...(pods.length > 1 ? [`${pods.length} pods wait for it`] : []),
        ],
        fix: secrets
          ? `make the Secret in ${namespace}, or ${redeclare(workload, 'imagePullSecrets')}`
          : image === declared
            ? redeclare(workload, 'image')
            : reapply(snapshot, 'Deployment', namespace, name),
        is: [
          fault('pods', namespace, name),
          ...(image === declared ? [] : [fault('object', 'Deployment', namespace, name)]),
        ],
      },
    ];
  },
};
