import type { EnvironmentProps } from './environment';
import { type Fields, Table } from './fields';
import { dnsLabel, host } from './fields/names';

/** Namespace of KEDA where nothing else is said. */
export const DEFAULT_KEDA_NAMESPACE = 'keda';
/** Domain of the cluster's DNS where nothing else is said. */
export const DEFAULT_CLUSTER_DOMAIN = 'cluster.local';

const fields = {
  domain: { ...host(), allowed: 'a host name such as fn.example.com', required: true },
  kedaNamespace: dnsLabel(),
  clusterDomain: { ...host(), default: DEFAULT_CLUSTER_DOMAIN },
} satisfies Fields<EnvironmentProps>;

/** The settings of an environment itself. */
export const ENVIRONMENT = new Table<EnvironmentProps, typeof fields>('EnvironmentProps', fields);
