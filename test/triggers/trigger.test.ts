import { Duration } from 'cdk8s';
import { AuthenticationKind, MetricTargetType, PodIdentityProvider, Trigger, TriggerAuthentication } from '../../lib';
import { problemsInCode, problemsOf, render, renderYaml } from './read';

const KAFKA = { bootstrapServers: ['a:9092', 'b:9092'], consumerGroup: 'orders', topic: 'orders' };

test('values are written as the texts that KEDA reads', () => {
  const { triggers } = render([
    Trigger.kafka({ ...KAFKA, lagThreshold: 50, allowIdleConsumers: true, name: 'lag' }),
    Trigger.prometheus({
      serverAddress: 'http://prometheus:9090',
      query: 'sum(up)',
      threshold: 0.5,
      timeout: Duration.seconds(90),
      customHeaders: { 'X-Team': 'shop', 'X-Env': 'prod' },
      metricType: MetricTargetType.VALUE,
      useCachedMetrics: true,
    }),
  ]);
  expect(triggers).toEqual([
    {
      type: 'kafka',
      name: 'lag',
      metadata: {
        bootstrapServers: 'a:9092,b:9092',
        consumerGroup: 'orders',
        topic: 'orders',
        lagThreshold: '50',
        allowIdleConsumers: 'true',
      },
    },
    {
      type: 'prometheus',
      metricType: 'Value',
      useCachedMetrics: true,
      metadata: {
        serverAddress: 'http://prometheus:9090',
        query: 'sum(up)',
        threshold: '0.5',
        timeout: '1m30s',
        customHeaders: 'X-Team=shop,X-Env=prod',
      },
    },
  ]);
});

test('YAML has each value by its type, or as the text that KEDA reads', () => {
  const typed = `- { type: kafka, bootstrapServers: [a:1, b:1], consumerGroup: g, topic: t, lagThreshold: 5, fullMetadata: true }
- { type: metrics-api, targetValue: 1.5, url: http://a, valueLocation: v, timeout: 1m30s }
- { type: cpu, value: 60, metricType: Utilization }
- { type: prometheus, serverAddress: http://a, query: q, threshold: 1, queryParameters: { a: b, c: d } }`;
  const texts = `- { type: kafka, bootstrapServers: 'a:1,b:1', consumerGroup: g, topic: t, lagThreshold: '5', fullMetadata: 'true' }
- { type: metrics-api, targetValue: '1.5', url: http://a, valueLocation: v, timeout: '90000' }
- { type: cpu, value: '60', metricType: Utilization }
- { type: prometheus, serverAddress: http://a, query: q, threshold: '1', queryParameters: 'a=b,c=d' }`;
  const { triggers } = renderYaml(typed);
  expect(renderYaml(texts).triggers).toEqual(triggers);
  expect(triggers.map(({ metadata }: { metadata: object }) => metadata)).toEqual([
    { bootstrapServers: 'a:1,b:1', consumerGroup: 'g', topic: 't', lagThreshold: '5', fullMetadata: 'true' },
    { targetValue: '1.5', url: 'http://a', valueLocation: 'v', timeout: '1m30s' },
    { value: '60' },
    { serverAddress: 'http://a', query: 'q', threshold: '1', queryParameters: 'a=b,c=d' },
  ]);
});

test.each([
  ['lagThreshold: many', 'lagThreshold "many" is invalid; allowed: a whole number'],
  ['lagThreshold: 1.5', 'lagThreshold 1.5 is invalid; allowed: a whole number'],
  ['allowIdleConsumers: yes', 'allowIdleConsumers "yes" is invalid; allowed: true, false'],
  ['version: 2.0', 'version 2 is invalid; allowed: a string that is not empty; quote numbers and booleans'],
  ['version: ""', 'version "" is invalid; allowed: a string that is not empty; quote numbers and booleans'],
  ['offsetResetPolicy: first', 'offsetResetPolicy "first" is invalid; allowed: latest, earliest'],
  ['sasl: PLAINTEXT', 'sasl "PLAINTEXT" is invalid; allowed: lower case, "plaintext"'],
  ['name: a b', 'name "a b" is invalid; allowed: letters, digits, "_", "-" and "."'],
  ['metricType: Average', 'metricType "Average" is invalid; allowed: AverageValue, Value, Utilization'],
  ['metricType: Utilization', 'metricType "Utilization" is not a metric type of kafka; allowed: AverageValue, Value'],
])('kafka, %s', (line, problem) => {
  const yaml = `{ type: kafka, bootstrapServers: [a:1], consumerGroup: g, topic: t, ${line} }`;
  expect(problemsOf(yaml)).toEqual([expect.stringContaining(`triggers[0].${problem}`)]);
});

