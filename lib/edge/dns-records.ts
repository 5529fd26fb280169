import { isIP } from 'node:net';
import { type ApiObject, Chart, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { DnsEndpoint, type DnsEndpointSpecEndpoints } from '../../imports/externaldns.k8s.io';
import { Environment } from '../environment';
import { resolve } from '../fields';
import { addObject } from '../object/object';
import { PROXIED_KEYS } from './external-dns';
import { DNS_RECORDS } from './fields';
import { EdgeHosts } from './hosts';
import type { DnsRecordsProps } from './props';
import { isTunnel } from './rules';

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
    const settings = resolve(this, DNS_RECORDS, props);
    this.edgeHosts = new EdgeHosts(this, settings.hosts);
    this.shared = recordOf(settings);
    const namespace = settings.namespace ?? Environment.kedaNamespaceOf(this, settings.kedaNamespace);
    const proxiedKey = PROXIED_KEYS[settings.externalDns];
    this.endpoint = addObject(DnsEndpoint, this, 'records', {
      metadata: { name: settings.name, namespace },
      spec: { endpoints: Lazy.any({ produce: () => this.records.map((record) => endpoint(record, proxiedKey)) }) },
    });
    this.node.defaultChild = this.endpoint;
  }

  /** The records by name. Complete only when the whole tree is there. */
  public get records(): DnsRecord[] {
    return this.edgeHosts.list().map((name) => ({ name, ...this.shared }));
  }
}

function recordOf({ target, proxied, ttl }: DnsRecordsProps): Omit<DnsRecord, 'name'> {
  return {
    type: ['CNAME', 'A', 'AAAA'][[0, 4, 6].indexOf(isIP(target))]!,
    target,
    proxied: proxied ?? (isTunnel(target) || undefined),
    ttlSeconds: ttl?.toSeconds(),
  };
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
