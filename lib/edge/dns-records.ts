import { isIP } from 'node:net';
import { type ApiObject, Chart, type Duration, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { DnsEndpoint, type DnsEndpointSpecEndpoints } from '../../imports/externaldns.k8s.io';
import { Environment } from '../environment';
import { reject } from '../errors';
import { addObject } from '../object/object';
import { wholeSeconds } from '../workload/duration';
import { allowedCase, isHost, MAX_INT32, requireInteger, requireLabel } from '../workload/names';
import { ExternalDns, PROXIED_KEYS } from './external-dns';
import { EdgeHosts, type EdgeHostsProps } from './hosts';

/** Settings of DNS records, whatever they lead to. */
export interface DnsSettings extends EdgeHostsProps {
  /** Whether Cloudflare stands between client and target. @default - true for a tunnel, which needs it; else not said */
  readonly proxied?: boolean;
  /** How long a resolver keeps a record, whole seconds; Cloudflare decides it where it is proxied. @default - that of the provider */
  readonly ttl?: Duration;
  /** Release of external-dns in the cluster. @default ExternalDns.SINCE_0_22 */
  readonly externalDns?: ExternalDns;
  /** Namespace of the DNSEndpoint; has to exist, and external-dns has to watch it. @default - that of KEDA */
  readonly namespace?: string;
  /** Name of the DNSEndpoint. @default "functions" */
  readonly name?: string;
}

export interface DnsRecordsProps extends DnsSettings {
  /** What the hosts lead to: a host name such as `CloudflareTunnel.dnsTarget`, or an IP address. */
  readonly target: string;
}

/** A DNS record. */
export interface DnsRecord {
  readonly name: string;
  /** CNAME, A or AAAA. */
  readonly type: string;
  readonly target: string;
  /** Undefined where the target is not a tunnel and nothing was said. */
  readonly proxied?: boolean;
  /** Undefined where the provider decides. */
  readonly ttlSeconds?: number;
}

/** DNS records of the hosts, for external-dns with its `crd` source. `records` has them for any other tool. */
export class DnsRecords extends Chart {
  /** The DNSEndpoint; what `ApiObject.of` gives for the chart. */
  public readonly endpoint: ApiObject;
  private readonly edgeHosts: EdgeHosts;
  private readonly shared: Omit<DnsRecord, 'name'>;

  constructor(scope: Construct, id: string, props: DnsRecordsProps) {
    super(scope, id, { disableResourceNameHashes: true });
    this.edgeHosts = new EdgeHosts(this, props.hosts);
    this.shared = this.recordOf(props);
    const namespace = props.namespace ?? Environment.kedaNamespaceOf(this, props.kedaNamespace);
    const proxiedKey = PROXIED_KEYS[props.externalDns ?? ExternalDns.SINCE_0_22];
    this.endpoint = addObject(DnsEndpoint, this, 'records', {
      metadata: {
        name: requireLabel(this, 'name', props.name ?? 'functions'),
        namespace: requireLabel(this, 'namespace', namespace),
      },
      spec: {
        endpoints: Lazy.any({ produce: () => this.records.map((record) => endpoint(record, proxiedKey)) }),
      },
    });
    this.node.defaultChild = this.endpoint;
  }

  /** The records by name. Complete only when the whole tree is there. */
  public get records(): DnsRecord[] {
    return this.edgeHosts.list().map((name) => ({ name, ...this.shared }));
  }

  private recordOf({ target, proxied, ttl }: DnsRecordsProps): Omit<DnsRecord, 'name'> {
    const family = isIP(target);
    if (family === 0 && !isHost(target)) {
      const allowed = allowedCase(target, isHost, 'a host name, or an IP address');
      reject(this, `target "${target}" is not a target of a record; allowed: ${allowed}`);
    }
    const tunnel = target.endsWith('.cfargotunnel.com');
    if (tunnel && proxied === false) {
      reject(this, 'proxied false leads nowhere, since a tunnel is reached only through Cloudflare; allowed: true');
    }
    if (ttl && (proxied ?? tunnel)) {
      reject(this, `ttl ${ttl.toMilliseconds() / 1000}s has no effect on a proxied record; allowed: none`);
    }
    return {
      type: ['CNAME', 'A', 'AAAA'][[0, 4, 6].indexOf(family)]!,
      target,
      proxied: proxied ?? (tunnel || undefined),
      ttlSeconds: ttl && requireInteger(this, 'ttl', wholeSeconds(this, 'ttl', ttl), 1, MAX_INT32),
    };
  }
}

function endpoint({ name, type, target, proxied, ttlSeconds }: DnsRecord, key: string): DnsEndpointSpecEndpoints {
  return {
    dnsName: name,
    recordType: type,
    targets: [target],
    ...(ttlSeconds !== undefined && { recordTtl: ttlSeconds }),
    ...(proxied !== undefined && { providerSpecific: [{ name: key, value: String(proxied) }] }),
  };
}
