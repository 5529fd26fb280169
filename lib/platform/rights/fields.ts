import { boolean, type Fields, list, object, Table, text } from '../../fields';
import { dnsLabel } from '../../fields/names';
import type { ServedNamespace, ServedTarget } from './props';

const target = {
  apiVersion: {
    ...text({ pattern: /^([a-z0-9.-]+\/)?v[a-z0-9]+$/, allowed: 'a group and version, such as apps/v1' }),
    default: 'apps/v1',
  },
  kind: { ...text({ pattern: /^[A-Z][A-Za-z0-9]*$/, allowed: 'a kind, such as StatefulSet' }), default: 'Deployment' },
} satisfies Fields<ServedTarget>;

const served = {
  namespace: { ...dnsLabel(), required: true },
  targets: list(object(new Table<ServedTarget, typeof target>('ServedTarget', target)), { min: 1 }),
  jobs: { ...boolean(), default: false },
  secrets: { ...boolean(), default: false },
} satisfies Fields<ServedNamespace>;

export const SERVED = new Table<ServedNamespace, typeof served>('ServedNamespace', served);
