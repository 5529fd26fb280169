import type { Egress, NetworkPeer } from '../../network/props';
import type { FunctionPort } from './port';
import type { Protocol } from './protocol';

/** Whom a process may call. */
export interface EgressProps {
  /** Whether the process may call what is outside of the cluster. @default - as its project says */
  readonly egress?: Egress;
  /** Whom it may call besides, such as an address of metadata where it is open, or a database where it is closed. @default - nobody */
  readonly egressTo?: NetworkPeer[];
}

/** How a function is spoken to. */
export interface FunctionNetworkProps extends EgressProps {
  /**
   * What the process speaks on its port. With h2c and grpc the interceptor speaks HTTP/2 to it, and the probes are TCP
   * unless `probes` says otherwise.
   * @default Protocol.HTTP
   */
  readonly protocol?: Protocol;
  /** More ports of the pods and the Service, by their name, such as `metrics`. @default - none */
  readonly ports?: { [name: string]: FunctionPort };
  /** Who may call its pods besides the interceptor, and whom no call wakes. @default - nobody */
  readonly ingressFrom?: NetworkPeer[];
}
