/** What is transported to a port. */
export enum PortProtocol {
  TCP = 'TCP',
  UDP = 'UDP',
}

/** A port of a function beside the one that requests are sent to. No packet to it wakes the function. */
export interface FunctionPort {
  /** Number of the port, in the container and at the Service. */
  readonly port: number;
  /** What is transported to it. @default PortProtocol.TCP */
  readonly protocol?: PortProtocol;
  /**
   * Namespaces whose pods reach it under the NetworkPolicy of the project; others do not.
   * @default - the project's own
   */
  readonly fromNamespaces?: string[];
}
