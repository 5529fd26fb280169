import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { allowedCase, isHost } from '../workload/names';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATA_KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** Returns `value` if it is the name of a Kubernetes object such as a Secret. */
export function requireObjectName(scope: IConstruct, field: string, value: string): string {
  if (isHost(value)) return value;
  const allowed = allowedCase(value, isHost, 'a-z, 0-9 and "-", in parts joined by "."');
  reject(scope, `${field} "${value}" is not a name of an object; allowed: ${allowed}`);
}

/** Returns `value` if it is a key of a Secret. */
export function requireDataKey(scope: IConstruct, field: string, value: string): string {
  if (DATA_KEY.test(value)) return value;
  reject(scope, `${field} "${value}" is not a key of a Secret; allowed: letters, digits, "-", "_" and "."`);
}

/** Returns `value` if it is a UUID as Cloudflare writes it. */
export function requireUuid(scope: IConstruct, field: string, value: string): string {
  if (UUID.test(value)) return value;
  reject(scope, `${field} "${value}" is not a UUID; allowed: 8-4-4-4-12 hex digits in lower case`);
}
