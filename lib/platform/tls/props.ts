/** The oldest version of TLS that is spoken. */
export enum TlsVersion {
  TLS_1_2 = 'TLS12',
  TLS_1_3 = 'TLS13',
}

/**
 * A port on which the interceptor speaks TLS, beside that of plain HTTP. What comes in there goes on to the function in TLS,
 * too: a function that does not serve TLS answers it with 502. Certificates are read when a pod starts, not when they change.
 */
export interface InterceptorTlsProps {
  /** Secret of the namespace, of type `kubernetes.io/tls`, with the certificate for any name that no other is for. */
  readonly secretName: string;
  /** More such Secrets; each certificate is for the very names that stand in it, not for what a wildcard covers. @default - none */
  readonly moreSecretNames?: string[];
  /** The port, of the pods and of the Service. @default 8443 */
  readonly port?: number;
  /** The oldest version that is spoken, to clients and to functions. @default TlsVersion.TLS_1_2 */
  readonly minVersion?: TlsVersion;
  /** Whether the certificates of functions are taken unseen; else they are for `<service>.<namespace>`. @default false */
  readonly skipVerify?: boolean;
}