test.each([
  ['{ type: kafk }', 'type "kafk" is not a scaler of KEDA; did you mean kafka? allowed: activemq, '],
  ['{ typ: kafka }', 'typ is an unknown key; did you mean type? allowed: type, and the parameters of a scaler'],
  ['{}', 'type is missing; allowed: activemq, apache-kafka, '],
  ['{ type: 5 }', 'type 5 is not a scaler of KEDA; allowed: '],
  [
    '{ type: cron, metadata: { start: 1 } }',
    'metadata is an unknown key; allowed: the parameters beside type, or untyped in place of metadata',
  ],
  [
    '{ type: cpu, value: 5, authenticationRef: { name: x } }',
    'authenticationRef is an unknown key; allowed: authentication, with the same name and kind',
  ],
  ['{ type: gcp-pubsub, subscriptionSize: 5 }', 'subscriptionSize is no longer taken by KEDA; allowed: mode and value'],
  [
    '{ type: kafka, username: me }',
    'username is not read from the metadata; allowed: authentication with the parameter username',
  ],
  [
    '{ type: postgresql, password: me }',
    'password is not read from the metadata; allowed: passwordFromEnv, or authentication with the parameter password',
  ],
  ['{ type: cron, start: x }', 'desiredReplicas is missing; allowed: a whole number'],
  ['{ type: redis, listName: l, address: a:1, addresses: b:1 }', 'addresses is given beside address; allowed: '],
])('%s', (yaml, problem) => {
  expect(problemsOf(yaml)).toContainEqual(expect.stringContaining(`triggers[0].${problem}`));
});

test('what is no map is no trigger', () => {
  expect(problemsOf('kafka')).toEqual([
    'triggers[0] "kafka" is invalid; allowed: a map with type, the scaler, and its parameters',
  ]);
});

test('a required parameter may come from any source that KEDA reads', () => {
  const base = 'type: activemq, managementEndpoint: a:1, destinationName: q, brokerName: b, username: u';
  expect(problemsOf(`{ ${base} }`)).toEqual([
    'triggers[0].password is missing; allowed: password, or passwordFromEnv, or authentication with the parameter password',
  ]);
  const ref = 'secretTargetRef: [{ parameter: password, name: s, key: k }]';
  for (const given of [
    'password: p',
    'passwordFromEnv: P',
    `authentication: { ${ref} }`,
    'authentication: { name: made-elsewhere }',
  ])
    expect([given, problemsOf(`{ ${base}, ${given} }`)]).toEqual([given, []]);
  expect(problemsOf(`{ ${base}, authentication: { ${ref.replace('password', 'username')} } }`)).toEqual([
    expect.stringContaining('triggers[0].password is missing'),
  ]);
});

test('a parameter that only authentication gives is told at it', () => {
  const yaml =
    'type: openstack-metric, metricsURL: http://a, metricID: m, aggregationMethod: mean, granularity: 5, threshold: 1';
  expect(problemsOf(`{ ${yaml} }`)).toEqual([
    'triggers[0].authentication is missing; allowed: authentication with the parameter authURL',
  ]);
});

test('variables that the container must have', () => {
  expect(Trigger.rabbitmq({ queueName: 'q', hostFromEnv: 'RABBITMQ' }).variables).toEqual(['RABBITMQ']);
  expect(problemsOf('{ type: rabbitmq, queueName: q, hostFromEnv: a-b }')).toEqual([
    expect.stringContaining('triggers[0].hostFromEnv "a-b" is invalid'),
  ]);
});

