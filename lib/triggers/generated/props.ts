// Written by npm run triggers.
import type { Duration } from 'cdk8s';
import type { TriggerProps } from '../scaler-trigger';

/** Messages in a queue of ActiveMQ. */
export interface ActivemqTriggerProps extends TriggerProps {
  /** Management endpoint. @default - none, or the scaler's own */
  readonly managementEndpoint?: string;
  /** Variable of the container that holds managementEndpoint. @default - none */
  readonly managementEndpointFromEnv?: string;
  /** Destination name. @default - none, or the scaler's own */
  readonly destinationName?: string;
  /** Broker name. @default - none, or the scaler's own */
  readonly brokerName?: string;
  /** User. @default - given by another source */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - given by another source */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Cors header. @default - none, or the scaler's own */
  readonly corsHeader?: string;
  /** Rest API template. @default - none, or the scaler's own */
  readonly restAPITemplate?: string;
  /** Target queue size. @default 10 */
  readonly targetQueueSize?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetQueueSize?: number;
}

/** Lag of a consumer group of Apache Kafka, by another client than kafka has. */
export interface ApacheKafkaTriggerProps extends TriggerProps {
  /** Bootstrap servers. @default - given by another source */
  readonly bootstrapServers?: string[];
  /** Variable of the container that holds bootstrapServers. @default - none */
  readonly bootstrapServersFromEnv?: string;
  /** Consumer group. @default - given by another source */
  readonly consumerGroup?: string;
  /** Variable of the container that holds consumerGroup. @default - none */
  readonly consumerGroupFromEnv?: string;
  /** Topic. @default - none, or the scaler's own */
  readonly topic?: string[];
  /** Variable of the container that holds topic. @default - none */
  readonly topicFromEnv?: string;
  /** Partition limitation. @default - none, or the scaler's own */
  readonly partitionLimitation?: string[];
  /** Lag threshold. @default 10 */
  readonly lagThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagThreshold?: number;
  /** Offset reset policy. One of earliest, latest. @default "latest" */
  readonly offsetResetPolicy?: string;
  /** Allow idle consumers. @default - none, or the scaler's own */
  readonly allowIdleConsumers?: boolean;
  /** Exclude persistent lag. @default - none, or the scaler's own */
  readonly excludePersistentLag?: boolean;
  /** Scale to zero on invalid offset. @default - none, or the scaler's own */
  readonly scaleToZeroOnInvalidOffset?: boolean;
  /** Limit to partitions with lag. @default - none, or the scaler's own */
  readonly limitToPartitionsWithLag?: boolean;
  /** Ensure even distribution of partitions. @default - none, or the scaler's own */
  readonly ensureEvenDistributionOfPartitions?: boolean;
  /** Mechanism of SASL. One of none, plaintext, scram_sha256, scram_sha512, gssapi, aws_msk_iam. @default "none" */
  readonly sasl?: string;
  /** Region of AWS. @default - none, or the scaler's own */
  readonly awsRegion?: string;
  /** Whether the server is asked over TLS: enable or disable. One of enable, disable. @default "disable" */
  readonly tls?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
}

/** A number that a query of ArangoDB gives. */
export interface ArangodbTriggerProps extends TriggerProps {
  /** Endpoints. @default - given by another source */
  readonly endpoints?: string;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
  /** Name of the database. @default - given by another source */
  readonly dbName?: string;
  /** Collection. */
  readonly collection: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Query value. @default 0 */
  readonly queryValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueryValue?: number;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Connection limit. @default - none, or the scaler's own */
  readonly connectionLimit?: number;
}

/** Messages in a queue of ActiveMQ Artemis. */
export interface ArtemisQueueTriggerProps extends TriggerProps {
  /** Management endpoint. @default - none, or the scaler's own */
  readonly managementEndpoint?: string;
  /** Name of the queue. @default - none, or the scaler's own */
  readonly queueName?: string;
  /** Broker name. @default - none, or the scaler's own */
  readonly brokerName?: string;
  /** Broker address. @default - none, or the scaler's own */
  readonly brokerAddress?: string;
  /** User. @default - given by another source */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - given by another source */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Rest api template. @default - none, or the scaler's own */
  readonly restApiTemplate?: string;
  /** Queue length. @default 10 */
  readonly queueLength?: number;
  /** Value above which the function wakes. @default 10 */
  readonly activationQueueLength?: number;
  /** Cors header. @default - none, or the scaler's own */
  readonly corsHeader?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
}

/** A metric of Amazon CloudWatch. */
export interface AwsCloudwatchTriggerProps extends TriggerProps {
  /** Namespace. @default - none, or the scaler's own */
  readonly namespace?: string;
  /** Name of the metric. @default - none, or the scaler's own */
  readonly metricName?: string;
  /** Dimension name. @default - none, or the scaler's own */
  readonly dimensionName?: string[];
  /** Dimension value. @default - none, or the scaler's own */
  readonly dimensionValue?: string[];
  /** Expression. @default - none, or the scaler's own */
  readonly expression?: string;
  /** Target metric value. */
  readonly targetMetricValue: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationTargetMetricValue?: number;
  /** Min metric value. */
  readonly minMetricValue: number;
  /** Whether an answer without a value is 0, not an error. @default true */
  readonly ignoreNullValues?: boolean;
  /** Metric collection time. @default 300 */
  readonly metricCollectionTime?: number;
  /** Metric stat. @default "Average" */
  readonly metricStat?: string;
  /** Metric unit. @default - none, or the scaler's own */
  readonly metricUnit?: string;
  /** Metric stat period. @default 300 */
  readonly metricStatPeriod?: number;
  /** Metric end time offset. @default 0 */
  readonly metricEndTimeOffset?: number;
  /** Aws account id. @default - none, or the scaler's own */
  readonly awsAccountId?: string;
  /** Region of AWS. @default - given by another source */
  readonly awsRegion?: string;
  /** Endpoint of AWS, in place of that of the region. @default - none, or the scaler's own */
  readonly awsEndpoint?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
}

/** Items that a query of Amazon DynamoDB finds. */
export interface AwsDynamodbTriggerProps extends TriggerProps {
  /** Table name. */
  readonly tableName: string;
  /** Region of AWS. @default - given by another source */
  readonly awsRegion?: string;
  /** Endpoint of AWS, in place of that of the region. @default - none, or the scaler's own */
  readonly awsEndpoint?: string;
  /** Key condition expression. */
  readonly keyConditionExpression: string;
  /** Index name. @default - none, or the scaler's own */
  readonly indexName?: string;
  /** Target value. @default -1 */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Filter expression. @default - none, or the scaler's own */
  readonly filterExpression?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Expression attribute names. */
  readonly expressionAttributeNames: string;
  /** Expression attribute values. */
  readonly expressionAttributeValues: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
}

/** Shards of a stream of Amazon DynamoDB. */
export interface AwsDynamodbStreamsTriggerProps extends TriggerProps {
  /** Shard count. @default 2 */
  readonly shardCount?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationShardCount?: number;
  /** Table name. */
  readonly tableName: string;
  /** Region of AWS. @default - given by another source */
  readonly awsRegion?: string;
  /** Endpoint of AWS, in place of that of the region. @default - none, or the scaler's own */
  readonly awsEndpoint?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
}

/** Shards of a stream of Amazon Kinesis. */
export interface AwsKinesisStreamTriggerProps extends TriggerProps {
  /** Shard count. @default 2 */
  readonly shardCount?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationShardCount?: number;
  /** Stream name. */
  readonly streamName: string;
  /** Region of AWS. @default - given by another source */
  readonly awsRegion?: string;
  /** Endpoint of AWS, in place of that of the region. @default - none, or the scaler's own */
  readonly awsEndpoint?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
}

/** Messages in a queue of Amazon SQS. */
export interface AwsSqsQueueTriggerProps extends TriggerProps {
  /** Messages a pod. @default 5 */
  readonly queueLength?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueueLength?: number;
  /** URL of the queue; its name does too. @default - given by another source */
  readonly queueURL?: string;
  /** Variable of the container that holds queueURL. @default - none */
  readonly queueURLFromEnv?: string;
  /** Region of AWS. @default - given by another source */
  readonly awsRegion?: string;
  /** Endpoint of AWS, in place of that of the region. @default - none, or the scaler's own */
  readonly awsEndpoint?: string;
  /** Whether messages count that are being processed. @default true */
  readonly scaleOnInFlight?: boolean;
  /** Whether delayed messages count. @default false */
  readonly scaleOnDelayed?: boolean;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
}

