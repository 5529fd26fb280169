import { allScalers } from '../../lib/triggers/scalers';
import { type Example, examplesOf } from '../../scripts/scalers/examples';
import examples from './keda-docs/examples.json';
import { problemsOf } from './read';

/** What is wrong with an example itself: page, and the number of the trigger on it. */
const WRONG: { readonly [reason: string]: readonly string[] } = {
  'is not YAML': ['azure-data-explorer 2', 'azure-data-explorer 3', 'datadog 2', 'openstack-metric 3'],
  'has placeholders in place of values': [
    ...['authentication-providers/hashicorp-vault 1', 'concepts/authentication 1', 'concepts/authentication 2'],
    ...['concepts/scaling-deployments 3', 'concepts/scaling-deployments 4', 'concepts/scaling-deployments 5'],
    ...['reference/scaledobject-spec 1', 'reference/scaledobject-spec 2', 'reference/scaledobject-spec 3'],
    ...['azure-pipelines 1', 'azure-storage-queue 1', 'etcd 1', 'github-runner 1', 'ibm-mq 1', 'ibm-mq 2', 'ibm-mq 3'],
    ...['prometheus 9'],
  ],
  'has keys without a value, which KEDA takes as not given': [
    ...['artemis 1', 'artemis 2', 'aws-cloudwatch 1', 'aws-dynamodb-streams 1', 'aws-dynamodb 1', 'aws-kinesis 1'],
    ...['aws-sqs 1', 'cpu 1', 'gcp-storage 1', 'memory 1', 'pulsar 1', 'selenium-grid-scaler 1'],
  ],
  'shows the trigger without the authentication that it needs': [
    ...['activemq 1', 'apache-kafka 1', 'artemis 4', 'cassandra 1', 'dynatrace 1', 'forgejo 1', 'openstack-metric 1'],
    ...['openstack-swift 1', 'predictkube 1', 'solr 1', 'splunk-observability 1', 'splunk 1'],
  ],
  'shows together what excludes each other': [
    ...['azure-service-bus 1', 'azure-service-bus 2', 'rabbitmq-queue 1', 'redis-cluster-lists 1'],
    ...['redis-cluster-streams 1', 'redis-lists 1', 'redis-sentinel-lists 1', 'redis-sentinel-streams 1'],
    ...['redis-streams 1'],
  ],
  'leaves out what KEDA requires': ['azure-monitor 1', 'cassandra 2', 'cassandra 3', 'dynatrace 4'],
  'has the name of a variable with a backtick': ['azure-app-insights 1'],
  'has a URL that is none': ['concepts/scaling-jobs 1'],
  'has what KEDA does not read, or not there': [
    ...['apache-kafka 8', 'arangodb 3', 'azure-data-explorer 1', 'azure-data-explorer 4', 'azure-log-analytics 1'],
    ...['couchdb 2', 'external-push 1', 'external 1', 'pulsar 7', 'rabbitmq-queue 9', 'splunk-observability 2'],
  ],
  'has what KEDA 2.21 no longer takes': [
    ...['migration 1', 'gcp-pub-sub 1', 'huawei-cloudeye 1', 'huawei-cloudeye 2', 'temporal 1'],
    ...['nats-streaming 1', 'nats-streaming 2', 'nats-streaming 3', 'nats-streaming 4'],
  ],
  'has `type` in its metadata, which metricType took the place of': ['datadog 1', 'datadog 3', 'datadog 4'],
};
const PER_EXAMPLE = new Map(
  Object.entries(WRONG).flatMap(([reason, all]) =>
    all.map((where): [string, string] => [
      where.includes('/') || where === 'migration 1' ? where : `scalers/${where}`,
      reason,
    ]),
  ),
);

const refused = ({ trigger }: Example) => problemsOf(JSON.stringify(trigger));

/** New in 2.21: their pages came after those that this list was made of. */
const NEW = ['azure-cosmosdb', 'clickhouse', 'gcp-spanner'];

test('there are examples of every scaler', () => {
  expect(examples.length).toBeGreaterThanOrEqual(303);
  const shown = new Set(examples.map(({ trigger }: Example) => trigger.type));
  expect(Object.keys(allScalers()).filter((type) => !shown.has(type) && !NEW.includes(type))).toEqual([]);
});

test('no example stands in the list twice, and each that does is there', () => {
  const all = Object.values(WRONG).flat();
  expect(new Set(all).size).toBe(all.length);
  const there = new Set(examples.map(({ where }) => where));
  expect([...PER_EXAMPLE.keys()].filter((where) => !there.has(where))).toEqual([]);
});

test.each(examples.map((example) => [example.where, example] as const))('%s', (where, example) => {
  const reason = PER_EXAMPLE.get(where);
  if (reason === undefined) expect(refused(example)).toEqual([]);
  else expect([reason, refused(example).length]).not.toEqual([reason, 0]);
});

test('an example of a page is its trigger, with the authentication that stands beside it', () => {
  const page = [
    '```yaml',
    'triggers:',
    '- type: redis',
    '  metadata: { listName: jobs }',
    '  authenticationRef: { name: redis }',
    '---',
    'kind: TriggerAuthentication',
    'metadata: { name: redis }',
    'spec: { secretTargetRef: [{ parameter: password, name: redis, key: password }] }',
    '```',
  ];
  const secretTargetRef = [{ parameter: 'password', name: 'redis', key: 'password' }];
  expect(examplesOf('scalers/redis.md', page.join('\n'))).toEqual([
    { where: 'scalers/redis 1', trigger: { type: 'redis', listName: 'jobs', authentication: { secretTargetRef } } },
  ]);
});
