import { list, object, oneOf, type Rule, Table, text } from '../fields';
import { dataKey, objectName } from '../fields/names';
import * as Props from './authentication-props';
import { POD_IDENTITY, parameter, url } from './pod-identity-fields';

const SECRET_KEY = new Table<Props.SecretKey>('SecretKey', {
  name: { ...objectName(), required: true },
  key: { ...dataKey(), required: true },
});

/** The secrets of a store, each of which gives a parameter. */
const secrets = <S extends object>(table: Table<S>) => ({
  ...list(object(table), { min: 1 }),
  required: true as const,
});

export const VAULT = new Table<Props.HashiCorpVault>(
  'HashiCorpVault',
  {
    address: { ...url(), required: true },
    authentication: { ...oneOf(Props.VaultAuthentication), required: true },
    namespace: text(),
    role: text(),
    mount: text(),
    serviceAccountName: objectName(),
    secrets: secrets(
      new Table<Props.VaultSecret>('VaultSecret', {
        parameter: parameter(),
        path: { ...text(), required: true },
        key: { ...text(), required: true },
        type: oneOf(Props.VaultSecretType),
      }),
    ),
  },
  [
    {
      props: ['role', 'mount', 'authentication'],
      check({ authentication, role, mount }) {
        if (authentication !== Props.VaultAuthentication.KUBERNETES) return undefined;
        const prop = role === undefined ? 'role' : mount === undefined ? 'mount' : undefined;
        return prop && { prop, reason: 'is missing', allowed: `the ${prop}, with authentication: kubernetes` };
      },
    },
  ],
);

/** A store is read as the identity of a pod, or with credentials. */
function credentials<P extends { readonly podIdentity?: unknown }>(...keys: (keyof P & string)[]): Rule<P> {
  return {
    props: ['podIdentity', ...keys],
    always: true,
    check(_, given) {
      const has = keys.filter((key) => given[key] !== undefined);
      if (given.podIdentity !== undefined)
        return has[0] === undefined
          ? undefined
          : { prop: has[0], reason: 'is given beside podIdentity', allowed: 'one of them' };
      const missing = keys.find((key) => given[key] === undefined);
      const all = keys.join(', ');
      if (has.length === 0) return { reason: `has neither podIdentity nor ${all}`, allowed: 'one of them' };
      return missing && { prop: missing, reason: 'is missing', allowed: `all of ${all}` };
    },
  };
}

export const AWS_STORE = new Table<Props.AwsSecretManager>(
  'AwsSecretManager',
  {
    region: text(),
    podIdentity: object(POD_IDENTITY),
    accessKey: object(SECRET_KEY),
    accessSecretKey: object(SECRET_KEY),
    secrets: secrets(
      new Table<Props.AwsSecret>('AwsSecret', {
        parameter: parameter(),
        name: { ...text(), required: true },
        secretKey: text(),
        versionId: text(),
        versionStage: text(),
      }),
    ),
  },
  [credentials<Props.AwsSecretManager>('accessKey', 'accessSecretKey')],
);
export const AZURE_STORE = new Table<Props.AzureKeyVault>(
  'AzureKeyVault',
  {
    vaultUri: { ...url(), required: true },
    podIdentity: object(POD_IDENTITY),
    clientId: text(),
    tenantId: text(),
    clientSecret: object(SECRET_KEY),
    secrets: secrets(
      new Table<Props.AzureSecret>('AzureSecret', {
        parameter: parameter(),
        name: { ...text(), required: true },
        version: text(),
      }),
    ),
  },
  [credentials<Props.AzureKeyVault>('clientId', 'tenantId', 'clientSecret')],
);
export const GCP_STORE = new Table<Props.GcpSecretManager>(
  'GcpSecretManager',
  {
    podIdentity: object(POD_IDENTITY),
    clientSecret: object(SECRET_KEY),
    secrets: secrets(
      new Table<Props.GcpSecret>('GcpSecret', {
        parameter: parameter(),
        id: { ...text(), required: true },
        version: text(),
      }),
    ),
  },
  [credentials<Props.GcpSecretManager>('clientSecret')],
);
