// Written by npm run triggers.
import { ScalerTrigger, type TriggerProps, type UntypedTriggerProps } from '../scaler-trigger';
import type * as Props from './props';

/** What makes KEDA scale a function: one of its 79 scalers, and what that is told. */
export class Trigger extends ScalerTrigger {
  /** Messages in a queue of ActiveMQ. */
  public static activemq(props: Props.ActivemqTriggerProps): Trigger {
    return new Trigger('activemq', props);
  }

  /** Lag of a consumer group of Apache Kafka, by another client than kafka has. */
  public static apacheKafka(props: Props.ApacheKafkaTriggerProps): Trigger {
    return new Trigger('apache-kafka', props);
  }

  /** A number that a query of ArangoDB gives. */
  public static arangodb(props: Props.ArangodbTriggerProps): Trigger {
    return new Trigger('arangodb', props);
  }

  /** Messages in a queue of ActiveMQ Artemis. */
  public static artemisQueue(props: Props.ArtemisQueueTriggerProps): Trigger {
    return new Trigger('artemis-queue', props);
  }

  /** A metric of Amazon CloudWatch. */
  public static awsCloudwatch(props: Props.AwsCloudwatchTriggerProps): Trigger {
    return new Trigger('aws-cloudwatch', props);
  }

  /** Items that a query of Amazon DynamoDB finds. */
  public static awsDynamodb(props: Props.AwsDynamodbTriggerProps): Trigger {
    return new Trigger('aws-dynamodb', props);
  }

  /** Shards of a stream of Amazon DynamoDB. */
  public static awsDynamodbStreams(props: Props.AwsDynamodbStreamsTriggerProps): Trigger {
    return new Trigger('aws-dynamodb-streams', props);
  }

  /** Shards of a stream of Amazon Kinesis. */
  public static awsKinesisStream(props: Props.AwsKinesisStreamTriggerProps): Trigger {
    return new Trigger('aws-kinesis-stream', props);
  }

  /** Messages in a queue of Amazon SQS. */
  public static awsSqsQueue(props: Props.AwsSqsQueueTriggerProps): Trigger {
    return new Trigger('aws-sqs-queue', props);
  }

  /** A metric of Azure Application Insights. */
  public static azureAppInsights(props: Props.AzureAppInsightsTriggerProps): Trigger {
    return new Trigger('azure-app-insights', props);
  }

  /** Blobs in a container of Azure Storage. */
  public static azureBlob(props: Props.AzureBlobTriggerProps): Trigger {
    return new Trigger('azure-blob', props);
  }

  /** Lag of a change feed of Azure Cosmos DB. */
  public static azureCosmosdb(props: Props.AzureCosmosdbTriggerProps): Trigger {
    return new Trigger('azure-cosmosdb', props);
  }

  /** A number that a query of Azure Data Explorer gives. */
  public static azureDataExplorer(props: Props.AzureDataExplorerTriggerProps): Trigger {
    return new Trigger('azure-data-explorer', props);
  }

  /** Events of an Azure Event Hub that are not processed yet. */
  public static azureEventhub(props: Props.AzureEventhubTriggerProps): Trigger {
    return new Trigger('azure-eventhub', props);
  }

  /** A number that a query of Azure Log Analytics gives. */
  public static azureLogAnalytics(props: Props.AzureLogAnalyticsTriggerProps): Trigger {
    return new Trigger('azure-log-analytics', props);
  }

  /** A metric of Azure Monitor. */
  public static azureMonitor(props: Props.AzureMonitorTriggerProps): Trigger {
    return new Trigger('azure-monitor', props);
  }

  /** Jobs that wait for an agent of Azure Pipelines. */
  public static azurePipelines(props: Props.AzurePipelinesTriggerProps): Trigger {
    return new Trigger('azure-pipelines', props);
  }

  /** Messages in a queue of Azure Storage. */
  public static azureQueue(props: Props.AzureQueueTriggerProps): Trigger {
    return new Trigger('azure-queue', props);
  }

