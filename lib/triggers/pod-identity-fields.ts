import { type Fields, notWhere, oneOf, type Rule, Table, text } from '../fields';
import { IdentityOwner, type PodIdentity, PodIdentityProvider } from './authentication-props';

/** A URL of a server. */
export const url = () => text({ pattern: /^https?:\/\/\S+$/, allowed: 'a URL that starts with http:// or https://' });

/** The parameter that a source gives. */
export const parameter = () => ({
  ...text({ pattern: /^\S+$/, allowed: 'the name of a parameter, such as password' }),
  required: true as const,
});

const podIdentity = {
  provider: { ...oneOf(PodIdentityProvider), required: true },
  identityId: text(),
  identityTenantId: text(),
  identityAuthorityHost: url(),
  roleArn: text({ pattern: /^arn:/, allowed: 'an ARN such as arn:aws:iam::123456789012:role/keda' }),
  externalId: text(),
  identityOwner: oneOf(IdentityOwner),
} satisfies Fields<PodIdentity>;

const AZURE = ['identityId', 'identityTenantId', 'identityAuthorityHost'] as const;
const AWS = ['roleArn', 'externalId', 'identityOwner'] as const;

/** What KEDA's webhook asks: apis/keda/v1alpha1/triggerauthentication_webhook.go. */
const POD_IDENTITY_RULES: Rule<PodIdentity>[] = [
  {
    props: [...AZURE, ...AWS],
    check(_, given) {
      const { AZURE_WORKLOAD, AWS: aws } = PodIdentityProvider;
      const prop =
        AZURE.find((each) => given[each] !== undefined && given.provider !== AZURE_WORKLOAD) ??
        AWS.find((each) => given[each] !== undefined && given.provider !== aws);
      if (prop === undefined) return undefined;
      const other = AWS.some((each) => each === prop) ? aws : AZURE_WORKLOAD;
      return { prop, reason: `is given, and the provider is ${given.provider}`, allowed: `with provider: ${other}` };
    },
  },
  {
    props: ['identityTenantId', 'identityAuthorityHost'],
    check: ({ identityTenantId, identityAuthorityHost }) =>
      identityAuthorityHost !== undefined && identityTenantId === undefined
        ? { prop: 'identityTenantId', reason: 'is missing', allowed: 'the tenant, beside identityAuthorityHost' }
        : undefined,
  },
  ...notWhere<PodIdentity>(
    ['roleArn'],
    ['identityOwner'],
    ({ identityOwner }) => identityOwner === IdentityOwner.WORKLOAD,
    { reason: 'is given beside identityOwner workload', allowed: 'with identityOwner: keda' },
  ),
  {
    props: ['externalId', 'roleArn'],
    check: ({ externalId, roleArn }) =>
      externalId !== undefined && roleArn === undefined
        ? { prop: 'roleArn', reason: 'is missing', allowed: 'the role, beside externalId' }
        : undefined,
  },
];

export const POD_IDENTITY = new Table<PodIdentity, typeof podIdentity>('PodIdentity', podIdentity, POD_IDENTITY_RULES);
