import type { Fault } from './fault';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** What Kubernetes takes as the value of a label, the empty text included. */
export const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
/** What Kubernetes makes by itself. */
const CLUSTER_NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
/** The most characters of a DNS label. */
export const MAX_LABEL = 63;
const MAX_HOST = 253;

/** Whether `value` is an RFC 1123 label, as Kubernetes asks of a namespace's name. */
export function isDnsLabel(value: string): boolean {
  return DNS_LABEL.test(value) && value.length <= MAX_LABEL;
}

/** Whether `value` is a host name of DNS labels. A leading `*.` is allowed where `wildcard` is. */
export function isHost(value: string, wildcard = false): boolean {
  const name = wildcard ? value.replace(/^\*\./, '') : value;
  return value.length <= MAX_HOST && name.split('.').every(isDnsLabel);
}

/** What a message says is allowed: `value` in lower case, where that is all that it lacks. */
export function allowedCase(value: string, fits: (value: string) => boolean, otherwise: string): string {
  const lower = value.toLowerCase();
  if (lower === value) return otherwise;
  return fits(lower) ? `lower case, "${lower}"` : `${otherwise}, in lower case`;
}

/** What is wrong with making a namespace here, if anything: whoever makes one also labels it, and deletes it in the end. */
export function namespaceFault(name = '', create = true): Fault | undefined {
  return create && CLUSTER_NAMESPACES.includes(name)
    ? { reason: 'is a namespace that every cluster has', allowed: 'another one, or createNamespace: false' }
    : undefined;
}
