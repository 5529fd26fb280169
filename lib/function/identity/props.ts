/** As whom the pods of a function pull their image and speak to the API server. */
export interface FunctionIdentityProps {
  /** Secrets of the namespace, of type `kubernetes.io/dockerconfigjson`, with which the image is pulled. @default - none */
  readonly imagePullSecrets?: string[];
  /** ServiceAccount of the namespace that the pods run as. It has to exist, else no pod is made. @default - "default" */
  readonly serviceAccountName?: string;
  /**
   * Whether the process gets a token of the ServiceAccount, for the API server. It is a volume, for which a cold start waits
   * 204 ms more.
   * @default false
   */
  readonly automountServiceAccountToken?: boolean;
}
