import { k8s } from 'cdk8s-plus-28';

// The protocol is said though it is the default: a list of ports tells them apart by it, and Argo CD takes a part of such
// a key that the API server filled in for a difference.

/** A port that a container opens. */
export function containerPort(name: string, containerPort: number, protocol = 'TCP'): k8s.ContainerPort {
  return { name, containerPort, protocol };
}

/** A port of a Service; its target is the container's port of that name, or a number. */
export function servicePort(name: string, port: number, target?: number, protocol = 'TCP'): k8s.ServicePort {
  const { fromNumber, fromString } = k8s.IntOrString;
  return { name, port, targetPort: target === undefined ? fromString(name) : fromNumber(target), protocol };
}
