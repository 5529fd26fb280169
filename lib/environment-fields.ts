import { type Fields, object, Table } from './fields';
import { dnsLabel, host } from './fields/names';
import type { NamingProps } from './naming';
import { NAMING } from './naming/fields';
import { NETWORK } from './network/fields';
import type { NetworkProps } from './network/props';
import { POLICY_FIELDS } from './policy/fields';
import type { PolicyProps } from './policy/props';

/** Namespace of KEDA where nothing else is said. */
export const DEFAULT_KEDA_NAMESPACE = 'keda';
/** Domain of the cluster's DNS where nothing else is said. */
export const DEFAULT_CLUSTER_DOMAIN = 'cluster.local';

export interface EnvironmentProps extends PolicyProps {
  /** Domain under which functions get their default host, `<function>.<domain>`. */
  readonly domain: string;

  /** Namespace of KEDA and its HTTP add-on. @default - that of a KedaPlatform made in it, else "keda" */
  readonly kedaNamespace?: string;

  /**
   * Domain of the cluster's DNS, without a dot at its end: Services are `<service>.<namespace>.svc.<clusterDomain>`.
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;

  /** What namespaces and objects are called and labelled. @default - as `NamingProps` says */
  readonly naming?: NamingProps;

  /** What NetworkPolicies have to know of the cluster. @default - as `NetworkProps` says */
  readonly network?: NetworkProps;
}

const fields = {
  domain: { ...host(), allowed: 'a host name such as fn.example.com', required: true },
  kedaNamespace: dnsLabel(),
  clusterDomain: { ...host(), default: DEFAULT_CLUSTER_DOMAIN },
  ...POLICY_FIELDS,
  naming: object(NAMING),
  network: object(NETWORK),
} satisfies Fields<EnvironmentProps>;

export const ENVIRONMENT = new Table<EnvironmentProps, typeof fields>('EnvironmentProps', fields);