/** A metric of Azure Application Insights. */
export interface AzureAppInsightsTriggerProps extends TriggerProps {
  /** Target value. @default - none, or the scaler's own */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Metric id. */
  readonly metricId: string;
  /** Metric aggregation timespan. */
  readonly metricAggregationTimespan: string;
  /** Metric aggregation type. */
  readonly metricAggregationType: string;
  /** Metric filter. @default - none, or the scaler's own */
  readonly metricFilter?: string;
  /** Whether an answer without a value is 0, not an error. @default false */
  readonly ignoreNullValues?: boolean;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** App insights resource URL. @default - none, or the scaler's own */
  readonly appInsightsResourceURL?: string;
  /** Application insights id. @default - given by another source */
  readonly applicationInsightsId?: string;
  /** Variable of the container that holds applicationInsightsId. @default - none */
  readonly applicationInsightsIdFromEnv?: string;
  /** Tenant id. @default - given by another source */
  readonly tenantId?: string;
  /** Variable of the container that holds tenantId. @default - none */
  readonly tenantIdFromEnv?: string;
  /** Active directory client id. @default - none, or the scaler's own */
  readonly activeDirectoryClientId?: string;
  /** Variable of the container that holds activeDirectoryClientId. @default - none */
  readonly activeDirectoryClientIdFromEnv?: string;
  /** Variable of the container that holds activeDirectoryClientPassword. @default - none */
  readonly activeDirectoryClientPasswordFromEnv?: string;
  /** Endpoint of Active Directory, with cloud: Private. @default - none, or the scaler's own */
  readonly activeDirectoryEndpoint?: string;
}

/** Blobs in a container of Azure Storage. */
export interface AzureBlobTriggerProps extends TriggerProps {
  /** Blob container name. */
  readonly blobContainerName: string;
  /** Blob count. @default 5 */
  readonly blobCount?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationBlobCount?: number;
  /** Blob delimiter. @default "/" */
  readonly blobDelimiter?: string;
  /** Blob prefix. @default - none, or the scaler's own */
  readonly blobPrefix?: string;
  /** Recursive. @default false */
  readonly recursive?: boolean;
  /** Glob pattern. @default - none, or the scaler's own */
  readonly globPattern?: string;
  /** Suffix of the endpoint, with cloud: Private. @default - none, or the scaler's own */
  readonly endpointSuffix?: string;
  /** Connection. @default - none, or the scaler's own */
  readonly connection?: string;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Account name. @default - none, or the scaler's own */
  readonly accountName?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
}

/** Lag of a change feed of Azure Cosmos DB. */
export interface AzureCosmosdbTriggerProps extends TriggerProps {
  /** Database id. */
  readonly databaseId: string;
  /** Container id. */
  readonly containerId: string;
  /** Lease database id. */
  readonly leaseDatabaseId: string;
  /** Lease container id. */
  readonly leaseContainerId: string;
  /** Processor name. */
  readonly processorName: string;
  /** Endpoint. @default - none, or the scaler's own */
  readonly endpoint?: string;
  /** Connection. @default - none, or the scaler's own */
  readonly connection?: string;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Lease endpoint. @default - none, or the scaler's own */
  readonly leaseEndpoint?: string;
  /** Lease connection. @default - none, or the scaler's own */
  readonly leaseConnection?: string;
  /** Variable of the container that holds leaseConnection. @default - none */
  readonly leaseConnectionFromEnv?: string;
  /** Variable of the container that holds cosmosDBKey. @default - none */
  readonly cosmosDBKeyFromEnv?: string;
  /** Variable of the container that holds leaseCosmosDBKey. @default - none */
  readonly leaseCosmosDBKeyFromEnv?: string;
  /** Change feed lag threshold. @default 100 */
  readonly changeFeedLagThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationChangeFeedLagThreshold?: number;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Endpoint of Active Directory, with cloud: Private. @default - none, or the scaler's own */
  readonly activeDirectoryEndpoint?: string;
  /** Cosmos DB resource URL. @default - none, or the scaler's own */
  readonly cosmosDBResourceURL?: string;
}

/** A number that a query of Azure Data Explorer gives. */
export interface AzureDataExplorerTriggerProps extends TriggerProps {
  /** Database name. */
  readonly databaseName: string;
  /** Endpoint. */
  readonly endpoint: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
  /** Tenant id. @default - none, or the scaler's own */
  readonly tenantId?: string;
  /** Variable of the container that holds tenantId. @default - none */
  readonly tenantIdFromEnv?: string;
  /** Client id. @default - none, or the scaler's own */
  readonly clientId?: string;
  /** Variable of the container that holds clientId. @default - none */
  readonly clientIdFromEnv?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Endpoint of Active Directory, with cloud: Private. @default - none, or the scaler's own */
  readonly activeDirectoryEndpoint?: string;
}

/** Events of an Azure Event Hub that are not processed yet. */
export interface AzureEventhubTriggerProps extends TriggerProps {
  /** Unprocessed event threshold. @default 64 */
  readonly unprocessedEventThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationUnprocessedEventThreshold?: number;
  /** Stale partition info threshold. @default 10000 */
  readonly stalePartitionInfoThreshold?: number;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Consumer group. @default "$Default" */
  readonly consumerGroup?: string;
  /** Variable of the container that holds storageConnection. @default - none */
  readonly storageConnectionFromEnv?: string;
  /** Storage account name. @default - none, or the scaler's own */
  readonly storageAccountName?: string;
  /** Blob container. @default - none, or the scaler's own */
  readonly blobContainer?: string;
  /** Event hub namespace. @default - none, or the scaler's own */
  readonly eventHubNamespace?: string;
  /** Variable of the container that holds eventHubNamespace. @default - none */
  readonly eventHubNamespaceFromEnv?: string;
  /** Event hub name. @default - none, or the scaler's own */
  readonly eventHubName?: string;
  /** Variable of the container that holds eventHubName. @default - none */
  readonly eventHubNameFromEnv?: string;
  /** Checkpoint strategy. @default - none, or the scaler's own */
  readonly checkpointStrategy?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Suffix of the endpoint, with cloud: Private. @default - none, or the scaler's own */
  readonly endpointSuffix?: string;
  /** Storage endpoint suffix. @default - none, or the scaler's own */
  readonly storageEndpointSuffix?: string;
}

/** A number that a query of Azure Log Analytics gives. */
export interface AzureLogAnalyticsTriggerProps extends TriggerProps {
  /** Tenant id. @default - none, or the scaler's own */
  readonly tenantId?: string;
  /** Variable of the container that holds tenantId. @default - none */
  readonly tenantIdFromEnv?: string;
  /** Client id. @default - none, or the scaler's own */
  readonly clientId?: string;
  /** Variable of the container that holds clientId. @default - none */
  readonly clientIdFromEnv?: string;
  /** Secret of the client of OAuth. @default - none, or the scaler's own */
  readonly clientSecret?: string;
  /** Variable of the container that holds clientSecret. @default - none */
  readonly clientSecretFromEnv?: string;
  /** Workspace id. @default - given by another source */
  readonly workspaceId?: string;
  /** Variable of the container that holds workspaceId. @default - none */
  readonly workspaceIdFromEnv?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
  /** Log analytics resource URL. @default - none, or the scaler's own */
  readonly logAnalyticsResourceURL?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default "azurePublicCloud" */
  readonly cloud?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Longest time for an answer. @default - none, or the scaler's own */
  readonly timeout?: Duration;
}

/** A metric of Azure Monitor. */
export interface AzureMonitorTriggerProps extends TriggerProps {
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Resource URI. */
  readonly resourceURI: string;
  /** Tenant id. */
  readonly tenantId: string;
  /** Subscription id. */
  readonly subscriptionId: string;
  /** Resource group name. */
  readonly resourceGroupName: string;
  /** Name of the metric. */
  readonly metricName: string;
  /** Metric namespace. @default - none, or the scaler's own */
  readonly metricNamespace?: string;
  /** Metric filter. @default - none, or the scaler's own */
  readonly metricFilter?: string;
  /** Metric interval. @default - none, or the scaler's own */
  readonly metricInterval?: string;
  /** Metric aggregation interval. @default - none, or the scaler's own */
  readonly metricAggregationInterval?: string;
  /** Metric aggregation type. */
  readonly metricAggregationType: string;
  /** Active directory client id. @default - none, or the scaler's own */
  readonly activeDirectoryClientId?: string;
  /** Variable of the container that holds activeDirectoryClientId. @default - none */
  readonly activeDirectoryClientIdFromEnv?: string;
  /** Active directory client password. @default - none, or the scaler's own */
  readonly activeDirectoryClientPassword?: string;
  /** Variable of the container that holds activeDirectoryClientPassword. @default - none */
  readonly activeDirectoryClientPasswordFromEnv?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Azure resource manager endpoint. @default - none, or the scaler's own */
  readonly azureResourceManagerEndpoint?: string;
}

