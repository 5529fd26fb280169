import type { TriggerSettings } from '../scaler-trigger';
import { givenTo } from '../sources';
import { AUTH_MODES } from './common';
import { absent, always, apart, is, type TriggerRule } from './rule';

/** The protocol, as far as it is known here: without one it is that of the host. */
function protocolOf({ protocol, host }: TriggerSettings): 'amqp' | 'http' | undefined {
  if (protocol === 'amqp' || protocol === 'http') return protocol;
  const [, scheme] = /^(amqp|http)s?:/.exec(String(host)) ?? [];
  return scheme as 'amqp' | 'http' | undefined;
}

const HTTP = 'protocol: http, or a host that begins with http';
/** A setting that works over HTTP alone. */
function overHttp(name: string, of: (props: TriggerSettings) => boolean): TriggerRule {
  return always((props) =>
    of(props) && protocolOf(props) === 'amqp'
      ? { prop: name, reason: 'is given, and the protocol is amqp', allowed: HTTP }
      : undefined,
  );
}

/** rabbitmq_scaler.go: Validate. */
export const RABBITMQ: readonly TriggerRule[] = [
  always(({ protocol = 'auto', host }) =>
    protocol === 'auto' && host !== undefined && !/^(amqp|http)s?:/.test(String(host))
      ? { prop: 'host', reason: 'is not a URL of RabbitMQ', allowed: 'amqp://…, amqps://…, http://… or https://…' }
      : undefined,
  ),
  always(({ pageSize }) =>
    pageSize !== undefined && Number(pageSize) < 1
      ? { prop: 'pageSize', reason: 'is out of range', allowed: 'a whole number from 1 on' }
      : undefined,
  ),
  apart('queueLength', 'mode'),
  apart('queueLength', 'value'),
  always(({ mode, value }) => {
    if ((mode === undefined) === (value === undefined)) return undefined;
    const prop = mode === undefined ? 'mode' : 'value';
    return { prop, reason: 'is missing', allowed: 'mode and value together' };
  }),
  overHttp('mode', (props) => props.mode !== undefined && !is(props, 'mode', 'QueueLength')),
  overHttp('useRegex', ({ useRegex }) => useRegex === true),
  overHttp('excludeUnacknowledged', ({ excludeUnacknowledged }) => excludeUnacknowledged === true),
  overHttp('timeout', ({ timeout, mode }) => timeout !== undefined && mode !== undefined),
  overHttp('authentication', (props) =>
    ['workloadIdentityResource', 'oauthTokenURI', 'clientID'].some((name) => givenTo(props, name) === 'yes'),
  ),
  ...[
    ['username', 'password'],
    ['cert', 'key'],
  ].map(([first, second]) =>
    always((props) => {
      const [one, other] = [givenTo(props, first!), givenTo(props, second!)];
      if (one === other || one === 'maybe' || other === 'maybe') return undefined;
      return absent(props, one === 'yes' ? second! : first!, `${first} and ${second} together`);
    }),
  ),
  AUTH_MODES,
];