describe('what is not known here', () => {
  test('an untyped trigger is handed on', () => {
    const expected = [{ type: 'my-scaler', name: 'mine', metadata: { anything: 'goes' } }];
    expect(render([Trigger.untyped('my-scaler', { name: 'mine', untyped: { anything: 'goes' } })]).triggers).toEqual(
      expected,
    );
    expect(renderYaml('[{ type: my-scaler, name: mine, untyped: { anything: goes } }]').triggers).toEqual(expected);
  });

  test('its values are texts, and it has no parameters', () => {
    expect(problemsOf('{ type: kafka, untyped: { lagThreshold: 5 } }')).toEqual([
      'triggers[0].untyped.lagThreshold 5 is invalid; allowed: a string; quote numbers and booleans',
    ]);
    expect(problemsOf('{ type: kafka, untyped: {}, topic: t }')).toEqual([
      expect.stringContaining('triggers[0].topic is an unknown key'),
    ]);
  });

  test('a server of one’s own is told what it likes', () => {
    const yaml = '{ type: external, scalerAddress: a:1, metadata: { queue: q } }';
    expect(renderYaml(`[${yaml}]`).triggers).toEqual([
      { type: 'external', metadata: { scalerAddress: 'a:1', queue: 'q' } },
    ]);
    expect(problemsOf('{ type: external, scalerAddres: a:1, metadata: { enableTLS: x } }')).toEqual([
      expect.stringContaining('triggers[0].scalerAddres is an unknown key; did you mean scalerAddress?'),
      expect.stringContaining('triggers[0].scalerAddress is missing'),
      expect.stringContaining('triggers[0].metadata.enableTLS stands beside type'),
    ]);
  });

  test('queries of Sumo Logic have names of their own', () => {
    const sumologic = (metadata: string) =>
      problemsOf(`{ type: sumologic, host: h, queryType: metrics, metadata: ${metadata} }`);
    const of = (lines: string[]) => lines.filter((line) => line.includes('metadata'));
    expect(of(sumologic('{ query.A: a, query.B: b }'))).toEqual([]);
    expect(of(sumologic('{ other: a }'))).toEqual([
      expect.stringContaining(
        'triggers[0].metadata.other is not a valid name; allowed: a name that begins with query.',
      ),
    ]);
  });
});

test('a parameter that code gives past the compiler is refused too', () => {
  const props = { ...KAFKA, lagTreshold: 5 };
  expect(problemsInCode(Trigger.kafka(props))).toEqual([
    expect.stringContaining('triggers[0].lagTreshold is an unknown key; did you mean lagThreshold?'),
  ]);
  expect(problemsInCode({} as Trigger)).toEqual([expect.stringContaining('triggers[0].type is missing')]);
});

