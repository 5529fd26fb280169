/** Release of external-dns, as far as it matters to a record. */
export enum ExternalDns {
  /** 0.22 or newer: `external-dns.kubernetes.io/cloudflare-proxied`. */
  SINCE_0_22 = 'since-0.22',
  /** 0.21 or older: `external-dns.alpha.kubernetes.io/cloudflare-proxied`. */
  BEFORE_0_22 = 'before-0.22',
}

/** The key of the provider's setting that says whether a record is proxied. */
export const PROXIED_KEYS: { readonly [release in ExternalDns]: string } = {
  [ExternalDns.SINCE_0_22]: 'external-dns.kubernetes.io/cloudflare-proxied',
  [ExternalDns.BEFORE_0_22]: 'external-dns.alpha.kubernetes.io/cloudflare-proxied',
};
