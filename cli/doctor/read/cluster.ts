/** What an API server answered to a GET. */
export interface Answer {
  readonly status: number;
  /** Parsed, if it is JSON. */
  readonly body: unknown;
  /** The server's clock. */
  readonly date?: string;
}

/** Reads from an API server, and does nothing else. */
export interface Cluster {
  /** How a person calls it: the name of the kubeconfig's context. */
  readonly name: string;
  /** @throws CannotLook when there is no answer at all. */
  get(path: string): Promise<Answer>;
  close(): void;
}

/** There is no cluster to look at. */
export class CannotLook extends Error {
  public readonly name = 'CannotLook';
}

/** What an API server says of a request that it refuses. */
export function messageOf({ status, body }: Answer): string {
  const message = (body as { message?: string } | undefined)?.message ?? (typeof body === 'string' ? body : '');
  return `${status} ${message.trim().split('\n')[0]}`.trim();
}
