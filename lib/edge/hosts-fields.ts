import { type Fields, list } from '../fields';
import { dnsLabel, host } from '../fields/names';
import type { EdgeHostsProps } from './hosts';

export const HOSTS_FIELDS = {
  hosts: list(host({ wildcard: true }), { min: 1 }),
  kedaNamespace: { ...dnsLabel(), codeOnly: true },
} satisfies Fields<EdgeHostsProps>;
