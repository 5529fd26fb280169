import { PodIdentityProvider } from '../authentication-props';
import type { TriggerSettings } from '../scaler-trigger';
import { givenTo } from '../sources';
import { absent, always, is, type TriggerRule } from './rule';

/** Whether an authentication says who the pod is; `maybe` when it was made elsewhere. */
function identityOf({ authentication }: TriggerSettings): PodIdentityProvider | 'maybe' | undefined {
  if (authentication?.parameters === undefined && authentication) return 'maybe';
  return authentication?._form.podIdentity?.provider;
}

/** The identity of a pod at another cloud gives nothing. */
function otherCloud(props: TriggerSettings, provider: PodIdentityProvider) {
  const identity = identityOf(props);
  return identity === undefined || identity === 'maybe' || identity === provider
    ? undefined
    : {
        prop: 'authentication',
        item: ['podIdentity', 'provider'],
        reason: `is not an identity that ${props.type} takes`,
        allowed: provider,
      };
}

/** aws/aws_common.go: GetAwsAuthorization. */
export const AWS: TriggerRule = always((props) => {
  if (identityOf(props) !== undefined || is(props, 'identityOwner', 'operator'))
    return otherCloud(props, PodIdentityProvider.AWS);
  if (givenTo(props, 'awsRoleArn') !== 'no') return undefined;
  const names = ['awsAccessKeyID', 'awsAccessKeyId'];
  if (names.every((name) => givenTo(props, name) === 'no'))
    return absent(
      props,
      'credentials',
      'authentication with podIdentity, awsRoleArn, or awsAccessKeyID and awsSecretAccessKey; awsAccessKeyIDFromEnv; identityOwner: operator',
    );
  return givenTo(props, 'awsSecretAccessKey') === 'no'
    ? absent(props, 'awsSecretAccessKey', 'awsSecretAccessKey beside the access key')
    : undefined;
});

/** gcp/gcp_common.go: GetGCPAuthorization. */
export const GCP: TriggerRule = always((props) => {
  if (identityOf(props) !== undefined) return otherCloud(props, PodIdentityProvider.GCP);
  const names = ['GoogleApplicationCredentials', 'credentials', 'credentialsFromEnvFile'];
  return names.every((name) => givenTo(props, name) === 'no')
    ? absent(
        props,
        'credentials',
        'authentication with podIdentity or GoogleApplicationCredentials, credentialsFromEnv, or credentialsFromEnvFile',
      )
    : undefined;
});

/** azure_servicebus_scaler.go: parseAzureServiceBusMetadata. */
export const SERVICE_BUS_CONNECTION: TriggerRule = always((props) => {
  const identity = identityOf(props);
  if (identity === undefined)
    return givenTo(props, 'connection') === 'no'
      ? absent(props, 'connection', 'connectionFromEnv, or authentication with connection or podIdentity')
      : undefined;
  if (identity === PodIdentityProvider.AZURE_WORKLOAD && props.namespace === undefined)
    return { prop: 'namespace', reason: 'is missing', allowed: 'the namespace of the Service Bus, beside podIdentity' };
  return otherCloud(props, PodIdentityProvider.AZURE_WORKLOAD);
});

/** prometheus_scaler.go: checkAuthConfigWithPodIdentity. */
export const NO_IDENTITY_BESIDE_MODES: TriggerRule = always((props) => {
  const modes = props.authModes ?? props.authMode;
  const identity = identityOf(props);
  return modes !== undefined && identity !== undefined && identity !== 'maybe'
    ? { prop: 'authentication', item: ['podIdentity'], reason: 'is given beside authModes', allowed: 'one of them' }
    : undefined;
});