/** Jobs that wait for an agent of Azure Pipelines. */
export interface AzurePipelinesTriggerProps extends TriggerProps {
  /** Organization URL. @default - given by another source */
  readonly organizationURL?: string;
  /** Variable of the container that holds organizationURL. @default - none */
  readonly organizationURLFromEnv?: string;
  /** Variable of the container that holds personalAccessToken. @default - none */
  readonly personalAccessTokenFromEnv?: string;
  /** Parent. @default - none, or the scaler's own */
  readonly parent?: string;
  /** Demands. @default - none, or the scaler's own */
  readonly demands?: string;
  /** Pool name. @default - none, or the scaler's own */
  readonly poolName?: string;
  /** Pool ID. @default - none, or the scaler's own */
  readonly poolID?: number;
  /** Target pipelines queue length. @default 1 */
  readonly targetPipelinesQueueLength?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetPipelinesQueueLength?: number;
  /** Jobs to fetch. @default 250 */
  readonly jobsToFetch?: number;
  /** Fetch unfinished jobs only. @default false */
  readonly fetchUnfinishedJobsOnly?: boolean;
  /** Scale on in flight. @default true */
  readonly scaleOnInFlight?: boolean;
  /** Require all demands. @default false */
  readonly requireAllDemands?: boolean;
  /** Require all demands and ignore others. @default false */
  readonly requireAllDemandsAndIgnoreOthers?: boolean;
  /** Case insensitive demands processing. @default false */
  readonly caseInsensitiveDemandsProcessing?: boolean;
}

/** Messages in a queue of Azure Storage. */
export interface AzureQueueTriggerProps extends TriggerProps {
  /** Value above which the function wakes. @default 0 */
  readonly activationQueueLength?: number;
  /** Name of the queue. */
  readonly queueName: string;
  /** Queue length. @default 5 */
  readonly queueLength?: number;
  /** Connection. @default - none, or the scaler's own */
  readonly connection?: string;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Account name. @default - none, or the scaler's own */
  readonly accountName?: string;
  /** Suffix of the endpoint, with cloud: Private. @default - none, or the scaler's own */
  readonly endpointSuffix?: string;
  /** Queue length strategy. One of all, visibleonly. @default "all" */
  readonly queueLengthStrategy?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
}

/** Messages in a queue or subscription of Azure Service Bus. */
export interface AzureServicebusTriggerProps extends TriggerProps {
  /** Messages a pod. @default 5 */
  readonly messageCount?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationMessageCount?: number;
  /** Name of the queue. @default - none, or the scaler's own */
  readonly queueName?: string;
  /** Name of the topic, beside subscriptionName. @default - none, or the scaler's own */
  readonly topicName?: string;
  /** Name of the subscription, beside topicName. @default - none, or the scaler's own */
  readonly subscriptionName?: string;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Namespace of the Service Bus; needed with the identity of a pod. @default - none, or the scaler's own */
  readonly namespace?: string;
  /** Whether the name of the queue or subscription is a regular expression. @default - none, or the scaler's own */
  readonly useRegex?: boolean;
  /** What several queues make together, with useRegex. One of sum, max, avg. @default "sum" */
  readonly operation?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Suffix of the endpoint, with cloud: Private. @default - none, or the scaler's own */
  readonly endpointSuffix?: string;
}

/** Jobs in a tube of Beanstalkd. */
export interface BeanstalkdTriggerProps extends TriggerProps {
  /** Server. */
  readonly server: string;
  /** Tube. */
  readonly tube: string;
  /** Value. */
  readonly value: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationValue?: number;
  /** Include delayed. @default - none, or the scaler's own */
  readonly includeDelayed?: boolean;
  /** Longest time for an answer. @default - 30 */
  readonly timeout?: Duration;
}

/** A number that a query of Apache Cassandra gives. */
export interface CassandraTriggerProps extends TriggerProps {
  /** User. */
  readonly username: string;
  /** Cluster IP address. */
  readonly clusterIPAddress: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: number;
  /** Consistency. @default "one" */
  readonly consistency?: string;
  /** Protocol version. @default 4 */
  readonly protocolVersion?: number;
  /** Keyspace. */
  readonly keyspace: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Target query value. */
  readonly targetQueryValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetQueryValue?: number;
}

/** A number that a query of ClickHouse gives. */
export interface ClickhouseTriggerProps extends TriggerProps {
  /** Variable of the container that holds connectionString. @default - none */
  readonly connectionStringFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Database. @default - none, or the scaler's own */
  readonly database?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Target query value. */
  readonly targetQueryValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetQueryValue?: number;
  /** Max idle conns. @default - none, or the scaler's own */
  readonly maxIdleConns?: number;
  /** Max open conns. @default - none, or the scaler's own */
  readonly maxOpenConns?: number;
  /** Conn max lifetime. @default - none, or the scaler's own */
  readonly connMaxLifetime?: Duration;
}

/** Documents that a query of CouchDB finds. */
export interface CouchdbTriggerProps extends TriggerProps {
  /** Connection string. @default - none, or the scaler's own */
  readonly connectionString?: string;
  /** Variable of the container that holds connectionString. @default - none */
  readonly connectionStringFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: number;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Name of the database. @default - none, or the scaler's own */
  readonly dbName?: string;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Query value. @default - none, or the scaler's own */
  readonly queryValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueryValue?: number;
}

/** CPU that the pods use; never scales to zero by itself. */
export interface CpuTriggerProps extends TriggerProps {
  /** Percentage of the request with Utilization, amount a pod with AverageValue. */
  readonly value: string;
  /** The only container whose CPU counts. @default - none, or the scaler's own */
  readonly containerName?: string;
}

/** The time: a number of pods between two schedules. */
export interface CronTriggerProps extends TriggerProps {
  /** When the pods come: minute, hour, day of the month, month, day of the week. */
  readonly start: string;
  /** When the pods may go: minute, hour, day of the month, month, day of the week. */
  readonly end: string;
  /** Time zone of start and end, such as Europe/Berlin. */
  readonly timezone: string;
  /** Pods between start and end. */
  readonly desiredReplicas: number;
}

/** A metric of Datadog. */
export interface DatadogTriggerProps extends TriggerProps {
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
  /** Datadog metric name. @default - none, or the scaler's own */
  readonly datadogMetricName?: string;
  /** Datadog metric namespace. @default - none, or the scaler's own */
  readonly datadogMetricNamespace?: string;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Query aggregator. One of average, max. @default - none, or the scaler's own */
  readonly queryAggregator?: string;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueryValue?: number;
  /** Age. @default 90 */
  readonly age?: number;
  /** Time window offset. @default 0 */
  readonly timeWindowOffset?: number;
  /** Last available point offset. @default 0 */
  readonly lastAvailablePointOffset?: number;
  /** Use cluster agent proxy. @default false */
  readonly useClusterAgentProxy?: boolean;
  /** Hpa metric name. @default - none, or the scaler's own */
  readonly hpaMetricName?: string;
  /** Metric unavailable value. @default - none, or the scaler's own */
  readonly metricUnavailableValue?: number;
  /** Target value. @default -1 */
  readonly targetValue?: number;
  /** Another name of targetValue. @default -1 */
  readonly queryValue?: number;
  /** Longest time for an answer. @default - none, or the scaler's own */
  readonly timeout?: Duration;
}

/** A metric of Dynatrace. */
export interface DynatraceTriggerProps extends TriggerProps {
  /** Host of the server. @default - given by another source */
  readonly host?: string;
  /** Metric selector. @default - none, or the scaler's own */
  readonly metricSelector?: string;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Query timeout seconds. @default 10 */
  readonly queryTimeoutSeconds?: number;
  /** Query polling wait. @default - 1s */
  readonly queryPollingWait?: Duration;
  /** Query polling tries. @default 5 */
  readonly queryPollingTries?: number;
  /** From. @default - none, or the scaler's own */
  readonly from?: string;
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThreshold?: number;
}

/** What a job of Elasticsearch forecasts. */
export interface ElasticForecastTriggerProps extends TriggerProps {
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Cloud ID. @default - none, or the scaler's own */
  readonly cloudID?: string;
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Job ID. */
  readonly jobID: string;
  /** Look ahead. @default - 10m */
  readonly lookAhead?: Duration;
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Index. @default "*" */
  readonly index?: string;
  /** Partition field value. @default - none, or the scaler's own */
  readonly partitionFieldValue?: string;
  /** By field value. @default - none, or the scaler's own */
  readonly byFieldValue?: string;
}

