import { SCALER_RULES } from '../../lib/triggers/rules';
import { problemsOf } from './read';

/** Settings with which nothing is wrong, of each scaler that has rules. */
const SOUND: { readonly [type: string]: object } = {
  'aws-sqs-queue': { queueURL: 'q', awsRegion: 'eu-west-1', authentication: { podIdentity: { provider: 'aws' } } },
  'azure-servicebus': { queueName: 'q', connectionFromEnv: 'C' },
  cpu: { metricType: 'Utilization', value: 60 },
  cron: { timezone: 'Europe/Berlin', start: '0 8 * * 1-5', end: '30 18 * * mon-fri', desiredReplicas: 2 },
  'gcp-pubsub': { subscriptionName: 's', credentialsFromEnv: 'C' },
  kafka: { bootstrapServers: 'a:1', consumerGroup: 'g', topic: 't' },
  memory: { metricType: 'AverageValue', value: '128Mi' },
  'nats-jetstream': { account: '$G', stream: 's', consumer: 'c', natsServerMonitoringEndpoint: 'nats:8222' },
  postgresql: { query: 'SELECT 1', targetQueryValue: 1, connectionFromEnv: 'C' },
  prometheus: { serverAddress: 'http://p', query: 'up', threshold: 1 },
  rabbitmq: { queueName: 'q', host: 'amqp://r/v', mode: 'QueueLength', value: 5 },
  redis: { address: 'r:6379', listName: 'l' },
};
const from = (...parameters: string[]) => ({
  secretTargetRef: parameters.map((parameter) => ({ parameter, name: 's', key: 'k' })),
});
const identity = (provider: string) => ({ authentication: { podIdentity: { provider } } });
const NONE = undefined;
const OAUTH = { sasl: 'oauthbearer' };
const MSK = { ...OAUTH, saslTokenProvider: 'aws_msk_iam', tls: 'enable', awsRegion: 'r' };
const GSSAPI = { sasl: 'gssapi' };

