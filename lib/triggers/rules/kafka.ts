import type { TriggerSettings } from '../scaler-trigger';
import { givenBy, givenTo } from '../sources';
import { AWS } from './clouds';
import { aboveZero, absent, always, is, needs, notBoth, notNegative, type TriggerRule } from './rule';

const whenSasl =
  (...modes: string[]) =>
  (props: TriggerSettings) =>
    is(props, 'sasl', ...modes) ? `sasl is ${props.sasl}` : undefined;
const isMsk = (props: TriggerSettings) =>
  is(props, 'sasl', 'oauthbearer') && is(props, 'saslTokenProvider', 'aws_msk_iam');
/** Unless an authentication says which it is. */
const isBearer = (props: TriggerSettings) =>
  !isMsk(props) && givenBy(props.authentication, 'saslTokenProvider') === 'no';
const whenMsk = (props: TriggerSettings) => (isMsk(props) ? 'saslTokenProvider is aws_msk_iam' : undefined);
const whenSwitch = (name: string) => (props: TriggerSettings) => (props[name] === true ? `${name} is true` : undefined);
const RANGES = /^\s*[0-9]+(-[0-9]+)?(\s*,\s*[0-9]+(-[0-9]+)?)*\s*$/;

/** kafka_scaler.go: Validate. */
export const KAFKA: readonly TriggerRule[] = [
  aboveZero('lagThreshold'),
  notNegative('activationLagThreshold'),
  notBoth('allowIdleConsumers', 'limitToPartitionsWithLag'),
  notBoth('limitToPartitionsWithLag', 'ensureEvenDistributionOfPartitions'),
  needs(whenSwitch('limitToPartitionsWithLag'), 'topic'),
  needs(whenSwitch('ensureEvenDistributionOfPartitions'), 'topic'),
  needs((props) => (props.fullMetadata === false ? 'fullMetadata is false' : undefined), 'topic'),
  always(({ partitionLimitation }) =>
    partitionLimitation !== undefined && !RANGES.test(String(partitionLimitation))
      ? { prop: 'partitionLimitation', reason: 'is invalid', allowed: 'numbers and ranges such as 1,2,10-20' }
      : undefined,
  ),
  needs(whenSasl('plaintext', 'scram_sha256', 'scram_sha512', 'gssapi'), 'username'),
  needs(whenSasl('plaintext', 'scram_sha256', 'scram_sha512'), 'password'),
  needs(whenSasl('gssapi'), 'realm', 'kerberosConfig'),
  always((props) => {
    if (!is(props, 'sasl', 'gssapi')) return undefined;
    const ways = ['password', 'keytab', 'ccacheName'];
    if (ways.some((name) => givenTo(props, name) === 'maybe')) return undefined;
    const given = ways.filter((name) => givenTo(props, name) === 'yes');
    return given.length === 1
      ? undefined
      : absent(props, `one of ${ways.join(', ')}`, 'exactly one of them with gssapi');
  }),
  needs(
    (props) => (is(props, 'sasl', 'oauthbearer') && isBearer(props) ? 'sasl is oauthbearer' : undefined),
    ...['username', 'password', 'oauthTokenEndpointUri'],
  ),
  needs(whenMsk, 'awsRegion'),
  always((props) =>
    isMsk(props) && !is(props, 'tls', 'enable') && givenBy(props.authentication, 'tls') === 'no'
      ? { prop: 'tls', reason: 'is not enabled', allowed: 'enable, since saslTokenProvider is aws_msk_iam' }
      : undefined,
  ),
  always((props) => (isMsk(props) ? AWS.check(props, props) : undefined)),
  always((props) => {
    if (!is(props, 'tls', 'enable')) return undefined;
    const [cert, key] = ['cert', 'key'].map((name) => givenTo(props, name));
    if (cert === 'maybe' || cert === key) return undefined;
    return absent(props, cert === 'yes' ? 'key' : 'cert', 'cert and key together');
  }),
];
