/** Whom a process trusts, beside the CAs of its image. */
export interface TrustProps {
  /**
   * ConfigMaps of the namespace whose keys are files of CA certificates in PEM, such as trust-manager makes. A process reads
   * them when it starts, and does not start without them.
   * @default - none
   */
  readonly caConfigMaps?: string[];
  /** Secrets of the namespace with CA certificates, as `caConfigMaps`; only their keys `ca.crt` are mounted. @default - none */
  readonly caSecrets?: string[];
}
