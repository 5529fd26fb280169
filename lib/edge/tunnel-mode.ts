/** Which tunnel of a Cloudflare account, and the existing Secret that opens it. */
export interface TunnelProps {
  /** UUID of the tunnel. */
  readonly tunnelId: string;
  /**
   * Secret in the namespace of the tunnel's pods.
   * @default - "tunnel-credentials" of a local tunnel, "tunnel-token" of a remote one
   */
  readonly secretName?: string;
  /** Key within the Secret. @default - "credentials.json" of a local tunnel, "token" of a remote one */
  readonly secretKey?: string;
}

/** Where a tunnel's ingress rules live. The two exclude each other: remote rules replace local ones. */
export class TunnelMode {
  /** In a ConfigMap that the pods read: the whole edge is in Git. The Secret holds the credentials file. */
  public static local(props: TunnelProps): TunnelMode {
    return new TunnelMode('local', true, props, { secretName: 'tunnel-credentials', secretKey: 'credentials.json' });
  }

  /** At Cloudflare, set through its API. The Secret holds the tunnel's token. */
  public static remote(props: TunnelProps): TunnelMode {
    return new TunnelMode('remote', false, props, { secretName: 'tunnel-token', secretKey: 'token' });
  }

  public readonly tunnelId: string;
  public readonly secretName: string;
  public readonly secretKey: string;

  private constructor(
    /** "local" or "remote". */
    public readonly name: string,
    public readonly isLocal: boolean,
    props: TunnelProps,
    defaults: { readonly secretName: string; readonly secretKey: string },
  ) {
    this.tunnelId = props.tunnelId;
    this.secretName = props.secretName ?? defaults.secretName;
    this.secretKey = props.secretKey ?? defaults.secretKey;
  }
}