  /** Messages in a queue or subscription of Azure Service Bus. */
  public static azureServicebus(props: Props.AzureServicebusTriggerProps): Trigger {
    return new Trigger('azure-servicebus', props);
  }

  /** Jobs in a tube of Beanstalkd. */
  public static beanstalkd(props: Props.BeanstalkdTriggerProps): Trigger {
    return new Trigger('beanstalkd', props);
  }

  /** A number that a query of Apache Cassandra gives. */
  public static cassandra(props: Props.CassandraTriggerProps): Trigger {
    return new Trigger('cassandra', props);
  }

  /** A number that a query of ClickHouse gives. */
  public static clickhouse(props: Props.ClickhouseTriggerProps): Trigger {
    return new Trigger('clickhouse', props);
  }

  /** Documents that a query of CouchDB finds. */
  public static couchdb(props: Props.CouchdbTriggerProps): Trigger {
    return new Trigger('couchdb', props);
  }

  /** CPU that the pods use; never scales to zero by itself. */
  public static cpu(props: Props.CpuTriggerProps): Trigger {
    return new Trigger('cpu', props);
  }

  /** The time: a number of pods between two schedules. */
  public static cron(props: Props.CronTriggerProps): Trigger {
    return new Trigger('cron', props);
  }

  /** A metric of Datadog. */
  public static datadog(props: Props.DatadogTriggerProps): Trigger {
    return new Trigger('datadog', props);
  }

  /** A metric of Dynatrace. */
  public static dynatrace(props: Props.DynatraceTriggerProps): Trigger {
    return new Trigger('dynatrace', props);
  }

  /** What a job of Elasticsearch forecasts. */
  public static elasticForecast(props: Props.ElasticForecastTriggerProps): Trigger {
    return new Trigger('elastic-forecast', props);
  }

  /** A number that a search of Elasticsearch gives. */
  public static elasticsearch(props: Props.ElasticsearchTriggerProps): Trigger {
    return new Trigger('elasticsearch', props);
  }

  /** A number under a key of etcd. */
  public static etcd(props: Props.EtcdTriggerProps): Trigger {
    return new Trigger('etcd', props);
  }

  /** What a server of your own says when it is asked. */
  public static external(props: Props.ExternalTriggerProps): Trigger {
    return new Trigger('external', props);
  }

  /** What a server of your own says by itself. */
  public static externalPush(props: Props.ExternalPushTriggerProps): Trigger {
    return new Trigger('external-push', props);
  }

  /** Jobs that wait for a runner of Forgejo. */
  public static forgejoRunner(props: Props.ForgejoRunnerTriggerProps): Trigger {
    return new Trigger('forgejo-runner', props);
  }

  /** Tasks in a queue of Google Cloud Tasks. @deprecated This scaler is deprecated. More info -> 'https://keda.sh/blog/2025-09-15-gcp-deprecations' */
  public static gcpCloudtasks(props: Props.GcpCloudtasksTriggerProps): Trigger {
    return new Trigger('gcp-cloudtasks', props);
  }

  /** Messages of a subscription or topic of Google Cloud Pub/Sub. @deprecated This scaler is deprecated. More info -> 'https://keda.sh/blog/2025-09-15-gcp-deprecations' */
  public static gcpPubsub(props: Props.GcpPubsubTriggerProps): Trigger {
    return new Trigger('gcp-pubsub', props);
  }

  /** A number that a query of Google Cloud Spanner gives. */
  public static gcpSpanner(props: Props.GcpSpannerTriggerProps): Trigger {
    return new Trigger('gcp-spanner', props);
  }

  /** A metric of Google Cloud Monitoring. @deprecated This scaler is deprecated. More info -> 'https://keda.sh/blog/2025-09-15-gcp-deprecations' */
  public static gcpStackdriver(props: Props.GcpStackdriverTriggerProps): Trigger {
    return new Trigger('gcp-stackdriver', props);
  }

  /** Objects in a bucket of Google Cloud Storage. */
  public static gcpStorage(props: Props.GcpStorageTriggerProps): Trigger {
    return new Trigger('gcp-storage', props);
  }

