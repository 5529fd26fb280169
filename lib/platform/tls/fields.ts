import { boolean, type Fields, integer, list, oneOf, type Rule, Table } from '../../fields';
import { objectName } from '../../fields/names';
import { INTERCEPTOR } from '../components';
import { type InterceptorTlsProps, TlsVersion } from './props';
import { TLS_PORT, TLS_PORT_NAME } from './tls';

const fields = {
  secretName: { ...objectName(), required: true },
  moreSecretNames: list(objectName()),
  port: { ...integer(1024, 65535), default: TLS_PORT },
  minVersion: { ...oneOf(TlsVersion), default: TlsVersion.TLS_1_2 },
  skipVerify: { ...boolean(), default: false },
} satisfies Fields<InterceptorTlsProps>;

const RULES: Rule<InterceptorTlsProps>[] = [
  {
    props: ['secretName', 'moreSecretNames'],
    check({ secretName, moreSecretNames = [] }) {
      const index = moreSecretNames.indexOf(secretName);
      return index < 0
        ? undefined
        : { prop: 'moreSecretNames', item: [index], reason: 'is secretName', allowed: 'other Secrets' };
    },
  },
  {
    props: ['port'],
    check({ port }) {
      const taken = Object.entries(INTERCEPTOR.ports).find(
        ([name, number]) => number === port && name !== TLS_PORT_NAME,
      );
      return taken && { prop: 'port', reason: `is that of ${taken[0]}`, allowed: 'another port' };
    },
  },
];

export const INTERCEPTOR_TLS = new Table<InterceptorTlsProps, typeof fields>('InterceptorTlsProps', fields, RULES);
