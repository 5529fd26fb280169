import { MetricTargetType } from '../scaler-trigger';
import { givenTo } from '../sources';
import { AWS, GCP, NO_IDENTITY_BESIDE_MODES, SERVICE_BUS_CONNECTION } from './clouds';
import { AUTH_MODES } from './common';
import { CRON } from './cron';
import { KAFKA } from './kafka';
import { RABBITMQ } from './rabbitmq';
import { absent, always, apart, needs, type TriggerRule } from './rule';

export { COMMON_RULES } from './common';

/** cpu_memory_scaler.go: parseResourceMetadata. */
const RESOURCE: readonly TriggerRule[] = [
  always(({ metricType }) =>
    metricType === undefined || metricType === MetricTargetType.VALUE
      ? {
          prop: 'metricType',
          reason: metricType === undefined ? 'is missing' : 'is not a metric type of a resource',
          allowed: `${MetricTargetType.UTILIZATION}, ${MetricTargetType.AVERAGE_VALUE}`,
        }
      : undefined,
  ),
  always(({ metricType, value }) =>
    metricType === MetricTargetType.UTILIZATION && !/^[1-9][0-9]{0,8}$/.test(String(value))
      ? { prop: 'value', reason: 'is not a percentage', allowed: 'a whole number above 0, of what the pods request' }
      : undefined,
  ),
];

/** redis_scaler.go: validateRedisAddress and SetEnableTLS. */
const REDIS: readonly TriggerRule[] = [
  always((props) => {
    const given = (...names: string[]) => names.some((name) => givenTo(props, name) !== 'no');
    return given('address', 'addresses') || (given('host', 'hosts') && given('port', 'ports'))
      ? undefined
      : absent(props, 'address', 'address, or host and port');
  }),
  always(({ host, hosts = host, port, ports = port }) =>
    Array.isArray(hosts) && Array.isArray(ports) && hosts.length !== ports.length
      ? { reason: `has ${hosts.length} hosts and ${ports.length} ports`, allowed: 'a port for each host' }
      : undefined,
  ),
  apart('tls', 'enableTLS'),
];

/** nats_jetstream_scaler.go: parseNATSJetStreamMetadata. */
const NATS: TriggerRule = always((props) =>
  ['account', 'accountID'].every((name) => givenTo(props, name) === 'no')
    ? absent(props, 'account', 'account or accountID')
    : undefined,
);

/** postgresql_scaler.go: Validate. */
const POSTGRESQL: TriggerRule = needs(
  (props) => (givenTo(props, 'connection') === 'no' ? 'no connection is given' : undefined),
  ...['host', 'port', 'userName', 'dbName', 'sslmode'],
);

/** azure_servicebus_scaler.go: Validate. */
const SERVICE_BUS: readonly TriggerRule[] = [
  apart('queueName', 'topicName'),
  apart('queueName', 'subscriptionName'),
  always(({ queueName, topicName }) =>
    queueName === undefined && topicName === undefined
      ? { reason: 'has neither queue nor topic', allowed: 'queueName, or topicName and subscriptionName' }
      : undefined,
  ),
  always(({ topicName, subscriptionName }) =>
    topicName !== undefined && subscriptionName === undefined
      ? { prop: 'subscriptionName', reason: 'is missing', allowed: 'the subscription, beside topicName' }
      : undefined,
  ),
  SERVICE_BUS_CONNECTION,
];

/** gcp_pubsub_scaler.go: Validate. */
const PUBSUB: readonly TriggerRule[] = [
  always((props) => {
    const given = ['subscriptionName', 'topicName'].filter((name) => givenTo(props, name) === 'yes');
    if (given.length === 1) return undefined;
    return given.length === 0
      ? { reason: 'has neither subscription nor topic', allowed: 'subscriptionName, or topicName' }
      : { prop: 'topicName', reason: 'is given beside subscriptionName', allowed: 'one of them' };
  }),
  GCP,
];

/** What the parameters of a scaler have to agree on, beside what KEDA's schema says. */
export const SCALER_RULES: { readonly [type: string]: readonly TriggerRule[] } = {
  'aws-sqs-queue': [AWS],
  'azure-servicebus': SERVICE_BUS,
  cpu: RESOURCE,
  cron: CRON,
  'gcp-pubsub': PUBSUB,
  kafka: KAFKA,
  memory: RESOURCE,
  'nats-jetstream': [NATS],
  postgresql: [POSTGRESQL],
  prometheus: [AUTH_MODES, NO_IDENTITY_BESIDE_MODES],
  rabbitmq: RABBITMQ,
  redis: REDIS,
};