/** A number that a search of Elasticsearch gives. */
export interface ElasticsearchTriggerProps extends TriggerProps {
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Cloud ID. @default - none, or the scaler's own */
  readonly cloudID?: string;
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Index. @default - given by another source */
  readonly index?: string[];
  /** Search template name. @default - none, or the scaler's own */
  readonly searchTemplateName?: string;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Parameters. @default - none, or the scaler's own */
  readonly parameters?: string[];
  /** Value location. @default - given by another source */
  readonly valueLocation?: string;
  /** Target value. @default - given by another source */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Whether an answer without a value is 0, not an error. @default false */
  readonly ignoreNullValues?: boolean;
  /** Name of the metric. @default - none, or the scaler's own */
  readonly metricName?: string;
}

/** A number under a key of etcd. */
export interface EtcdTriggerProps extends TriggerProps {
  /** Endpoints. */
  readonly endpoints: string[];
  /** Watch key. */
  readonly watchKey: string;
  /** Value. */
  readonly value: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** Watch progress notify interval. @default 600 */
  readonly watchProgressNotifyInterval?: number;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
}

/** What a server of your own says when it is asked. */
export interface ExternalTriggerProps extends TriggerProps {
  /** Scaler address. */
  readonly scalerAddress: string;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** What else the scaler is told. @default - nothing */
  readonly metadata?: { [name: string]: string };
}

/** What a server of your own says by itself. */
export interface ExternalPushTriggerProps extends TriggerProps {
  /** Scaler address. */
  readonly scalerAddress: string;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** What else the scaler is told. @default - nothing */
  readonly metadata?: { [name: string]: string };
}

/** Jobs that wait for a runner of Forgejo. */
export interface ForgejoRunnerTriggerProps extends TriggerProps {
  /** Variable of the container that holds token. @default - none */
  readonly tokenFromEnv?: string;
  /** Servers as host:port. */
  readonly address: string;
  /** Labels. */
  readonly labels: string;
  /** Global. @default - none, or the scaler's own */
  readonly global?: boolean;
  /** Owner. @default - none, or the scaler's own */
  readonly owner?: string;
  /** Org. @default - none, or the scaler's own */
  readonly org?: string;
  /** Repo. @default - none, or the scaler's own */
  readonly repo?: string;
}

/** Tasks in a queue of Google Cloud Tasks. */
export interface GcpCloudtasksTriggerProps extends TriggerProps {
  /** Value. @default 100 */
  readonly value?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** Filter duration. @default - none, or the scaler's own */
  readonly filterDuration?: number;
  /** Name of the queue. */
  readonly queueName: string;
  /** Project ID. */
  readonly projectID: string;
  /** Variable of the container that holds credentials. @default - none */
  readonly credentialsFromEnv?: string;
  /** Variable with the path of the key file of a service account of Google Cloud. @default - none, or the scaler's own */
  readonly credentialsFromEnvFile?: string;
}

/** Messages of a subscription or topic of Google Cloud Pub/Sub. */
export interface GcpPubsubTriggerProps extends TriggerProps {
  /** Metric of Pub/Sub. @default "SubscriptionSize" */
  readonly mode?: string;
  /** Value of the metric a pod. @default 10 */
  readonly value?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** How values of the time horizon become one. @default - none, or the scaler's own */
  readonly aggregation?: string;
  /** Time of which values are looked at. @default - none, or the scaler's own */
  readonly timeHorizon?: Duration;
  /** Value when Google Cloud has none. @default - none, or the scaler's own */
  readonly valueIfNull?: number;
  /** Name of the subscription, or its full path. @default - none, or the scaler's own */
  readonly subscriptionName?: string;
  /** Variable of the container that holds subscriptionName. @default - none */
  readonly subscriptionNameFromEnv?: string;
  /** Name of the topic, or its full path. @default - none, or the scaler's own */
  readonly topicName?: string;
  /** Variable of the container that holds topicName. @default - none */
  readonly topicNameFromEnv?: string;
  /** Variable of the container that holds credentials. @default - none */
  readonly credentialsFromEnv?: string;
  /** Variable with the path of the key file of a service account of Google Cloud. @default - none, or the scaler's own */
  readonly credentialsFromEnvFile?: string;
}

/** A number that a query of Google Cloud Spanner gives. */
export interface GcpSpannerTriggerProps extends TriggerProps {
  /** Project id. */
  readonly projectId: string;
  /** Instance id. */
  readonly instanceId: string;
  /** Database id. */
  readonly databaseId: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Target value. @default 5 */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** Variable of the container that holds credentials. @default - none */
  readonly credentialsFromEnv?: string;
  /** Variable with the path of the key file of a service account of Google Cloud. @default - none, or the scaler's own */
  readonly credentialsFromEnvFile?: string;
}

/** A metric of Google Cloud Monitoring. */
export interface GcpStackdriverTriggerProps extends TriggerProps {
  /** Project id. */
  readonly projectId: string;
  /** Filter. */
  readonly filter: string;
  /** Target value. @default 5 */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Value if null. @default - none, or the scaler's own */
  readonly valueIfNull?: number;
  /** Filter duration. @default - none, or the scaler's own */
  readonly filterDuration?: number;
  /** Alignment period seconds. @default - none, or the scaler's own */
  readonly alignmentPeriodSeconds?: number;
  /** Alignment aligner. @default - none, or the scaler's own */
  readonly alignmentAligner?: string;
  /** Alignment reducer. @default - none, or the scaler's own */
  readonly alignmentReducer?: string;
  /** Variable of the container that holds credentials. @default - none */
  readonly credentialsFromEnv?: string;
  /** Variable with the path of the key file of a service account of Google Cloud. @default - none, or the scaler's own */
  readonly credentialsFromEnvFile?: string;
}

/** Objects in a bucket of Google Cloud Storage. */
export interface GcpStorageTriggerProps extends TriggerProps {
  /** Bucket name. */
  readonly bucketName: string;
  /** Target object count. @default 100 */
  readonly targetObjectCount?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetObjectCount?: number;
  /** Max bucket items to scan. @default 1000 */
  readonly maxBucketItemsToScan?: number;
  /** Blob delimiter. @default - none, or the scaler's own */
  readonly blobDelimiter?: string;
  /** Blob prefix. @default - none, or the scaler's own */
  readonly blobPrefix?: string;
  /** Variable of the container that holds credentials. @default - none */
  readonly credentialsFromEnv?: string;
  /** Variable with the path of the key file of a service account of Google Cloud. @default - none, or the scaler's own */
  readonly credentialsFromEnvFile?: string;
}

/** Jobs that wait for a runner of GitHub. */
export interface GithubRunnerTriggerProps extends TriggerProps {
  /** Github api URL. @default "https://api.github.com" */
  readonly githubApiURL?: string;
  /** Variable of the container that holds githubApiURL. @default - none */
  readonly githubApiURLFromEnv?: string;
  /** Owner. @default - given by another source */
  readonly owner?: string;
  /** Variable of the container that holds owner. @default - none */
  readonly ownerFromEnv?: string;
  /** Runner scope. One of org, ent, repo. @default - given by another source */
  readonly runnerScope?: string;
  /** Variable of the container that holds runnerScope. @default - none */
  readonly runnerScopeFromEnv?: string;
  /** Repos. @default - none, or the scaler's own */
  readonly repos?: string[];
  /** Variable of the container that holds repos. @default - none */
  readonly reposFromEnv?: string;
  /** Labels. @default - none, or the scaler's own */
  readonly labels?: string[];
  /** Variable of the container that holds labels. @default - none */
  readonly labelsFromEnv?: string;
  /** No default labels. @default false */
  readonly noDefaultLabels?: boolean;
  /** Variable of the container that holds noDefaultLabels. @default - none */
  readonly noDefaultLabelsFromEnv?: string;
  /** Enable etags. @default false */
  readonly enableEtags?: boolean;
  /** Variable of the container that holds enableEtags. @default - none */
  readonly enableEtagsFromEnv?: string;
  /** Match unlabeled jobs with unlabeled runners. @default false */
  readonly matchUnlabeledJobsWithUnlabeledRunners?: boolean;
  /** Variable of the container that holds matchUnlabeledJobsWithUnlabeledRunners. @default - none */
  readonly matchUnlabeledJobsWithUnlabeledRunnersFromEnv?: string;
  /** Target workflow queue length. @default 1 */
  readonly targetWorkflowQueueLength?: number;
  /** Variable of the container that holds targetWorkflowQueueLength. @default - none */
  readonly targetWorkflowQueueLengthFromEnv?: string;
  /** Application ID. @default - none, or the scaler's own */
  readonly applicationID?: number;
  /** Variable of the container that holds applicationID. @default - none */
  readonly applicationIDFromEnv?: string;
  /** Installation ID. @default - none, or the scaler's own */
  readonly installationID?: number;
  /** Variable of the container that holds installationID. @default - none */
  readonly installationIDFromEnv?: string;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
}

