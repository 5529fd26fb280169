import type { IConstruct } from 'constructs';
import { reject } from '../errors';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** What Kubernetes takes as the value of a label, the empty text included. */
export const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
/** What Kubernetes makes by itself. */
const CLUSTER_NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const MAX_LABEL = 63;
const MAX_HOST = 253;

/** The largest number in a Kubernetes field of type int32. */
export const MAX_INT32 = 2 ** 31 - 1;

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

/** Returns `value` if it is a DNS label of at most 63 characters, `prefix` included. */
export function requireLabel(scope: IConstruct, field: string, value: string, prefix = ''): string {
  const fits = (text: string) => isDnsLabel(text) && isDnsLabel(prefix + text);
  if (fits(value)) return value;
  const becomes = prefix && ` (it becomes "${prefix}<${field}>")`;
  const otherwise = `a-z, 0-9 and "-", at most ${MAX_LABEL - prefix.length} characters${becomes}`;
  reject(scope, `${field} "${value}" is not a DNS label; allowed: ${allowedCase(value, fits, otherwise)}`);
}

/** Whether every cluster has this namespace. */
export function isClusterNamespace(value: string): boolean {
  return CLUSTER_NAMESPACES.includes(value);
}

/**
 * Returns `value` if it is the name of a namespace that may be made here, or that exists where `create` is false.
 * Whoever makes one also labels it, and deletes it in the end.
 */
export function requireNamespace(scope: IConstruct, field: string, value: string, create = true): string {
  requireLabel(scope, field, value);
  if (create && isClusterNamespace(value)) {
    reject(
      scope,
      `${field} "${value}" is a namespace that every cluster has; allowed: another one, or createNamespace: false`,
    );
  }
  return value;
}

/** Returns `value` if it is the value of a Kubernetes label. */
export function requireLabelValue(scope: IConstruct, field: string, value: string): string {
  if (LABEL_VALUE.test(value)) return value;
  reject(
    scope,
    `${field} "${value}" is not a label value; allowed: letters, digits, "-", "_" and ".", at most ${MAX_LABEL} characters`,
  );
}

/** Returns `value` if it is a host name. */
export function requireHost(scope: IConstruct, field: string, value: string, wildcard = false): string {
  const fits = (text: string) => isHost(text, wildcard);
  if (fits(value)) return value;
  const otherwise = `DNS labels joined by ".", no port, no path${wildcard ? ', "*." in front' : ''}`;
  reject(scope, `${field} "${value}" is not a host name; allowed: ${allowedCase(value, fits, otherwise)}`);
}

/** Returns `value` if it is an integer within the bounds. */
export function requireInteger(scope: IConstruct, field: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  reject(scope, `${field} ${value} is out of range; allowed: a whole number from ${min} to ${max}`);
}
