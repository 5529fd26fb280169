import { present } from '../../present';
import type { Declared, Manifest } from './declared';

/** What declared objects make KEDA read besides themselves. */
export interface Demand {
  readonly secrets: boolean;
  /** Whether a variable of what runs comes from a Secret. */
  readonly secretVariables: boolean;
  /** Whether a variable of what runs is asked for. */
  readonly asksVariables: boolean;
  /** Whether the add-on makes a ScaledObject of it. */
  readonly makesScaledObjects: boolean;
  /** Service accounts in whose name it asks for tokens. */
  readonly tokens: string[];
}

/** An object, and what it makes KEDA read. */
export interface Asking {
  readonly declared: Declared;
  readonly demand: Demand;
}

const SKIPPED = 'httpscaledobject.keda.sh/skip-scaledobject-creation';
/** Trigger metadata that names a variable of the target. */
const FROM_VARIABLE = /FromEnv$/;

/** As KEDA 2.21.0 does it: docs/explanation/rbac.md says where. */
export function demandOf({ kind, annotations, spec, podSpec }: Declared): Demand {
  const triggers: Manifest[] = spec.triggers ?? [];
  const isAuthentication = kind.endsWith('TriggerAuthentication');
  return {
    secrets:
      triggers.some(({ type, metadata }) => type === 'kubernetes-resource' && metadata.resourceKind === 'Secret') ||
      'secretTargetRef' in spec ||
      // credentials of a store
      (isAuthentication && hasKey(spec, 'secretKeyRef')),
    secretVariables: takesFromSecret(podSpec),
    asksVariables:
      (isAuthentication && 'env' in spec) ||
      triggers.some(({ metadata = {} }) => Object.keys(metadata).some((name) => FROM_VARIABLE.test(name))),
    makesScaledObjects: kind === 'HTTPScaledObject' && annotations?.[SKIPPED] !== 'true',
    tokens: tokensOf(spec),
  };
}

function tokensOf({ boundServiceAccountToken = [], hashiCorpVault }: Manifest): string[] {
  const names = boundServiceAccountToken.map(({ serviceAccountName }: Manifest) => serviceAccountName);
  return present<string>([...names, hashiCorpVault?.credential?.serviceAccountName]);
}

function takesFromSecret(podSpec: Manifest): boolean {
  const containers: Manifest[] = podSpec?.containers ?? [];
  return containers.some(({ env = [], envFrom = [] }) => hasKey(env, 'secretKeyRef') || hasKey(envFrom, 'secretRef'));
}

function hasKey(value: Manifest, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return key in value || Object.values(value).some((each) => hasKey(each, key));
}