/** A number that a query of Graphite gives. */
export interface GraphiteTriggerProps extends TriggerProps {
  /** URL of the server. */
  readonly serverAddress: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Number a pod. @default 100 */
  readonly threshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
  /** Query time. */
  readonly queryTime: string;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
}

/** A metric of Huawei Cloud Eye. */
export interface HuaweiCloudeyeTriggerProps extends TriggerProps {
  /** Namespace. */
  readonly namespace: string;
  /** Name of the metric. */
  readonly metricName: string;
  /** Dimension name. */
  readonly dimensionName: string;
  /** Dimension value. */
  readonly dimensionValue: string;
  /** Target metric value. */
  readonly targetMetricValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetMetricValue?: number;
  /** Metric collection time. @default 300 */
  readonly metricCollectionTime?: number;
  /** Metric filter. One of average, max, min, sum. @default "average" */
  readonly metricFilter?: string;
  /** Metric period. @default 300 */
  readonly metricPeriod?: number;
}

/** Messages in a queue of IBM MQ. */
export interface IbmmqTriggerProps extends TriggerProps {
  /** Host of the server. */
  readonly host: string;
  /** Name of the queue. @default - given by another source */
  readonly queueName?: string[];
  /** Another name of queueName. @default - given by another source */
  readonly queueNames?: string[];
  /** Queue depth. @default 20 */
  readonly queueDepth?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueueDepth?: number;
  /** Operation. One of max, avg, sum. @default "max" */
  readonly operation?: string;
  /** User. @default - given by another source */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - given by another source */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
}

/** A number that a query of InfluxDB gives. */
export interface InfluxdbTriggerProps extends TriggerProps {
  /** Variable of the container that holds authToken. @default - none */
  readonly authTokenFromEnv?: string;
  /** Organization name. @default - none, or the scaler's own */
  readonly organizationName?: string;
  /** Variable of the container that holds organizationName. @default - none */
  readonly organizationNameFromEnv?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Influx version. One of 2, 3. @default "2" */
  readonly influxVersion?: string;
  /** Query type. @default "InfluxQL" */
  readonly queryType?: string;
  /** Database. @default - none, or the scaler's own */
  readonly database?: string;
  /** Metric key. @default - none, or the scaler's own */
  readonly metricKey?: string;
  /** Server URL. @default - given by another source */
  readonly serverURL?: string;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** Threshold value. @default - none, or the scaler's own */
  readonly thresholdValue?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThresholdValue?: number;
}

/** Lag of a consumer group of Apache Kafka. */
export interface KafkaTriggerProps extends TriggerProps {
  /** Brokers as host:port. @default - given by another source */
  readonly bootstrapServers?: string[];
  /** Variable of the container that holds bootstrapServers. @default - none */
  readonly bootstrapServersFromEnv?: string;
  /** Consumer group whose lag counts. @default - given by another source */
  readonly consumerGroup?: string;
  /** Variable of the container that holds consumerGroup. @default - none */
  readonly consumerGroupFromEnv?: string;
  /** Topic whose lag counts; without it all topics of the group. @default - none, or the scaler's own */
  readonly topic?: string;
  /** Variable of the container that holds topic. @default - none */
  readonly topicFromEnv?: string;
  /** Partitions that count, such as 1,2,10-20. @default - none, or the scaler's own */
  readonly partitionLimitation?: string;
  /** Messages of lag a pod. @default 10 */
  readonly lagThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagThreshold?: number;
  /** Where a consumer without an offset begins. One of latest, earliest. @default "latest" */
  readonly offsetResetPolicy?: string;
  /** Whether there may be more pods than partitions. @default false */
  readonly allowIdleConsumers?: boolean;
  /** Whether partitions do not count whose offset does not move. @default false */
  readonly excludePersistentLag?: boolean;
  /** Whether a partition without an offset counts as no lag, not as one message. @default false */
  readonly scaleToZeroOnInvalidOffset?: boolean;
  /** Whether there are at most as many pods as partitions with lag. @default false */
  readonly limitToPartitionsWithLag?: boolean;
  /** Whether the number of pods is one that shares the partitions evenly. @default false */
  readonly ensureEvenDistributionOfPartitions?: boolean;
  /** Whether the client asks for all topics, not only its own. @default true */
  readonly fullMetadata?: boolean;
  /** Version of the brokers. @default - none, or the scaler's own */
  readonly version?: string;
  /** Whether the server is asked over TLS: enable or disable. One of enable, disable. @default "disable" */
  readonly tls?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Mechanism of SASL. One of none, plaintext, scram_sha256, scram_sha512, oauthbearer, gssapi. @default - none, or the scaler's own */
  readonly sasl?: string;
  /** Sasl token provider. One of bearer, aws_msk_iam. @default - none, or the scaler's own */
  readonly saslTokenProvider?: string;
  /** Region of AWS. @default - none, or the scaler's own */
  readonly awsRegion?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
}

/** A number in an object of Kubernetes. */
export interface KubernetesResourceTriggerProps extends TriggerProps {
  /** Resource kind. One of ConfigMap, Secret. */
  readonly resourceKind: string;
  /** Resource name. */
  readonly resourceName: string;
  /** Key of the certificate of the client. */
  readonly key: string;
  /** Format. One of number, json, yaml. @default "number" */
  readonly format?: string;
  /** Value location. @default - none, or the scaler's own */
  readonly valueLocation?: string;
  /** Value type. One of float64, int64, quantity. @default "float64" */
  readonly valueType?: string;
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
}

/** Pods that a selector finds. */
export interface KubernetesWorkloadTriggerProps extends TriggerProps {
  /** Pod selector. */
  readonly podSelector: string;
  /** Value. @default 0 */
  readonly value?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** Group by node. @default false */
  readonly groupByNode?: boolean;
}

/** Lag of a group of Liiklus. */
export interface LiiklusTriggerProps extends TriggerProps {
  /** Lag threshold. @default 10 */
  readonly lagThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagThreshold?: number;
  /** Servers as host:port. */
  readonly address: string;
  /** Topic. */
  readonly topic: string;
  /** Group. */
  readonly group: string;
  /** Group version. @default 0 */
  readonly groupVersion?: number;
}

/** A number that a query of Loki gives. */
export interface LokiTriggerProps extends TriggerProps {
  /** URL of the server. */
  readonly serverAddress: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
  /** Tenant name. @default - none, or the scaler's own */
  readonly tenantName?: string;
  /** Whether an answer without a value is 0, not an error. @default true */
  readonly ignoreNullValues?: boolean;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
}

/** Memory that the pods use; never scales to zero by itself. */
export interface MemoryTriggerProps extends TriggerProps {
  /** Percentage of the request with Utilization, amount a pod with AverageValue. */
  readonly value: string;
  /** The only container whose memory counts. @default - none, or the scaler's own */
  readonly containerName?: string;
}

/** A number in what a URL answers. */
export interface MetricsApiTriggerProps extends TriggerProps {
  /** Target value. @default - none, or the scaler's own */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Url. */
  readonly url: string;
  /** Format. One of prometheus, json, xml, yaml. @default "json" */
  readonly format?: string;
  /** Value location. */
  readonly valueLocation: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Aggregate from kube service endpoints. @default false */
  readonly aggregateFromKubeServiceEndpoints?: boolean;
  /** Aggregation type. One of average, sum, max, min. @default "average" */
  readonly aggregationType?: string;
  /** Longest time for an answer. @default - none, or the scaler's own */
  readonly timeout?: Duration;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
}

/** Documents that a query of MongoDB finds. */
export interface MongodbTriggerProps extends TriggerProps {
  /** Connection string. @default - none, or the scaler's own */
  readonly connectionString?: string;
  /** Variable of the container that holds connectionString. @default - none */
  readonly connectionStringFromEnv?: string;
  /** Scheme. @default "mongodb" */
  readonly scheme?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: number;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Name of the database. @default - given by another source */
  readonly dbName?: string;
  /** Collection. */
  readonly collection: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Query value. */
  readonly queryValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueryValue?: number;
}

