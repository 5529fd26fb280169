/** Annotation of a Namespace: the hosts that routes in it may have, with commas between them. Who may only change what is in it cannot set it. */
export const ALLOWED_HOSTS = 'cdk8s-keda-functions/allowed-hosts';
