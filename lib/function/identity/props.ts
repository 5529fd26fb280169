/** A ServiceAccount that is made beside a function. */
export interface ServiceAccountProps {
  /**
   * Annotations, such as those by which a cloud gives the pods an identity: `eks.amazonaws.com/role-arn`,
   * `iam.gke.io/gcp-service-account`, `azure.workload.identity/client-id`.
   * @default - those of the function's objects
   */
  readonly annotations?: { [key: string]: string };
}

/** As whom the pods of a function pull their image and speak to the API server. */
export interface FunctionIdentityProps {
  /** Secrets of the namespace, of type `kubernetes.io/dockerconfigjson`, with which the image is pulled. @default - none */
  readonly imagePullSecrets?: string[];
  /**
   * ServiceAccount of the namespace that the pods run as. Unless it is made here, by `serviceAccount`, it has to exist, else
   * no pod is made.
   * @default - with `serviceAccount` the name of the function's objects, else "default"
   */
  readonly serviceAccountName?: string;
  /** The ServiceAccount, if it is made here. @default - none is made */
  readonly serviceAccount?: ServiceAccountProps;
  /**
   * Whether the process gets a token of the ServiceAccount, for the API server. It is a volume, for which a cold start waits
   * 204 ms more.
   * @default false
   */
  readonly automountServiceAccountToken?: boolean;
}
