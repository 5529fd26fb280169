import type { TriggerAuthenticationSpec } from '../../imports/keda.sh';
import type { HashiCorpVault, SecretKey, TriggerAuthenticationProps } from './authentication-props';

/** The sources as a TriggerAuthentication or a ClusterTriggerAuthentication has them. */
export function authenticationSpec(sources: TriggerAuthenticationProps): TriggerAuthenticationSpec {
  const { hashiCorpVault, awsSecretManager, azureKeyVault, gcpSecretManager, ...rest } = sources;
  // the enumerations of the generated types have the values of ours
  return {
    ...rest,
    hashiCorpVault: hashiCorpVault && vault(hashiCorpVault),
    awsSecretManager: withCredentials(awsSecretManager, ['accessKey', 'accessSecretKey']),
    azureKeyVault: withCredentials(azureKeyVault, ['clientId', 'tenantId', 'clientSecret']),
    gcpSecretManager: withCredentials(gcpSecretManager, ['clientSecret']),
  } as TriggerAuthenticationSpec;
}

function vault({ serviceAccountName, ...rest }: HashiCorpVault) {
  return { ...rest, credential: serviceAccountName === undefined ? undefined : { serviceAccountName } };
}

/** A store whose credentials stand in a map of their own, each secret one as a reference. */
function withCredentials<S extends object>(store: S | undefined, keys: readonly (keyof S)[]) {
  if (!store) return undefined;
  const rest = Object.fromEntries(Object.entries(store).filter(([key]) => !keys.includes(key as keyof S)));
  const given = keys.filter((key) => store[key] !== undefined);
  const credentials = given.map((key) => [key, asReference(store[key])]);
  return { ...rest, credentials: given.length === 0 ? undefined : Object.fromEntries(credentials) };
}

function asReference(value: unknown): unknown {
  return typeof value === 'string' ? value : { valueFrom: { secretKeyRef: value as SecretKey } };
}