  /** Jobs that wait for a runner of GitHub. */
  public static githubRunner(props: Props.GithubRunnerTriggerProps): Trigger {
    return new Trigger('github-runner', props);
  }

  /** A number that a query of Graphite gives. */
  public static graphite(props: Props.GraphiteTriggerProps): Trigger {
    return new Trigger('graphite', props);
  }

  /** A metric of Huawei Cloud Eye. */
  public static huaweiCloudeye(props: Props.HuaweiCloudeyeTriggerProps): Trigger {
    return new Trigger('huawei-cloudeye', props);
  }

  /** Messages in a queue of IBM MQ. */
  public static ibmmq(props: Props.IbmmqTriggerProps): Trigger {
    return new Trigger('ibmmq', props);
  }

  /** A number that a query of InfluxDB gives. */
  public static influxdb(props: Props.InfluxdbTriggerProps): Trigger {
    return new Trigger('influxdb', props);
  }

  /** Lag of a consumer group of Apache Kafka. */
  public static kafka(props: Props.KafkaTriggerProps): Trigger {
    return new Trigger('kafka', props);
  }

  /** A number in an object of Kubernetes. */
  public static kubernetesResource(props: Props.KubernetesResourceTriggerProps): Trigger {
    return new Trigger('kubernetes-resource', props);
  }

  /** Pods that a selector finds. */
  public static kubernetesWorkload(props: Props.KubernetesWorkloadTriggerProps): Trigger {
    return new Trigger('kubernetes-workload', props);
  }

  /** Lag of a group of Liiklus. @deprecated This scaler is DEPRECATED and will be removed in v2.24 due to the upstream Liiklus project no longer being maintained */
  public static liiklus(props: Props.LiiklusTriggerProps): Trigger {
    return new Trigger('liiklus', props);
  }

  /** A number that a query of Loki gives. */
  public static loki(props: Props.LokiTriggerProps): Trigger {
    return new Trigger('loki', props);
  }

  /** Memory that the pods use; never scales to zero by itself. */
  public static memory(props: Props.MemoryTriggerProps): Trigger {
    return new Trigger('memory', props);
  }

  /** A number in what a URL answers. */
  public static metricsApi(props: Props.MetricsApiTriggerProps): Trigger {
    return new Trigger('metrics-api', props);
  }

  /** Documents that a query of MongoDB finds. */
  public static mongodb(props: Props.MongodbTriggerProps): Trigger {
    return new Trigger('mongodb', props);
  }

  /** A number that a query of Microsoft SQL Server gives. */
  public static mssql(props: Props.MssqlTriggerProps): Trigger {
    return new Trigger('mssql', props);
  }

  /** A number that a query of MySQL gives. */
  public static mysql(props: Props.MysqlTriggerProps): Trigger {
    return new Trigger('mysql', props);
  }

  /** Lag of a consumer of NATS JetStream. */
  public static natsJetstream(props: Props.NatsJetstreamTriggerProps): Trigger {
    return new Trigger('nats-jetstream', props);
  }

  /** A number that a query of New Relic gives. */
  public static newRelic(props: Props.NewRelicTriggerProps): Trigger {
    return new Trigger('new-relic', props);
  }

  /** Messages in a channel of NSQ. */
  public static nsq(props: Props.NsqTriggerProps): Trigger {
    return new Trigger('nsq', props);
  }

  /** A number that a search of OpenSearch gives. */
  public static opensearch(props: Props.OpensearchTriggerProps): Trigger {
    return new Trigger('opensearch', props);
  }

  /** A metric of OpenStack. */
  public static openstackMetric(props: Props.OpenstackMetricTriggerProps): Trigger {
    return new Trigger('openstack-metric', props);
  }

  /** Objects in a container of OpenStack Swift. */
  public static openstackSwift(props: Props.OpenstackSwiftTriggerProps): Trigger {
    return new Trigger('openstack-swift', props);
  }

  /** A number that a query of PostgreSQL gives. */
  public static postgresql(props: Props.PostgresqlTriggerProps): Trigger {
    return new Trigger('postgresql', props);
  }