/** What is changed in them, and what is then said of the trigger. */
const CASES: [type: string, change: object, problem: string][] = [
  ['aws-sqs-queue', { authentication: NONE }, ' has no credentials; allowed: authentication with podIdentity'],
  [
    'aws-sqs-queue',
    identity('gcp'),
    '.authentication.podIdentity.provider "gcp" is not an identity that aws-sqs-queue',
  ],
  ['aws-sqs-queue', { authentication: from('awsAccessKeyID') }, '.authentication has no awsSecretAccessKey'],
  ['azure-servicebus', { topicName: 't' }, '.topicName "t" is given beside queueName; allowed: one of them'],
  ['azure-servicebus', { subscriptionName: 's' }, '.subscriptionName "s" is given beside queueName'],
  ['azure-servicebus', { queueName: NONE }, ' has neither queue nor topic; allowed: queueName, or topicName'],
  ['azure-servicebus', { queueName: NONE, topicName: 't' }, '.subscriptionName is missing'],
  ['azure-servicebus', { connectionFromEnv: NONE }, ' has no connection; allowed: connectionFromEnv'],
  ['azure-servicebus', identity('azure-workload'), '.namespace is missing; allowed: the namespace of the Service Bus'],
  ['azure-servicebus', { namespace: 'n', ...identity('aws') }, '.authentication.podIdentity.provider "aws" is not'],
  ['cpu', { metricType: NONE }, '.metricType is missing; allowed: Utilization, AverageValue'],
  ['cpu', { metricType: 'Value' }, '.metricType "Value" is not a metric type of a resource'],
  ['cpu', { value: '500m' }, '.value "500m" is not a percentage; allowed: a whole number above 0'],
  ['cpu', { useCachedMetrics: true }, '.useCachedMetrics true is not for the scaler cpu; allowed: false'],
  ['cron', { start: '0 8 * *' }, '.start "0 8 * *" has 4 fields; allowed: minute, hour, day of the month'],
  ['cron', { start: '@daily' }, '.start "@daily" has 1 fields'],
  ['cron', { start: '60 8 * * *' }, '.start "60 8 * * *" has "60" as minute; allowed: *, 0 to 59'],
  ['cron', { end: '0 18 * * 7' }, '.end "0 18 * * 7" has "7" as day of the week; allowed: *, 0 to 6 or sun to sat'],
  ['cron', { end: '0 18 * * fri-mon' }, '.end "0 18 * * fri-mon" has "fri-mon" as day of the week'],
  ['cron', { end: '0 */0 * * *' }, '.end "0 */0 * * *" has "*/0" as hour'],
  ['cron', { start: '0 8 31 2 *' }, '.start "0 8 31 2 *" is a day that never comes; allowed: a day that the month has'],
  ['cron', { end: '0 18 0 * *' }, '.end "0 18 0 * *" has "0" as day of the month'],
  ['cron', { end: '0 8 * * 1-5' }, '.end "0 8 * * 1-5" is the same as start; allowed: another schedule'],
  ['cron', { timezone: 'europe/berlin' }, '.timezone "europe/berlin" is not a time zone; allowed: Europe/Berlin'],
  ['cron', { timezone: 'Europe/Berlim' }, '.timezone "Europe/Berlim" is not a time zone; allowed: Europe/Berlin'],
  ['cron', { timezone: '+01:00' }, '.timezone "+01:00" is not a time zone; allowed: a name of the IANA database'],
  ['cron', { desiredReplicas: 0 }, '.desiredReplicas 0 is out of range; allowed: a number above 0'],
  ['gcp-pubsub', { topicName: 't' }, '.topicName "t" is given beside subscriptionName; allowed: one of them'],
  ['gcp-pubsub', { subscriptionName: NONE }, ' has neither subscription nor topic'],
  ['gcp-pubsub', { credentialsFromEnv: NONE }, ' has no credentials; allowed: authentication with podIdentity or'],
  ['gcp-pubsub', identity('aws'), '.authentication.podIdentity.provider "aws" is not an identity that gcp-pubsub'],
  ['kafka', { lagThreshold: 0 }, '.lagThreshold 0 is out of range; allowed: a number above 0'],
  ['kafka', { activationLagThreshold: -1 }, '.activationLagThreshold -1 is out of range; allowed: a number from 0 on'],
  [
    'kafka',
    { allowIdleConsumers: true, limitToPartitionsWithLag: true },
    '.limitToPartitionsWithLag true is given beside',
  ],
  [
    'kafka',
    { limitToPartitionsWithLag: true, ensureEvenDistributionOfPartitions: true },
    '.ensureEvenDistributionOfPartitions true is given beside limitToPartitionsWithLag',
  ],
  ['kafka', { topic: NONE, limitToPartitionsWithLag: true }, ' has no topic; allowed: topic, since limitToPartitions'],
  [
    'kafka',
    { topic: NONE, ensureEvenDistributionOfPartitions: true },
    ' has no topic; allowed: topic, since ensureEven',
  ],
  ['kafka', { topic: NONE, fullMetadata: false }, ' has no topic; allowed: topic, since fullMetadata is false'],
  ['kafka', { partitionLimitation: '1-' }, '.partitionLimitation "1-" is invalid; allowed: numbers and ranges'],
  ['kafka', { sasl: 'plaintext' }, ' has no username; allowed: username, since sasl is plaintext'],
  [
    'kafka',
    { sasl: 'scram_sha512', authentication: from('username') },
    '.authentication has no password; allowed: password, since sasl is scram_sha512',
  ],
  ['kafka', { ...GSSAPI, authentication: from('username', 'keytab') }, '.authentication has no realm; allowed: realm'],
  [
    'kafka',
    { ...GSSAPI, authentication: from('username', 'keytab', 'password', 'realm', 'kerberosConfig') },
    '.authentication has no one of password, keytab, ccacheName',
  ],
  [
    'kafka',
    { ...OAUTH, authentication: from('username', 'password') },
    '.authentication has no oauthTokenEndpointUri; allowed: oauthTokenEndpointUri, since sasl is oauthbearer',
  ],
  ['kafka', { ...MSK, awsRegion: NONE, ...identity('aws') }, '.authentication has no awsRegion; allowed: awsRegion'],
  ['kafka', { ...MSK, tls: NONE, ...identity('aws') }, '.tls is not enabled; allowed: enable, since saslTokenProvider'],
  ['kafka', MSK, ' has no credentials; allowed: authentication with podIdentity'],
  [
    'kafka',
    { tls: 'enable', authentication: from('cert') },
    '.authentication has no key; allowed: cert and key together',
  ],
  ['memory', { metricType: 'Utilization' }, '.value "128Mi" is not a percentage'],
  ['nats-jetstream', { account: NONE }, ' has no account; allowed: account or accountID'],
  ['postgresql', { connectionFromEnv: NONE }, ' has no host; allowed: host, since no connection is given'],
  [
    'postgresql',
    { connectionFromEnv: NONE, host: 'h', port: 5432, userName: 'u', dbName: 'd' },
    ' has no sslmode; allowed: sslmode, since no connection is given',
  ],
  ['prometheus', { authModes: ['basic'] }, ' has no username; allowed: username, since authModes has basic'],
  ['prometheus', { authMode: 'tls', authentication: from('cert') }, '.authentication has no key; allowed: key, since'],
  ['prometheus', { authModes: 'bearer,basic' }, '.authModes "bearer,basic" holds both bearer and basic'],
  [
    'prometheus',
    { authModes: 'bearer', authentication: { ...from('token'), podIdentity: { provider: 'azure-workload' } } },
    '.authentication.podIdentity is given beside authModes; allowed: one of them',
  ],
  ['rabbitmq', { host: 'r:5672' }, '.host "r:5672" is not a URL of RabbitMQ; allowed: amqp://'],
  ['rabbitmq', { pageSize: 0 }, '.pageSize 0 is out of range; allowed: a whole number from 1 on'],
  ['rabbitmq', { queueLength: 5 }, '.mode "QueueLength" is given beside queueLength; allowed: one of them'],
  ['rabbitmq', { mode: NONE }, '.mode is missing; allowed: mode and value together'],
  ['rabbitmq', { value: NONE }, '.value is missing; allowed: mode and value together'],
  [
    'rabbitmq',
    { mode: 'MessageRate' },
    '.mode "MessageRate" is given, and the protocol is amqp; allowed: protocol: http',
  ],
  ['rabbitmq', { useRegex: true }, '.useRegex true is given, and the protocol is amqp'],
  ['rabbitmq', { excludeUnacknowledged: true }, '.excludeUnacknowledged true is given, and the protocol is amqp'],
  ['rabbitmq', { timeout: '5s' }, '.timeout "5s" is given, and the protocol is amqp'],
  [
    'rabbitmq',
    { authentication: from('workloadIdentityResource') },
    '.authentication is given, and the protocol is amqp; allowed: protocol: http',
  ],
  ['rabbitmq', { authentication: from('username') }, '.authentication has no password; allowed: username and password'],
  ['rabbitmq', { authentication: from('key') }, '.authentication has no cert; allowed: cert and key together'],
  ['rabbitmq', { authModes: 'oauth' }, ' has no oauthTokenURI; allowed: oauthTokenURI, since authModes has oauth'],
  ['redis', { address: NONE }, ' has no address; allowed: address, or host and port'],
  ['redis', { address: NONE, host: 'h' }, ' has no address; allowed: address, or host and port'],
  ['redis', { address: NONE, hosts: 'a,b', ports: '1' }, ' has 2 hosts and 1 ports; allowed: a port for each host'],
  [
    'redis',
    { enableTLS: true, authentication: from('tls') },
    '.enableTLS true is given beside tls; allowed: one of them',
  ],
];

