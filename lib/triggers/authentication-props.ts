/** Who a pod of KEDA, or of the function, is at a cloud. */
export enum PodIdentityProvider {
  /** Microsoft Entra Workload ID. */
  AZURE_WORKLOAD = 'azure-workload',
  /** Workload Identity of Google Cloud. */
  GCP = 'gcp',
  /** IAM roles for service accounts, or EKS Pod Identity. */
  AWS = 'aws',
}

/** Whose identity is used on AWS. */
export enum IdentityOwner {
  /** KEDA's own. */
  KEDA = 'keda',
  /** That of the function's service account. */
  WORKLOAD = 'workload',
}

/** Authentication as the identity of a pod. */
export interface PodIdentity {
  /** Cloud that gives the identity. */
  readonly provider: PodIdentityProvider;
  /** Id of another identity on Azure. @default - that of KEDA's operator */
  readonly identityId?: string;
  /** Tenant of that identity. @default - that of KEDA's operator */
  readonly identityTenantId?: string;
  /** Authority host of that tenant. @default - that of the cloud */
  readonly identityAuthorityHost?: string;
  /** Role to take on AWS. @default - that of the identity */
  readonly roleArn?: string;
  /** External id with which the role is taken. @default - none */
  readonly externalId?: string;
  /** Whose identity is used on AWS. @default - that of KEDA */
  readonly identityOwner?: IdentityOwner;
}

/** A parameter from a key of a Secret or ConfigMap. */
export interface KeyTargetRef {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Name of the Secret or ConfigMap, in the namespace of the function. */
  readonly name: string;
  /** Key of the value in it. */
  readonly key: string;
}

/** A parameter from a variable of the function's container. */
export interface EnvironmentTargetRef {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Name of the variable. */
  readonly name: string;
  /** Container that has it. @default - the function's own */
  readonly containerName?: string;
}

/** A parameter from the token of a service account. */
export interface ServiceAccountTokenRef {
  /** Parameter of the scaler, such as token. */
  readonly parameter: string;
  /** Service account in the namespace of the function, for which KEDA may make tokens. */
  readonly serviceAccountName: string;
}

/** A key of a Secret. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key of the value in it. */
  readonly key: string;
}

/** How KEDA authenticates at what a trigger asks: one or several sources of the parameters that its scaler reads. */
export interface TriggerAuthenticationProps {
  /** The identity of a pod at a cloud. @default - none */
  readonly podIdentity?: PodIdentity;
  /** Keys of Secrets. @default - none */
  readonly secretTargetRef?: KeyTargetRef[];
  /** Keys of ConfigMaps. @default - none */
  readonly configMapTargetRef?: KeyTargetRef[];
  /** Variables of the container. @default - none */
  readonly env?: EnvironmentTargetRef[];
  /** Tokens of service accounts. @default - none */
  readonly boundServiceAccountToken?: ServiceAccountTokenRef[];
  /** Secrets of a HashiCorp Vault. @default - none */
  readonly hashiCorpVault?: HashiCorpVault;
  /** Secrets of AWS Secrets Manager. @default - none */
  readonly awsSecretManager?: AwsSecretManager;
  /** Secrets of an Azure Key Vault. @default - none */
  readonly azureKeyVault?: AzureKeyVault;
  /** Secrets of Google Cloud's Secret Manager. @default - none */
  readonly gcpSecretManager?: GcpSecretManager;
}

/** An authentication that several functions use. */
export interface TriggerAuthenticationChartProps extends TriggerAuthenticationProps {
  /** Name of the object. @default - the construct's id */
  readonly name?: string;
  /**
   * Namespace of the functions that use it; its Secrets are there too.
   * @default - every namespace: a ClusterTriggerAuthentication, whose Secrets are in the namespace of KEDA
   */
  readonly namespace?: string;
}