describe('authentication', () => {
  const cron = 'type: kafka, bootstrapServers: [a:1], consumerGroup: g, topic: t';
  const SECRET = [{ parameter: 'username', name: 'kafka', key: 'user' }];

  test('made elsewhere', () => {
    const { triggers, objects } = render([
      Trigger.kafka({ ...KAFKA, authentication: TriggerAuthentication.named('kafka') }),
      Trigger.kafka({ ...KAFKA, topic: 'b', authentication: TriggerAuthentication.clusterNamed('shared') }),
    ]);
    expect(triggers.map((each: { authenticationRef: object }) => each.authenticationRef)).toEqual([
      { name: 'kafka' },
      { name: 'shared', kind: AuthenticationKind.CLUSTER_TRIGGER_AUTHENTICATION },
    ]);
    expect(objects).toEqual([]);
  });

  test('made here, once for triggers that share it', () => {
    const first = TriggerAuthentication.of({ secretTargetRef: SECRET });
    const { triggers, objects } = render([
      Trigger.kafka({ ...KAFKA, authentication: first }),
      Trigger.kafka({ ...KAFKA, topic: 'b', authentication: TriggerAuthentication.of({ secretTargetRef: SECRET }) }),
      Trigger.kafka({
        ...KAFKA,
        topic: 'c',
        authentication: TriggerAuthentication.of({
          podIdentity: { provider: PodIdentityProvider.AWS, roleArn: 'arn:aws:iam::1:role/a', externalId: 'x' },
        }),
      }),
    ]);
    expect(triggers.map((each: { authenticationRef: object }) => each.authenticationRef)).toEqual([
      { name: 'fn-orders' },
      { name: 'fn-orders' },
      { name: 'fn-orders-2' },
    ]);
    expect(objects).toEqual([
      {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        metadata: { name: 'fn-orders', namespace: 'fn-shop' },
        spec: { secretTargetRef: SECRET },
      },
      {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        metadata: { name: 'fn-orders-2', namespace: 'fn-shop' },
        spec: { podIdentity: { provider: 'aws', roleArn: 'arn:aws:iam::1:role/a', externalID: 'x' } },
      },
    ]);
  });

  test.each([
    ['{}', 'authentication has neither name nor source; allowed: name, or one or more of podIdentity, secretTargetRef'],
    ['{ kind: TriggerAuthentication }', 'authentication.name is missing; allowed: the name, beside kind'],
    [
      '{ name: a, env: [{ parameter: username, name: A }] }',
      'authentication.env is given beside name; allowed: the name of what was made elsewhere',
    ],
    [
      '{ env: [{ parameter: username, name: A }], secretTargetRef: [{ parameter: username, name: a, key: b }] }',
      'authentication.env[0].parameter "username" is given by two sources; allowed: one source a parameter',
    ],
    [
      '{ secretTargetRef: [{ parameter: usernam, name: a, key: b }] }',
      'authentication.secretTargetRef[0].parameter "usernam" is not a parameter of kafka; did you mean username?',
    ],
    [
      '{ secretTargetRef: [{ parameter: topic, name: a, key: b }] }',
      'authentication.secretTargetRef[0].parameter "topic" is not read from an authentication by kafka; allowed: tls, ca',
    ],
    ['{ secretTargetReff: [] }', 'authentication.secretTargetReff is an unknown key; did you mean secretTargetRef?'],
    [
      '{ podIdentity: { provider: gcp, roleArn: "arn:a" } }',
      'authentication.podIdentity.roleArn "arn:a" is given, and the provider is gcp; allowed: with provider: aws',
    ],
    [
      '{ podIdentity: { provider: azure-workload, identityAuthorityHost: "https://a" } }',
      'authentication.podIdentity.identityTenantId is missing; allowed: the tenant, beside identityAuthorityHost',
    ],
    [
      '{ podIdentity: { provider: aws, roleArn: "arn:a", identityOwner: workload } }',
      'authentication.podIdentity.roleArn "arn:a" is given beside identityOwner workload; allowed: with identityOwner: keda',
    ],
    [
      '{ podIdentity: { provider: aws, externalId: a } }',
      'authentication.podIdentity.roleArn is missing; allowed: the role, beside externalId',
    ],
    [
      '{ hashiCorpVault: { address: "https://a", authentication: kubernetes, role: r, secrets: [{ parameter: username, path: p, key: k }] } }',
      'authentication.hashiCorpVault.mount is missing; allowed: the mount, with authentication: kubernetes',
    ],
    [
      '{ awsSecretManager: { secrets: [{ parameter: username, name: n }] } }',
      'authentication.awsSecretManager has neither podIdentity nor accessKey, accessSecretKey; allowed: one of them',
    ],
    [
      '{ awsSecretManager: { accessKey: { name: a, key: b }, secrets: [{ parameter: username, name: n }] } }',
      'authentication.awsSecretManager.accessSecretKey is missing; allowed: all of accessKey, accessSecretKey',
    ],
    [
      '{ gcpSecretManager: { podIdentity: { provider: gcp }, clientSecret: { name: a, key: b }, secrets: [{ parameter: username, id: n }] } }',
      'authentication.gcpSecretManager.clientSecret is given beside podIdentity; allowed: one of them',
    ],
  ])('%s', (authentication, problem) => {
    expect(problemsOf(`{ ${cron}, authentication: ${authentication} }`)).toContainEqual(
      expect.stringContaining(`triggers[0].${problem}`),
    );
  });
});
