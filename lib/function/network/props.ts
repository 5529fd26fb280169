import type { FunctionPort } from './port';
import type { Protocol } from './protocol';

/** How a function is spoken to. */
export interface FunctionNetworkProps {
  /**
   * What the process speaks on its port. With h2c and grpc the interceptor speaks HTTP/2 to it, and the probes are TCP
   * unless `probes` says otherwise.
   * @default Protocol.HTTP
   */
  readonly protocol?: Protocol;
  /** More ports of the pods and the Service, by their name, such as `metrics`. @default - none */
  readonly ports?: { [name: string]: FunctionPort };
}