/** A number that a query of Microsoft SQL Server gives. */
export interface MssqlTriggerProps extends TriggerProps {
  /** Driver name. One of sqlserver, azuresql. @default "sqlserver" */
  readonly driverName?: string;
  /** Variable of the container that holds connectionString. @default - none */
  readonly connectionStringFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: number;
  /** Database. @default - none, or the scaler's own */
  readonly database?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
}

/** A number that a query of MySQL gives. */
export interface MysqlTriggerProps extends TriggerProps {
  /** Variable of the container that holds connectionString. @default - none */
  readonly connectionStringFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string;
  /** Name of the database. @default - none, or the scaler's own */
  readonly dbName?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Query value. */
  readonly queryValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationQueryValue?: number;
  /** Name of the metric. @default - none, or the scaler's own */
  readonly metricName?: string;
}

/** Lag of a consumer of NATS JetStream. */
export interface NatsJetstreamTriggerProps extends TriggerProps {
  /** Account of the stream. @default - none, or the scaler's own */
  readonly account?: string;
  /** Id of the account, where that is not its name. @default - none, or the scaler's own */
  readonly accountID?: string;
  /** Name of the stream. */
  readonly stream: string;
  /** Consumer whose lag counts. */
  readonly consumer: string;
  /** Messages of lag a pod. @default 10 */
  readonly lagThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagThreshold?: number;
  /** Whether the endpoint is asked over HTTPS. @default false */
  readonly useHttps?: boolean;
  /** Monitoring endpoint of NATS as host:port. @default - given by another source */
  readonly natsServerMonitoringEndpoint?: string;
}

/** A number that a query of New Relic gives. */
export interface NewRelicTriggerProps extends TriggerProps {
  /** Account. @default - given by another source */
  readonly account?: number;
  /** Region. @default "US" */
  readonly region?: string;
  /** Query key. @default - given by another source */
  readonly queryKey?: string;
  /** No data error. @default false */
  readonly noDataError?: boolean;
  /** Nrql. */
  readonly nrql: string;
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
}

/** Messages in a channel of NSQ. */
export interface NsqTriggerProps extends TriggerProps {
  /** Nsq lookupd HTTP addresses. @default - given by another source */
  readonly nsqLookupdHTTPAddresses?: string[];
  /** Variable of the container that holds nsqLookupdHTTPAddresses. @default - none */
  readonly nsqLookupdHTTPAddressesFromEnv?: string;
  /** Topic. @default - given by another source */
  readonly topic?: string;
  /** Variable of the container that holds topic. @default - none */
  readonly topicFromEnv?: string;
  /** Channel. @default - given by another source */
  readonly channel?: string;
  /** Variable of the container that holds channel. @default - none */
  readonly channelFromEnv?: string;
  /** Depth threshold. @default 10 */
  readonly depthThreshold?: number;
  /** Variable of the container that holds depthThreshold. @default - none */
  readonly depthThresholdFromEnv?: string;
  /** Value above which the function wakes. @default 0 */
  readonly activationDepthThreshold?: number;
  /** Variable of the container that holds activationDepthThreshold. @default - none */
  readonly activationDepthThresholdFromEnv?: string;
  /** Use https. @default false */
  readonly useHttps?: boolean;
  /** Variable of the container that holds useHttps. @default - none */
  readonly useHttpsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Variable of the container that holds unsafeSsl. @default - none */
  readonly unsafeSslFromEnv?: string;
}

/** A number that a search of OpenSearch gives. */
export interface OpensearchTriggerProps extends TriggerProps {
  /** Servers as host:port. @default - given by another source */
  readonly addresses?: string[];
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Whether the server is asked over TLS. @default false */
  readonly enableTLS?: boolean;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Ca cert. @default - none, or the scaler's own */
  readonly caCert?: string;
  /** Client cert. @default - none, or the scaler's own */
  readonly clientCert?: string;
  /** Client key. @default - none, or the scaler's own */
  readonly clientKey?: string;
  /** Index. @default - given by another source */
  readonly index?: string[];
  /** Search template name. @default - none, or the scaler's own */
  readonly searchTemplateName?: string;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Parameters. @default - none, or the scaler's own */
  readonly parameters?: string[];
  /** Value location. @default - given by another source */
  readonly valueLocation?: string;
  /** Target value. @default - given by another source */
  readonly targetValue?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetValue?: number;
  /** Whether an answer without a value is 0, not an error. @default false */
  readonly ignoreNullValues?: boolean;
  /** Name of the metric. @default - none, or the scaler's own */
  readonly metricName?: string;
}

/** A metric of OpenStack. */
export interface OpenstackMetricTriggerProps extends TriggerProps {
  /** Metrics URL. */
  readonly metricsURL: string;
  /** Metric ID. */
  readonly metricID: string;
  /** Aggregation method. */
  readonly aggregationMethod: string;
  /** Granularity. */
  readonly granularity: number;
  /** Number a pod. @default - none, or the scaler's own */
  readonly threshold?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThreshold?: number;
  /** Longest time for an answer. @default 30 */
  readonly timeout?: number;
}

/** Objects in a container of OpenStack Swift. */
export interface OpenstackSwiftTriggerProps extends TriggerProps {
  /** Swift URL. @default - none, or the scaler's own */
  readonly swiftURL?: string;
  /** Container name. */
  readonly containerName: string;
  /** Object count. @default 2 */
  readonly objectCount?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationObjectCount?: number;
  /** Object prefix. @default - none, or the scaler's own */
  readonly objectPrefix?: string;
  /** Object delimiter. @default - none, or the scaler's own */
  readonly objectDelimiter?: string;
  /** Object limit. @default - none, or the scaler's own */
  readonly objectLimit?: number;
  /** Longest time for an answer. @default 30 */
  readonly timeout?: number;
  /** Only files. @default - none, or the scaler's own */
  readonly onlyFiles?: boolean;
}

/** A number that a query of PostgreSQL gives. */
export interface PostgresqlTriggerProps extends TriggerProps {
  /** Number a pod. @default - none, or the scaler's own */
  readonly targetQueryValue?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationTargetQueryValue?: number;
  /** Variable of the container that holds connection. @default - none */
  readonly connectionFromEnv?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Host, without a connection string. @default - none, or the scaler's own */
  readonly host?: string;
  /** Port, without a connection string. @default - none, or the scaler's own */
  readonly port?: number;
  /** User, without a connection string. @default - none, or the scaler's own */
  readonly userName?: string;
  /** Name of the database. @default - none, or the scaler's own */
  readonly dbName?: string;
  /** Mode of TLS, without a connection string. @default - none, or the scaler's own */
  readonly sslmode?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
}

/** What PredictKube foretells of a metric of Prometheus. */
export interface PredictkubeTriggerProps extends TriggerProps {
  /** Prometheus address. */
  readonly prometheusAddress: string;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Predict horizon. */
  readonly predictHorizon: string;
  /** Query step. */
  readonly queryStep: string;
  /** History time window. */
  readonly historyTimeWindow: string;
  /** Number a pod. @default - none, or the scaler's own */
  readonly threshold?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThreshold?: number;
}

/** A number that a query of Prometheus gives. */
export interface PrometheusTriggerProps extends TriggerProps {
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
  /** URL of Prometheus. */
  readonly serverAddress: string;
  /** Query that gives one number. */
  readonly query: string;
  /** Query parameters. @default - none, or the scaler's own */
  readonly queryParameters?: { [name: string]: string };
  /** Number a pod. */
  readonly threshold: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThreshold?: number;
  /** Namespace that a multi-tenant Prometheus is asked for. @default - none, or the scaler's own */
  readonly namespace?: string;
  /** Headers that the server gets. @default - none, or the scaler's own */
  readonly customHeaders?: { [name: string]: string };
  /** Whether an empty answer is 0, not an error. @default true */
  readonly ignoreNullValues?: boolean;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** Region of AWS. @default - none, or the scaler's own */
  readonly awsRegion?: string;
  /** Longest time for an answer. @default - none, or the scaler's own */
  readonly timeout?: Duration;
  /** Whose identity is used on AWS: pod, or operator for that of KEDA. @default - none, or the scaler's own */
  readonly identityOwner?: string;
  /** Access key of AWS. @default - none, or the scaler's own */
  readonly awsAccessKeyID?: string;
  /** Variable of the container that holds awsAccessKeyID. @default - none */
  readonly awsAccessKeyIDFromEnv?: string;
  /** Variable of the container that holds awsSecretAccessKey. @default - none */
  readonly awsSecretAccessKeyFromEnv?: string;
  /** Cloud of Azure: AzurePublicCloud, AzureUSGovernmentCloud, AzureChinaCloud or Private. @default - none, or the scaler's own */
  readonly cloud?: string;
  /** Azure managed prometheus resource URL. @default - none, or the scaler's own */
  readonly azureManagedPrometheusResourceURL?: string;
}

