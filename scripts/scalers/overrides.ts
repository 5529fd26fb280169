import type { ParameterKind } from '../../lib/triggers/scalers';
import type { Parameter, Source } from './pinned';

// What KEDA's schema does not say of its scalers, or says otherwise than the scaler's source does. Each has its reason:
// where nothing else is named, a file of pkg/scalers in KEDA 2.21.0.

const parameter = (name: string, from: Source[], more: Partial<Parameter> = {}): Parameter => ({
  name,
  type: 'string',
  from,
  optional: true,
  ...more,
});
const inMetadata = (...names: string[]) => names.map((name) => parameter(name, ['triggerMetadata']));
const inAuthentication = (...names: string[]) => names.map((name) => parameter(name, ['authParams']));

/** Parameters that are read without the tag from which the schema is made. */
export const ADDED: readonly { readonly scalers: readonly string[]; readonly parameters: readonly Parameter[] }[] = [
  {
    // aws/aws_common.go: GetAwsAuthorization
    scalers: ['aws-cloudwatch', 'aws-dynamodb', 'aws-dynamodb-streams', 'aws-kinesis-stream', 'aws-sqs-queue'],
    parameters: [
      parameter('awsAccessKeyID', ['triggerMetadata', 'resolvedEnv', 'authParams']),
      parameter('awsSecretAccessKey', ['resolvedEnv', 'authParams']),
      ...inAuthentication('awsAccessKeyId', 'awsSessionToken', 'awsRoleArn'),
    ],
  },
  {
    // the same, for MSK and for Amazon's Prometheus
    scalers: ['apache-kafka', 'kafka', 'prometheus'],
    parameters: [
      parameter('awsAccessKeyID', ['triggerMetadata', 'resolvedEnv', 'authParams']),
      parameter('awsSecretAccessKey', ['resolvedEnv', 'authParams']),
      ...inAuthentication('awsAccessKeyId', 'awsSessionToken', 'awsRoleArn'),
    ],
  },
  { scalers: ['apache-kafka', 'kafka'], parameters: inMetadata('identityOwner') },
  {
    // gcp/gcp_common.go: GetGCPAuthorization
    scalers: ['gcp-cloudtasks', 'gcp-pubsub', 'gcp-spanner', 'gcp-stackdriver', 'gcp-storage'],
    parameters: inAuthentication('GoogleApplicationCredentials'),
  },
  // azure/azure_cloud_environment.go: ParseEnvironmentProperty
  { scalers: ['azure-blob', 'azure-queue'], parameters: inMetadata('cloud') },
  { scalers: ['azure-servicebus'], parameters: inMetadata('cloud', 'endpointSuffix') },
  { scalers: ['azure-eventhub'], parameters: inMetadata('cloud', 'endpointSuffix', 'storageEndpointSuffix') },
  { scalers: ['azure-app-insights'], parameters: inMetadata('activeDirectoryEndpoint') },
  { scalers: ['azure-data-explorer'], parameters: inMetadata('cloud', 'activeDirectoryEndpoint') },
  {
    scalers: ['azure-cosmosdb'],
    parameters: inMetadata('cloud', 'activeDirectoryEndpoint', 'cosmosDBResourceURL'),
  },
  { scalers: ['prometheus'], parameters: inMetadata('cloud', 'azureManagedPrometheusResourceURL') },
  {
    // openstack_metrics_scaler.go: parseOpenstackMetricAuthenticationMetadata
    scalers: ['openstack-metric'],
    parameters: [
      parameter('authURL', ['authParams'], { optional: undefined }),
      ...inAuthentication('userID', 'password', 'appCredentialSecret'),
    ],
  },
  {
    // huawei_cloudeye_scaler.go: huaweiAuthorizationMetadata, which lacks the tag that would have it read
    scalers: ['huawei-cloudeye'],
    parameters: inAuthentication(
      ...['IdentityEndpoint', 'ProjectID', 'DomainID', 'Region', 'Domain', 'Cloud', 'AccessKey', 'SecretKey'],
    ),
  },
  {
    // pulsar_scaler.go: OAuth once stood in the metadata, and may still
    scalers: ['pulsar'],
    parameters: inMetadata('EndpointParams'),
  },
];

/** Parameters that the schema has, but otherwise, by scaler and name. */
export const CHANGED: { readonly [parameter: string]: Partial<Parameter> } = {
  // pulsar_scaler.go, as above
  'pulsar.oauthTokenURI': { from: ['triggerMetadata', 'authParams'] },
  'pulsar.scope': { from: ['triggerMetadata', 'authParams'] },
  'pulsar.clientID': { from: ['triggerMetadata', 'authParams'] },
  // gcp/gcp_common.go: of the metadata only the names of variables are read
  ...Object.fromEntries(
    ['gcp-cloudtasks', 'gcp-pubsub', 'gcp-spanner', 'gcp-stackdriver', 'gcp-storage'].flatMap((scaler) => [
      [`${scaler}.credentials`, { from: ['resolvedEnv'] }],
      [`${scaler}.credentialsFromEnvFile`, { from: ['triggerMetadata'] }],
    ]),
  ),
  // azure_blob_scaler.go: the second name is that of the variable, as for any parameter
  'azure-blob.connection': { names: undefined },
  // values that Validate() checks, where the tag has none
  'rabbitmq.mode': {
    allowedValue: [
      'QueueLength',
      'MessageRate',
      'DeliverGetRate',
      'PublishedToDeliveredRatio',
      'ExpectedQueueConsumptionTime',
    ],
    default: undefined,
    optional: true,
  },
  'rabbitmq.protocol': { allowedValue: ['auto', 'amqp', 'http'] },
  'rabbitmq.operation': { allowedValue: ['sum', 'max', 'avg'] },
};

/** Parameters that are no value of their own, by scaler and name. */
export const DROPPED: readonly string[] = [
  // azure_blob_scaler.go: a second name of `connection`, and what names its variable anyway
  'azure-blob.connectionFromEnv',
  // what KEDA no longer takes, in favour of metricType, and what a trigger calls its scaler
  'cpu.type',
  'memory.type',
];

/** Values that Go reads as text, and that are something else. */
export const KINDS: { readonly [parameter: string]: ParameterKind } = {
  // cpu_memory_scaler.go: a percentage, or with AverageValue an amount
  'cpu.value': 'quantity',
  'memory.value': 'quantity',
  // redis_scaler.go: SetEnableTLS parses a boolean
  ...Object.fromEntries(
    ['', '-cluster', '-sentinel', '-streams', '-cluster-streams', '-sentinel-streams'].map((variant) => [
      `redis${variant}.enableTLS`,
      'boolean' as const,
    ]),
  ),
  'postgresql.port': 'integer',
  'couchdb.port': 'integer',
  'mongodb.port': 'integer',
  'openstack-swift.objectLimit': 'integer',
  'huawei-cloudeye.metricPeriod': 'integer',
};

/** Scalers that take any other parameter that begins so: what they are is for a server or a query to say. */
export const FREE: { readonly [scaler: string]: string } = {
  // external_scaler.go hands all of its metadata on
  external: '',
  'external-push': '',
  // sumologic_scaler.go: query.A, query.B, …
  sumologic: 'query.',
};
