/** What the process speaks on its port. */
export enum Protocol {
  /** HTTP/1.1, WebSockets included. */
  HTTP = 'http',
  /** HTTP/2 without TLS. */
  H2C = 'h2c',
  /** gRPC, which is HTTP/2 without TLS. */
  GRPC = 'grpc',
}

/** By what the interceptor knows a Service's port to which it speaks HTTP/2 (pkg/http, interceptor/handler/upstream.go). */
const H2C = 'kubernetes.io/h2c';

/** The `appProtocol` of the Service's port; without one the interceptor speaks HTTP/1.1 to it. */
export function appProtocolOf(protocol: Protocol): string | undefined {
  return protocol === Protocol.HTTP ? undefined : H2C;
}