/** Messages of a subscription of Apache Pulsar that wait. */
export interface PulsarTriggerProps extends TriggerProps {
  /** Admin URL. @default - given by another source */
  readonly adminURL?: string;
  /** Variable of the container that holds adminURL. @default - none */
  readonly adminURLFromEnv?: string;
  /** Topic. @default - given by another source */
  readonly topic?: string;
  /** Variable of the container that holds topic. @default - none */
  readonly topicFromEnv?: string;
  /** Subscription. @default - given by another source */
  readonly subscription?: string;
  /** Variable of the container that holds subscription. @default - none */
  readonly subscriptionFromEnv?: string;
  /** Msg backlog threshold. @default 10 */
  readonly msgBacklogThreshold?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationMsgBacklogThreshold?: number;
  /** Is partitioned topic. @default false */
  readonly isPartitionedTopic?: boolean;
  /** Whether the server is asked over TLS: enable or disable. @default - none, or the scaler's own */
  readonly tls?: string;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** URL that gives tokens of OAuth. @default - none, or the scaler's own */
  readonly oauthTokenURI?: string;
  /** Another name of scopes. @default - none, or the scaler's own */
  readonly scope?: string[];
  /** Client of OAuth. @default - none, or the scaler's own */
  readonly clientID?: string;
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
  /**
   * Another name of endpointParams.
   * @default - none, or the scaler's own
   * @jsii ignore
   */
  readonly EndpointParams?: string;
}

/** Messages in a queue of RabbitMQ, or their rate. */
export interface RabbitmqTriggerProps extends TriggerProps {
  /** Name of the queue. */
  readonly queueName: string;
  /** What is counted; all but QueueLength over HTTP alone. One of QueueLength, MessageRate, DeliverGetRate, PublishedToDeliveredRatio, ExpectedQueueConsumptionTime. @default - none, or the scaler's own */
  readonly mode?: string;
  /** Messages a pod; mode and value have taken its place. @default - none, or the scaler's own */
  readonly queueLength?: number;
  /** Messages, or their rate, a pod. @default - none, or the scaler's own */
  readonly value?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationValue?: number;
  /** URL of RabbitMQ with its virtual host, amqp:// or http://. @default - given by another source */
  readonly host?: string;
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Protocol; auto is that of the host. One of auto, amqp, http. @default "auto" */
  readonly protocol?: string;
  /** Virtual host, in place of that of the host. @default - none, or the scaler's own */
  readonly vhostName?: string;
  /** Whether the name of the queue is a regular expression; over HTTP alone. @default - none, or the scaler's own */
  readonly useRegex?: boolean;
  /** Whether messages do not count that are being processed; over HTTP alone. @default - none, or the scaler's own */
  readonly excludeUnacknowledged?: boolean;
  /** Queues that are asked for at once, with useRegex. @default 100 */
  readonly pageSize?: number;
  /** What several queues make together, with useRegex. One of sum, max, avg. @default "sum" */
  readonly operation?: string;
  /** Longest time for an answer. @default - none, or the scaler's own */
  readonly timeout?: Duration;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** How KEDA authenticates at the server. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authModes?: string[];
  /** Another name of authModes. One of apiKey, basic, tls, bearer, custom, oauth. @default - none, or the scaler's own */
  readonly authMode?: string[];
  /** API key. @default - none, or the scaler's own */
  readonly apiKey?: string;
  /** Where the API key stands: header or query. One of header, query. @default "header" */
  readonly method?: string;
  /** Name of the header or query parameter with the API key. @default - none, or the scaler's own */
  readonly keyParamName?: string;
}

/** Length of a list of Redis. */
export interface RedisTriggerProps extends TriggerProps {
  /** Items a pod. @default 5 */
  readonly listLength?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationListLength?: number;
  /** Name of the list. */
  readonly listName: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
}

/** Length of a list of a Redis cluster. */
export interface RedisClusterTriggerProps extends TriggerProps {
  /** List length. @default 5 */
  readonly listLength?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationListLength?: number;
  /** List name. */
  readonly listName: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
}

/** Entries of a stream of a Redis cluster. */
export interface RedisClusterStreamsTriggerProps extends TriggerProps {
  /** Pending entries count. @default 5 */
  readonly pendingEntriesCount?: number;
  /** Stream length. @default 5 */
  readonly streamLength?: number;
  /** Lag count. @default - none, or the scaler's own */
  readonly lagCount?: number;
  /** Stream. */
  readonly stream: string;
  /** Consumer group. @default - none, or the scaler's own */
  readonly consumerGroup?: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagCount?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
}

/** Length of a list of Redis behind Sentinel. */
export interface RedisSentinelTriggerProps extends TriggerProps {
  /** List length. @default 5 */
  readonly listLength?: number;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationListLength?: number;
  /** List name. */
  readonly listName: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
}

/** Entries of a stream of Redis behind Sentinel. */
export interface RedisSentinelStreamsTriggerProps extends TriggerProps {
  /** Pending entries count. @default 5 */
  readonly pendingEntriesCount?: number;
  /** Stream length. @default 5 */
  readonly streamLength?: number;
  /** Lag count. @default - none, or the scaler's own */
  readonly lagCount?: number;
  /** Stream. */
  readonly stream: string;
  /** Consumer group. @default - none, or the scaler's own */
  readonly consumerGroup?: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagCount?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
}

/** Entries of a stream of Redis. */
export interface RedisStreamsTriggerProps extends TriggerProps {
  /** Pending entries count. @default 5 */
  readonly pendingEntriesCount?: number;
  /** Stream length. @default 5 */
  readonly streamLength?: number;
  /** Lag count. @default - none, or the scaler's own */
  readonly lagCount?: number;
  /** Stream. */
  readonly stream: string;
  /** Consumer group. @default - none, or the scaler's own */
  readonly consumerGroup?: string;
  /** Index of the database. @default - none, or the scaler's own */
  readonly databaseIndex?: number;
  /** Servers as host:port. @default - none, or the scaler's own */
  readonly address?: string[];
  /** Variable of the container that holds address. @default - none */
  readonly addressFromEnv?: string;
  /** Another name of address. @default - none, or the scaler's own */
  readonly addresses?: string[];
  /** Variable of the container that holds addresses. @default - none */
  readonly addressesFromEnv?: string;
  /** User. @default - none, or the scaler's own */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - none, or the scaler's own */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Sentinel username. @default - none, or the scaler's own */
  readonly sentinelUsername?: string;
  /** Variable of the container that holds sentinelUsername. @default - none */
  readonly sentinelUsernameFromEnv?: string;
  /** Sentinel password. @default - none, or the scaler's own */
  readonly sentinelPassword?: string;
  /** Variable of the container that holds sentinelPassword. @default - none */
  readonly sentinelPasswordFromEnv?: string;
  /** Name of the master that Sentinel watches. @default - none, or the scaler's own */
  readonly sentinelMaster?: string;
  /** Variable of the container that holds sentinelMaster. @default - none */
  readonly sentinelMasterFromEnv?: string;
  /** Host of the server. @default - none, or the scaler's own */
  readonly host?: string[];
  /** Variable of the container that holds host. @default - none */
  readonly hostFromEnv?: string;
  /** Another name of host. @default - none, or the scaler's own */
  readonly hosts?: string[];
  /** Variable of the container that holds hosts. @default - none */
  readonly hostsFromEnv?: string;
  /** Port of the server. @default - none, or the scaler's own */
  readonly port?: string[];
  /** Variable of the container that holds port. @default - none */
  readonly portFromEnv?: string;
  /** Another name of port. @default - none, or the scaler's own */
  readonly ports?: string[];
  /** Variable of the container that holds ports. @default - none */
  readonly portsFromEnv?: string;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Value above which the function wakes. @default 0 */
  readonly activationLagCount?: number;
  /** Whether the server is asked over TLS. @default - none, or the scaler's own */
  readonly enableTLS?: boolean;
}

