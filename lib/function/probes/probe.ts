import type { Duration } from 'cdk8s';

/** When a probe is run, and what its answers mean. What is not given is as the page on probes says. */
export interface ProbeOptions {
  /**
   * Time from the start of the container to the first probe; whole seconds.
   * @default - none; of liveness `startupTimeout`, unless there is a startup probe
   */
  readonly initialDelay?: Duration;
  /** Time from one probe to the next; whole seconds, at least 1. @default - 10s of liveness, 1s of the others */
  readonly period?: Duration;
  /** Time after which a probe without an answer has failed; whole seconds, at least 1. @default - 1s of readiness, 5s of the others */
  readonly timeout?: Duration;
  /** Failures in a row that count. @default - 3; of startup as many as `startupTimeout` has periods */
  readonly failureThreshold?: number;
  /** Successes in a row that count; for readiness alone. @default - 1 */
  readonly successThreshold?: number;
}

/** A probe that connects to a port. */
export interface TcpProbeOptions extends ProbeOptions {
  /** Number of the port; no other setting has to name it. @default - that of the function */
  readonly port?: number;
}

/** A probe by HTTP/1.1. */
export interface HttpProbeOptions extends TcpProbeOptions {
  /** Headers of the request. @default - those of the kubelet */
  readonly headers?: { [name: string]: string };
}

/** A probe by gRPC's health protocol. */
export interface GrpcProbeOptions extends TcpProbeOptions {
  /** Service whose health is asked for. @default - the server as a whole */
  readonly service?: string;
}

/** A probe as YAML has it: one of http, tcp, grpc, exec and none, and how it is run. */
export interface ProbeProps extends HttpProbeOptions, GrpcProbeOptions {
  /** Path that answers with 200 to 399. @default - another kind */
  readonly http?: string;
  /** Whether the port takes a connection. @default - another kind */
  readonly tcp?: boolean;
  /**
   * Whether the health service of a gRPC server says that it serves. A server without that service fails it.
   * @default - another kind
   */
  readonly grpc?: boolean;
  /** Command that ends with 0, run in the container; no shell is around it. @default - another kind */
  readonly exec?: string[];
  /** No probe at all. @default - another kind */
  readonly none?: boolean;
}

/** How the kubelet asks a container. */
export class Probe {
  /** GET of a path by HTTP/1.1; 200 to 399 is a success. */
  public static http(path: string, options: HttpProbeOptions = {}): Probe {
    return new Probe({ ...options, http: path });
  }

  /** A connection to a port. */
  public static tcp(options: TcpProbeOptions = {}): Probe {
    return new Probe({ ...options, tcp: true });
  }

  /** gRPC's health protocol. A server without the service grpc.health.v1.Health fails it. */
  public static grpc(options: GrpcProbeOptions = {}): Probe {
    return new Probe({ ...options, grpc: true });
  }

  /** A command in the container; 0 is a success. No shell is around it. */
  public static exec(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe({ ...options, exec: command });
  }

  /** No probe. */
  public static none(): Probe {
    return new Probe({ none: true });
  }

  /** @internal */
  public static _of(props: ProbeProps): Probe {
    return new Probe(props);
  }

  /** @internal */
  public readonly _props: ProbeProps;

  private constructor(props: ProbeProps) {
    this._props = props;
  }
}

/** The probes of a container; each takes the place of what the short settings would make. */
export interface FunctionProbes {
  /**
   * When it fails, the container is started anew. It costs a cold start nothing: it begins after the start.
   * @default - healthPath every 10s from `startupTimeout` on, or a TCP connection with the protocols h2c and grpc
   */
  readonly liveness?: Probe;
  /**
   * While it fails, the pod gets no requests. A cold start waits for the first success: 1311 ms more by HTTP, 1043 ms by
   * TCP, 1038 ms by gRPC, 1094 ms by a command, with a period of 1 second.
   * @default - none, unless `readinessProbe` is true
   */
  readonly readiness?: Probe;
  /**
   * Until its first success the others do not run, and the pod gets no requests. A cold start waits for it: 930 ms more by
   * HTTP, with a period of 1 second.
   * @default - none, unless `startupTimeout` is above 60s
   */
  readonly startup?: Probe;
}
