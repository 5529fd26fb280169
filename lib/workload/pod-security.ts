/** What the API server lets the pods of a namespace do: https://kubernetes.io/docs/concepts/security/pod-security-standards */
export enum PodSecurity {
  /** What functions and the platform need, and no more. */
  RESTRICTED = 'restricted',
  /** Also root, and a writable root filesystem: what a sidecar may need. */
  BASELINE = 'baseline',
  /** Everything, the node's own files and network too: what a mesh's init container may need. */
  PRIVILEGED = 'privileged',
}