/** Sessions that wait in a Selenium Grid. */
export interface SeleniumGridTriggerProps extends TriggerProps {
  /** Url. @default - given by another source */
  readonly url?: string;
  /** Variable of the container that holds authType. @default - none */
  readonly authTypeFromEnv?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Variable of the container that holds accessToken. @default - none */
  readonly accessTokenFromEnv?: string;
  /** Browser name. @default - none, or the scaler's own */
  readonly browserName?: string;
  /** Session browser name. @default - none, or the scaler's own */
  readonly sessionBrowserName?: string;
  /** Browser version. @default - none, or the scaler's own */
  readonly browserVersion?: string;
  /** Platform name. @default - none, or the scaler's own */
  readonly platformName?: string;
  /** Value above which the function wakes. @default - none, or the scaler's own */
  readonly activationThreshold?: number;
  /** Whether the certificate of the server is not checked. @default false */
  readonly unsafeSsl?: boolean;
  /** Node max sessions. @default 1 */
  readonly nodeMaxSessions?: number;
  /** Enable managed downloads. @default true */
  readonly enableManagedDownloads?: boolean;
  /** Capabilities. @default - none, or the scaler's own */
  readonly capabilities?: string;
  /** Include ongoing sessions. @default true */
  readonly includeOngoingSessions?: boolean;
}

/** Traffic of clients of Solace PubSub+. */
export interface SolaceDirectMessagingTriggerProps extends TriggerProps {
  /** Solace semp base URL. */
  readonly solaceSempBaseURL: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Message vpn. */
  readonly messageVpn: string;
  /** Client name pattern. */
  readonly clientNamePattern: string;
  /** Unsafe SSL. @default false */
  readonly unsafeSSL?: boolean;
  /** Queued messages factor. @default 3 */
  readonly queuedMessagesFactor?: number;
  /** Aggregated client tx byte rate target. @default 0 */
  readonly aggregatedClientTxByteRateTarget?: number;
  /** Aggregated client average tx byte rate target. @default 0 */
  readonly aggregatedClientAverageTxByteRateTarget?: number;
  /** Aggregated client tx msg rate target. @default 0 */
  readonly aggregatedClientTxMsgRateTarget?: number;
  /** Aggregated client average tx msg rate target. @default 0 */
  readonly aggregatedClientAverageTxMsgRateTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationAggregatedClientTxByteRateTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationAggregatedClientAverageTxByteRateTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationAggregatedClientTxMsgRateTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationAggregatedClientAverageTxMsgRateTarget?: number;
}

/** Messages in a queue of Solace PubSub+. */
export interface SolaceEventQueueTriggerProps extends TriggerProps {
  /** Solace semp base URL. */
  readonly solaceSempBaseURL: string;
  /** Message vpn. */
  readonly messageVpn: string;
  /** Name of the queue. */
  readonly queueName: string;
  /** User. @default - given by another source */
  readonly username?: string;
  /** Variable of the container that holds username. @default - none */
  readonly usernameFromEnv?: string;
  /** Password. @default - given by another source */
  readonly password?: string;
  /** Variable of the container that holds password. @default - none */
  readonly passwordFromEnv?: string;
  /** Message count target. @default - none, or the scaler's own */
  readonly messageCountTarget?: number;
  /** Message spool usage target. @default - none, or the scaler's own */
  readonly messageSpoolUsageTarget?: number;
  /** Message receive rate target. @default - none, or the scaler's own */
  readonly messageReceiveRateTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationMessageCountTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationMessageSpoolUsageTarget?: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationMessageReceiveRateTarget?: number;
}

/** A metric of SolarWinds. */
export interface SolarwindsTriggerProps extends TriggerProps {
  /** Host of the server. */
  readonly host: string;
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationValue?: number;
  /** Name of the metric. */
  readonly metricName: string;
  /** Aggregation. One of COUNT, MIN, MAX, AVG, SUM, LAST. */
  readonly aggregation: string;
  /** Interval s. */
  readonly intervalS: number;
  /** Filter. @default - none, or the scaler's own */
  readonly filter?: string;
}

/** Documents that a query of Apache Solr finds. */
export interface SolrTriggerProps extends TriggerProps {
  /** Host of the server. */
  readonly host: string;
  /** Collection. */
  readonly collection: string;
  /** Target query value. */
  readonly targetQueryValue: number;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetQueryValue?: number;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** User. @default - given by another source */
  readonly username?: string;
  /** Password. @default - given by another source */
  readonly password?: string;
}

/** A number that a saved search of Splunk gives. */
export interface SplunkTriggerProps extends TriggerProps {
  /** Host of the server. */
  readonly host: string;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** Target value. */
  readonly targetValue: number;
  /** Value above which the function wakes. */
  readonly activationValue: number;
  /** Saved search name. */
  readonly savedSearchName: string;
  /** Value field. */
  readonly valueField: string;
}

/** A metric of Splunk Observability Cloud. */
export interface SplunkObservabilityTriggerProps extends TriggerProps {
  /** Query that gives one number. */
  readonly query: string;
  /** Duration. */
  readonly duration: number;
  /** Target value. */
  readonly targetValue: number;
  /** Query aggregator. One of min, max, avg, sum, count, latest. @default "avg" */
  readonly queryAggregator?: string;
  /** Value above which the function wakes. */
  readonly activationTargetValue: number;
}

/** A number that a query of Sumo Logic gives. */
export interface SumologicTriggerProps extends TriggerProps {
  /** Host of the server. */
  readonly host: string;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** Query type. One of logs, metrics. */
  readonly queryType: string;
  /** Query that gives one number. @default - none, or the scaler's own */
  readonly query?: string;
  /** Whether an answer without a value is 0, not an error. @default false */
  readonly ignoreNullValues?: boolean;
  /** Result query row ID. @default - none, or the scaler's own */
  readonly resultQueryRowID?: string;
  /** Quantization. @default - none, or the scaler's own */
  readonly quantization?: Duration;
  /** Rollup. One of Avg, Sum, Count, Min, Max. @default "Avg" */
  readonly rollup?: string;
  /** Result field. @default - none, or the scaler's own */
  readonly resultField?: string;
  /** Logs polling interval. @default - none, or the scaler's own */
  readonly logsPollingInterval?: Duration;
  /** Max retries. @default - none, or the scaler's own */
  readonly maxRetries?: number;
  /** Timerange. */
  readonly timerange: Duration;
  /** Timezone. @default "UTC" */
  readonly timezone?: string;
  /** Value above which the function wakes. @default 0 */
  readonly activationThreshold?: number;
  /** Query aggregator. One of Latest, Avg, Sum, Count, Min, Max. @default "Avg" */
  readonly queryAggregator?: string;
  /** Number a pod. */
  readonly threshold: number;
  /** What else the scaler is told, each with a name that begins with query.. @default - nothing */
  readonly metadata?: { [name: string]: string };
}

/** Tasks that wait in a queue of Temporal. */
export interface TemporalTriggerProps extends TriggerProps {
  /** Endpoint. @default - given by another source */
  readonly endpoint?: string;
  /** Variable of the container that holds endpoint. @default - none */
  readonly endpointFromEnv?: string;
  /** Namespace. @default "default" */
  readonly namespace?: string;
  /** Variable of the container that holds namespace. @default - none */
  readonly namespaceFromEnv?: string;
  /** Value above which the function wakes. @default 0 */
  readonly activationTargetQueueSize?: number;
  /** Target queue size. @default 5 */
  readonly targetQueueSize?: number;
  /** Task queue. @default - given by another source */
  readonly taskQueue?: string;
  /** Variable of the container that holds taskQueue. @default - none */
  readonly taskQueueFromEnv?: string;
  /** Queue types. @default - none, or the scaler's own */
  readonly queueTypes?: string[];
  /** Worker deployment name. @default - none, or the scaler's own */
  readonly workerDeploymentName?: string;
  /** Variable of the container that holds workerDeploymentName. @default - none */
  readonly workerDeploymentNameFromEnv?: string;
  /** Worker deployment build id. @default - none, or the scaler's own */
  readonly workerDeploymentBuildId?: string;
  /** Variable of the container that holds workerDeploymentBuildId. @default - none */
  readonly workerDeploymentBuildIdFromEnv?: string;
  /** Include running workflow count. @default false */
  readonly includeRunningWorkflowCount?: boolean;
  /** Workflow task queue for count. @default - none, or the scaler's own */
  readonly workflowTaskQueueForCount?: string;
  /** Variable of the container that holds workflowTaskQueueForCount. @default - none */
  readonly workflowTaskQueueForCountFromEnv?: string;
  /** Variable of the container that holds apiKey. @default - none */
  readonly apiKeyFromEnv?: string;
  /** Min connect timeout. @default 5 */
  readonly minConnectTimeout?: number;
  /** Whether the server is asked over TLS. @default true */
  readonly enableTLS?: boolean;
  /** Whether the certificate of the server is not checked. @default - none, or the scaler's own */
  readonly unsafeSsl?: boolean;
  /** Tls server name. @default - none, or the scaler's own */
  readonly tlsServerName?: string;
}