const problems = (type: string, change: object = {}) => problemsOf(JSON.stringify({ type, ...SOUND[type], ...change }));

test('every scaler with rules has a case that is sound', () => {
  expect(Object.keys(SOUND).sort()).toEqual(Object.keys(SCALER_RULES).sort());
  for (const type of Object.keys(SOUND)) expect([type, problems(type)]).toEqual([type, []]);
});

test.each(CASES)('%s, %j', (type, change, problem) => {
  expect(problems(type, change)).toContainEqual(expect.stringContaining(`triggers[0]${problem}`));
});

/** What a rule could take for wrong, and is not. */
const ALLOWED: [type: string, change: object][] = [
  ['aws-sqs-queue', { authentication: NONE, identityOwner: 'operator' }],
  ['aws-sqs-queue', { authentication: NONE, awsAccessKeyIDFromEnv: 'A', awsSecretAccessKeyFromEnv: 'B' }],
  ['aws-sqs-queue', { authentication: from('awsRoleArn') }],
  ['aws-sqs-queue', { authentication: { name: 'made-elsewhere' } }],
  ['azure-servicebus', { connectionFromEnv: NONE, namespace: 'n', ...identity('azure-workload') }],
  ['azure-servicebus', { connectionFromEnv: NONE, authentication: { name: 'made-elsewhere' } }],
  ['cpu', { metricType: 'AverageValue', value: '500m' }],
  ['cron', { start: '*/15 0-6,22 1,15 jan-mar ?' }],
  ['cron', { timezone: 'Asia/Calcutta' }],
  ['cron', { timezone: 'UTC' }],
  ['gcp-pubsub', { credentialsFromEnv: NONE, ...identity('gcp') }],
  ['gcp-pubsub', { subscriptionName: NONE, topicNameFromEnv: 'T' }],
  ['kafka', { sasl: 'plaintext', authentication: from('username', 'password') }],
  ['kafka', { sasl: 'plaintext', authentication: { name: 'made-elsewhere' } }],
  ['kafka', { ...GSSAPI, authentication: from('username', 'keytab', 'realm', 'kerberosConfig') }],
  ['kafka', { ...MSK, ...identity('aws') }],
  ['kafka', { topic: NONE, topicFromEnv: 'T', fullMetadata: false }],
  ['kafka', { sasl: 'none' }],
  ['nats-jetstream', { account: NONE, authentication: from('account') }],
  ['postgresql', { connectionFromEnv: NONE, authentication: from('connection') }],
  ['prometheus', { authModes: 'bearer', authentication: from('token') }],
  ['prometheus', identity('azure-workload')],
  ['rabbitmq', { host: NONE, hostFromEnv: 'H', mode: 'MessageRate' }],
  ['rabbitmq', { host: 'https://r', useRegex: true, timeout: '5s' }],
  ['rabbitmq', { mode: NONE, value: NONE }],
  ['rabbitmq', { mode: NONE, value: NONE, queueLength: 5 }],
  ['redis', { address: NONE, hostFromEnv: 'H', port: '6379' }],
];

test.each(ALLOWED)('%s, %j is allowed', (type, change) => {
  expect(problems(type, change)).toEqual([]);
});
