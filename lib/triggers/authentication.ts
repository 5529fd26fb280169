import type { TriggerAuthenticationProps } from './authentication-props';

/** The kind of an authentication. */
export enum AuthenticationKind {
  /** In the namespace of what uses it. */
  TRIGGER_AUTHENTICATION = 'TriggerAuthentication',
  /** For every namespace; the Secrets that it names are those of KEDA's own. */
  CLUSTER_TRIGGER_AUTHENTICATION = 'ClusterTriggerAuthentication',
}

/** How KEDA authenticates, as YAML has it: the name of what was made elsewhere, or sources of what is made here. */
export interface TriggerAuthenticationForm extends TriggerAuthenticationProps {
  /** Name of an authentication that was made elsewhere. @default - one is made here, of the sources */
  readonly name?: string;
  /** Kind of what was made elsewhere. @default AuthenticationKind.TRIGGER_AUTHENTICATION */
  readonly kind?: AuthenticationKind;
}

/** How KEDA authenticates at what a trigger asks. */
export class TriggerAuthentication {
  /** A TriggerAuthentication that was made elsewhere, in the namespace of the function. */
  public static named(name: string): TriggerAuthentication {
    return new TriggerAuthentication({ name });
  }

  /** A ClusterTriggerAuthentication that was made elsewhere. */
  public static clusterNamed(name: string): TriggerAuthentication {
    return new TriggerAuthentication({ name, kind: AuthenticationKind.CLUSTER_TRIGGER_AUTHENTICATION });
  }

  /** A TriggerAuthentication that is made with the function. */
  public static of(sources: TriggerAuthenticationProps): TriggerAuthentication {
    return new TriggerAuthentication(sources);
  }

  /** @internal */
  public static _of(form: TriggerAuthenticationForm, known?: string[]): TriggerAuthentication {
    return new TriggerAuthentication(form, known);
  }

  private constructor(
    /** @internal */
    public readonly _form: TriggerAuthenticationForm,
    /** @internal The parameters of what was made elsewhere, where that is known. */
    public readonly _known?: string[],
  ) {}

  /** Whether it is made with the function that uses it. */
  public get isMadeHere(): boolean {
    return this._form.name === undefined;
  }

  /** The parameters that it gives; undefined when they are not known here. */
  public get parameters(): string[] | undefined {
    return this.isMadeHere ? parametersOf(this._form) : this._known;
  }
}

/** The parameters that sources give. */
export function parametersOf(sources: TriggerAuthenticationProps): string[] {
  return listsOf(sources).flatMap(({ items }) => items.map(({ parameter }) => parameter));
}

/** The lists of sources, each with its way. */
export function listsOf(
  sources: TriggerAuthenticationProps,
): { readonly way: readonly string[]; readonly items: readonly { readonly parameter: string }[] }[] {
  const { secretTargetRef, configMapTargetRef, env, boundServiceAccountToken } = sources;
  const flat = { secretTargetRef, configMapTargetRef, env, boundServiceAccountToken };
  const { hashiCorpVault, awsSecretManager, azureKeyVault, gcpSecretManager } = sources;
  const stores = { hashiCorpVault, awsSecretManager, azureKeyVault, gcpSecretManager };
  return [
    ...Object.entries(flat).map(([key, items]) => ({ way: [key], items: items ?? [] })),
    ...Object.entries(stores).map(([key, store]) => ({ way: [key, 'secrets'], items: store?.secrets ?? [] })),
  ];
}
