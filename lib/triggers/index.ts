export { AuthenticationKind, TriggerAuthentication } from './authentication';
export type {
  AwsSecret,
  AwsSecretManager,
  AzureKeyVault,
  AzureSecret,
  EnvironmentTargetRef,
  GcpSecret,
  GcpSecretManager,
  HashiCorpVault,
  KeyTargetRef,
  PodIdentity,
  SecretKey,
  ServiceAccountTokenRef,
  TriggerAuthenticationChartProps,
  TriggerAuthenticationProps,
  VaultSecret,
} from './authentication-props';
export {
  IdentityOwner,
  PodIdentityProvider,
  VaultAuthentication,
  VaultSecretType,
} from './authentication-props';
export type * from './generated/props';
export { Trigger } from './generated/trigger';
export { MetricTargetType, ScalerTrigger, type TriggerProps, type UntypedTriggerProps } from './scaler-trigger';
export { TriggerAuthenticationChart } from './trigger-authentication-chart';
