import { ApiObject, App } from 'cdk8s';
import {
  IdentityOwner,
  PodIdentityProvider,
  Trigger,
  TriggerAuthentication,
  TriggerAuthenticationChart,
  type TriggerAuthenticationChartProps,
  VaultAuthentication,
  VaultSecretType,
} from '../../lib';
import { crdErrors } from '../edge/crd';
import { problemsInCode, render } from './read';

const SECRET = { name: 'credentials', key: 'key' };
const FROM_KEY = { valueFrom: { secretKeyRef: SECRET } };
const AWS_POD = { provider: PodIdentityProvider.AWS, identityOwner: IdentityOwner.WORKLOAD };

/** Each source in code, and what stands in the object because of it. */
const SOURCES: [source: string, props: TriggerAuthenticationChartProps, spec: object][] = [
  ['podIdentity', { podIdentity: AWS_POD }, { podIdentity: { provider: 'aws', identityOwner: 'workload' } }],
  [
    'podIdentity of another',
    {
      podIdentity: {
        provider: PodIdentityProvider.AZURE_WORKLOAD,
        identityId: 'i',
        identityTenantId: 't',
        identityAuthorityHost: 'https://login.example.com',
      },
    },
    {
      podIdentity: {
        provider: 'azure-workload',
        identityId: 'i',
        identityTenantId: 't',
        identityAuthorityHost: 'https://login.example.com',
      },
    },
  ],
  [
    'secretTargetRef',
    { secretTargetRef: [{ parameter: 'password', ...SECRET }] },
    { secretTargetRef: [{ parameter: 'password', ...SECRET }] },
  ],
  [
    'configMapTargetRef',
    { configMapTargetRef: [{ parameter: 'username', ...SECRET }] },
    { configMapTargetRef: [{ parameter: 'username', ...SECRET }] },
  ],
  [
    'env',
    { env: [{ parameter: 'password', name: 'PASSWORD', containerName: 'worker' }] },
    { env: [{ parameter: 'password', name: 'PASSWORD', containerName: 'worker' }] },
  ],
  [
    'boundServiceAccountToken',
    { boundServiceAccountToken: [{ parameter: 'token', serviceAccountName: 'reader' }] },
    { boundServiceAccountToken: [{ parameter: 'token', serviceAccountName: 'reader' }] },
  ],
  [
    'hashiCorpVault',
    {
      hashiCorpVault: {
        address: 'https://vault.example.com',
        authentication: VaultAuthentication.KUBERNETES,
        namespace: 'team',
        role: 'keda',
        mount: 'kubernetes',
        serviceAccountName: 'reader',
        secrets: [{ parameter: 'password', path: 'kv/data/kafka', key: 'password', type: VaultSecretType.SECRET_V2 }],
      },
    },
    {
      hashiCorpVault: {
        address: 'https://vault.example.com',
        authentication: 'kubernetes',
        namespace: 'team',
        role: 'keda',
        mount: 'kubernetes',
        credential: { serviceAccountName: 'reader' },
        secrets: [{ parameter: 'password', path: 'kv/data/kafka', key: 'password', type: 'secretV2' }],
      },
    },
  ],
  [
    'awsSecretManager with an access key',
    {
      awsSecretManager: {
        region: 'eu-west-1',
        accessKey: SECRET,
        accessSecretKey: SECRET,
        secrets: [
          { parameter: 'password', name: 'kafka', secretKey: 'password', versionId: 'v', versionStage: 'AWSCURRENT' },
        ],
      },
    },
    {
      awsSecretManager: {
        region: 'eu-west-1',
        credentials: { accessKey: FROM_KEY, accessSecretKey: FROM_KEY },
        secrets: [
          { parameter: 'password', name: 'kafka', secretKey: 'password', versionId: 'v', versionStage: 'AWSCURRENT' },
        ],
      },
    },
  ],
  [
    'awsSecretManager as a pod',
    { awsSecretManager: { podIdentity: AWS_POD, secrets: [{ parameter: 'password', name: 'kafka' }] } },
    {
      awsSecretManager: {
        podIdentity: { provider: 'aws', identityOwner: 'workload' },
        secrets: [{ parameter: 'password', name: 'kafka' }],
      },
    },
  ],
  [
    'azureKeyVault',
    {
      azureKeyVault: {
        vaultUri: 'https://shop.vault.azure.net',
        clientId: 'c',
        tenantId: 't',
        clientSecret: SECRET,
        secrets: [{ parameter: 'connection', name: 'bus', version: '1' }],
      },
    },
    {
      azureKeyVault: {
        vaultUri: 'https://shop.vault.azure.net',
        credentials: { clientId: 'c', tenantId: 't', clientSecret: FROM_KEY },
        secrets: [{ parameter: 'connection', name: 'bus', version: '1' }],
      },
    },
  ],
  [
    'gcpSecretManager',
    { gcpSecretManager: { clientSecret: SECRET, secrets: [{ parameter: 'password', id: 'kafka', version: '2' }] } },
    {
      gcpSecretManager: {
        credentials: { clientSecret: FROM_KEY },
        secrets: [{ parameter: 'password', id: 'kafka', version: '2' }],
      },
    },
  ],
];

const made = (props: TriggerAuthenticationChartProps) => new TriggerAuthenticationChart(new App(), 'kafka', props);

test.each(SOURCES)('%s', (_, props, spec) => {
  const [namespaced] = made({ namespace: 'fn-shop', ...props }).toJson();
  expect(namespaced).toEqual({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'TriggerAuthentication',
    metadata: { name: 'kafka', namespace: 'fn-shop' },
    spec,
  });
  const [cluster] = made({ name: 'shared', ...props }).toJson();
  expect(cluster).toEqual({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ClusterTriggerAuthentication',
    metadata: { name: 'shared' },
    spec,
  });
  expect([namespaced, cluster].flatMap(crdErrors)).toEqual([]);
  // one that is made with a function says the same
  const authentication = TriggerAuthentication.of(props);
  const [object] = render([Trigger.untyped('any', { untyped: {}, authentication })]).objects;
  expect(object.spec).toEqual(spec);
});

test('what a chart gives is known to the triggers that use it', () => {
  const chart = made({ namespace: 'fn-shop', secretTargetRef: [{ parameter: 'username', ...SECRET }] });
  expect(ApiObject.of(chart)).toBe(chart.object);
  const kafka = { bootstrapServers: ['a:1'], consumerGroup: 'g', topic: 't', sasl: 'plaintext' };
  const { authentication } = chart;
  expect([authentication.isMadeHere, authentication.parameters]).toEqual([false, ['username']]);
  expect(problemsInCode(Trigger.kafka({ ...kafka, authentication }))).toEqual([
    'triggers[0].authentication has no password; allowed: password, since sasl is plaintext',
  ]);
});

test.each([
  [{}, 'kafka: has no source; allowed: one or more of podIdentity, secretTargetRef, '],
  [{ namespace: 'A', env: [{ parameter: 'a', name: 'A' }] }, 'kafka: namespace "A" is not a DNS label'],
  [{ env: [{ parameter: 'a', name: 'a b' }] }, 'kafka: env[0].name "a b" is invalid; allowed: letters, digits and "_"'],
])('%j is refused', (props, problem) => {
  expect(() => made(props)).toThrow(problem);
});
