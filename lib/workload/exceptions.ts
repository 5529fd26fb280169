import type { k8s } from 'cdk8s-plus-28';

/** What kube-score finds in a Deployment and what is right all the same: the reason, by the name of the check. */
export interface Exceptions {
  readonly [check: string]: string | false | undefined;
}

/** What holds for every Deployment of this library. */
export const EVERYWHERE: Exceptions = {
  'container-image-pull-policy': 'a tag is a version; a start must not wait for a registry',
};

export const NO_CPU_LIMIT = 'no CPU limit, which would throttle a start; memory and disk have one';

/** Metadata with the annotations that tell kube-score what to pass over, and the reader why. Those that are there stay. */
export function withExceptions(metadata: k8s.ObjectMeta, exceptions: Exceptions): k8s.ObjectMeta {
  const found = Object.entries({ ...EVERYWHERE, ...exceptions }).filter(([, reason]) => reason);
  const annotations = {
    'kube-score/ignore': found.map(([check]) => check).join(','),
    'cdk8s-keda-functions/why-ignored': found.map(([check, reason]) => `${check}: ${reason}`).join('. '),
  };
  return { ...metadata, annotations: { ...annotations, ...metadata.annotations } };
}