/** How KEDA authenticates at a Vault. */
export enum VaultAuthentication {
  /** By a token. */
  TOKEN = 'token',
  /** By the token of a service account. */
  KUBERNETES = 'kubernetes',
}

/** The engine of a Vault that has a secret. */
export enum VaultSecretType {
  /** Key and value, in its first version. */
  SECRET = 'secret',
  /** Key and value, in its second version. */
  SECRET_V2 = 'secretV2',
  /** Certificates. */
  PKI = 'pki',
}

/** A parameter from a secret of a Vault. */
export interface VaultSecret {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Path of the secret; that of the second version has `data` in it. */
  readonly path: string;
  /** Key of the value in the secret. */
  readonly key: string;
  /** Engine that has it. @default - found out by KEDA */
  readonly type?: VaultSecretType;
}

/** A HashiCorp Vault. */
export interface HashiCorpVault {
  /** URL of the Vault. */
  readonly address: string;
  /** How KEDA authenticates. */
  readonly authentication: VaultAuthentication;
  /** Namespace of an enterprise Vault. @default - none */
  readonly namespace?: string;
  /** Role, with the authentication kubernetes. @default - none */
  readonly role?: string;
  /** Mount of the authentication kubernetes. @default - none */
  readonly mount?: string;
  /** Service account in the namespace of the function, with the authentication kubernetes. @default - that of KEDA */
  readonly serviceAccountName?: string;
  /** The secrets. */
  readonly secrets: VaultSecret[];
}

/** A parameter from a secret of AWS Secrets Manager. */
export interface AwsSecret {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Name of the secret. */
  readonly name: string;
  /** Key of the value in a secret that is JSON. @default - the whole secret */
  readonly secretKey?: string;
  /** Id of a version. @default - the current one */
  readonly versionId?: string;
  /** Stage of a version. @default - AWSCURRENT */
  readonly versionStage?: string;
}

/** AWS Secrets Manager. */
export interface AwsSecretManager {
  /** Region. @default - that of KEDA's operator */
  readonly region?: string;
  /** The identity of a pod that may read the secrets. @default - an access key */
  readonly podIdentity?: PodIdentity;
  /** Access key that may read the secrets. @default - the identity of a pod */
  readonly accessKey?: SecretKey;
  /** Secret access key, beside accessKey. @default - none */
  readonly accessSecretKey?: SecretKey;
  /** The secrets. */
  readonly secrets: AwsSecret[];
}

/** A parameter from a secret of an Azure Key Vault. */
export interface AzureSecret {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Name of the secret. */
  readonly name: string;
  /** Version of the secret. @default - the current one */
  readonly version?: string;
}

/** An Azure Key Vault. */
export interface AzureKeyVault {
  /** URL of the vault. */
  readonly vaultUri: string;
  /** The identity of a pod that may read the secrets. @default - a client of Microsoft Entra */
  readonly podIdentity?: PodIdentity;
  /** Client id that may read the secrets, beside tenantId and clientSecret. @default - the identity of a pod */
  readonly clientId?: string;
  /** Tenant of the client. @default - none */
  readonly tenantId?: string;
  /** Secret of the client. @default - none */
  readonly clientSecret?: SecretKey;
  /** The secrets. */
  readonly secrets: AzureSecret[];
}

/** A parameter from a secret of Google Cloud's Secret Manager. */
export interface GcpSecret {
  /** Parameter of the scaler, such as password. */
  readonly parameter: string;
  /** Name of the secret. */
  readonly id: string;
  /** Version of the secret. @default - the latest one */
  readonly version?: string;
}

/** Google Cloud's Secret Manager. */
export interface GcpSecretManager {
  /** The identity of a pod that may read the secrets. @default - a service account */
  readonly podIdentity?: PodIdentity;
  /** Key file of a service account that may read the secrets. @default - the identity of a pod */
  readonly clientSecret?: SecretKey;
  /** The secrets. */
  readonly secrets: GcpSecret[];
}