  /** What PredictKube foretells of a metric of Prometheus. */
  public static predictkube(props: Props.PredictkubeTriggerProps): Trigger {
    return new Trigger('predictkube', props);
  }

  /** A number that a query of Prometheus gives. */
  public static prometheus(props: Props.PrometheusTriggerProps): Trigger {
    return new Trigger('prometheus', props);
  }

  /** Messages of a subscription of Apache Pulsar that wait. */
  public static pulsar(props: Props.PulsarTriggerProps): Trigger {
    return new Trigger('pulsar', props);
  }

  /** Messages in a queue of RabbitMQ, or their rate. */
  public static rabbitmq(props: Props.RabbitmqTriggerProps): Trigger {
    return new Trigger('rabbitmq', props);
  }

  /** Length of a list of Redis. */
  public static redis(props: Props.RedisTriggerProps): Trigger {
    return new Trigger('redis', props);
  }

  /** Length of a list of a Redis cluster. */
  public static redisCluster(props: Props.RedisClusterTriggerProps): Trigger {
    return new Trigger('redis-cluster', props);
  }

  /** Entries of a stream of a Redis cluster. */
  public static redisClusterStreams(props: Props.RedisClusterStreamsTriggerProps): Trigger {
    return new Trigger('redis-cluster-streams', props);
  }

  /** Length of a list of Redis behind Sentinel. */
  public static redisSentinel(props: Props.RedisSentinelTriggerProps): Trigger {
    return new Trigger('redis-sentinel', props);
  }

  /** Entries of a stream of Redis behind Sentinel. */
  public static redisSentinelStreams(props: Props.RedisSentinelStreamsTriggerProps): Trigger {
    return new Trigger('redis-sentinel-streams', props);
  }

  /** Entries of a stream of Redis. */
  public static redisStreams(props: Props.RedisStreamsTriggerProps): Trigger {
    return new Trigger('redis-streams', props);
  }

  /** Sessions that wait in a Selenium Grid. */
  public static seleniumGrid(props: Props.SeleniumGridTriggerProps): Trigger {
    return new Trigger('selenium-grid', props);
  }

  /** Traffic of clients of Solace PubSub+. */
  public static solaceDirectMessaging(props: Props.SolaceDirectMessagingTriggerProps): Trigger {
    return new Trigger('solace-direct-messaging', props);
  }

  /** Messages in a queue of Solace PubSub+. */
  public static solaceEventQueue(props: Props.SolaceEventQueueTriggerProps): Trigger {
    return new Trigger('solace-event-queue', props);
  }

  /** A metric of SolarWinds. */
  public static solarwinds(props: Props.SolarwindsTriggerProps): Trigger {
    return new Trigger('solarwinds', props);
  }

  /** Documents that a query of Apache Solr finds. */
  public static solr(props: Props.SolrTriggerProps): Trigger {
    return new Trigger('solr', props);
  }

  /** A number that a saved search of Splunk gives. */
  public static splunk(props: Props.SplunkTriggerProps): Trigger {
    return new Trigger('splunk', props);
  }

  /** A metric of Splunk Observability Cloud. */
  public static splunkObservability(props: Props.SplunkObservabilityTriggerProps): Trigger {
    return new Trigger('splunk-observability', props);
  }

  /** A number that a query of Sumo Logic gives. */
  public static sumologic(props: Props.SumologicTriggerProps): Trigger {
    return new Trigger('sumologic', props);
  }

  /** Tasks that wait in a queue of Temporal. */
  public static temporal(props: Props.TemporalTriggerProps): Trigger {
    return new Trigger('temporal', props);
  }

  /** A scaler that is not known here, or one that is told what is not known here: its metadata is not checked. */
  public static untyped(type: string, props: UntypedTriggerProps): Trigger {
    return new Trigger(type, props);
  }

  /** @internal */
  public static _of(type: string, props: TriggerProps): Trigger {
    return new Trigger(type, props);
  }

  private constructor(type: string, props: TriggerProps) {
    super(type, props);
  }
}
