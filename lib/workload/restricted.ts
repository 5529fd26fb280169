import type { k8s } from 'cdk8s-plus-28';

// What the "restricted" Pod Security Standard asks of a pod:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

/** Namespace labels that make the API server enforce a level, and say what is above it. */
export function podSecurityLabels(level: string): { readonly [key: string]: string } {
  return Object.fromEntries(['enforce', 'warn', 'audit'].map((mode) => [`pod-security.kubernetes.io/${mode}`, level]));
}

/** Namespace labels that make the API server enforce the standard. */
export const RESTRICTED_NAMESPACE_LABELS = podSecurityLabels('restricted');

/**
 * Pod security context. `user` is numeric because the kubelet cannot tell that a user's name is not root; without it the kubelet asks
 * that of the image.
 */
export function restrictedPod(user?: number): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Container security context. */
export const RESTRICTED_CONTAINER: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
};
