import type { IConstruct } from 'constructs';
import { compareText } from '../../compare';
import { groupBy } from '../../group-by';
import { type Declared, declaredIn } from './declared';
import { type Asking, type Demand, demandOf } from './demand';
import type { ServedNamespace } from './props';
import { askingIn } from './served';
import { type Target, targetOf } from './targets';

/** What some declared objects make KEDA do. */
export class Needs {
  public readonly targets: Target[];
  private readonly kinds: ReadonlySet<string>;
  private readonly demands: readonly Demand[];

  constructor(all: readonly Asking[]) {
    this.kinds = new Set(all.map(({ declared }) => declared.kind));
    this.demands = all.map(({ demand }) => demand);
    this.targets = all.flatMap(({ declared }) => targetOf(declared) ?? []);
  }

  public has(...kinds: Declared['kind'][]): boolean {
    return kinds.some((kind) => this.kinds.has(kind));
  }

  public some(demand: Exclude<keyof Demand, 'tokens'>): boolean {
    return this.demands.some((each) => each[demand]);
  }

  /** Service accounts in whose name KEDA asks for tokens. */
  public get tokens(): string[] {
    return [...new Set(this.demands.flatMap(({ tokens }) => tokens))].sort(compareText);
  }
}

/** What all that is declared in a cluster makes KEDA do. */
export class ClusterNeeds extends Needs {
  /** By namespace. What belongs to none reads that of KEDA. */
  public readonly namespaces: ReadonlyMap<string, Needs>;
  /** Whether a Secret outside of KEDA's namespace is needed; else KEDA is told to leave them alone. */
  public readonly readsSecrets: boolean;

  constructor(scope: IConstruct, kedaNamespace: string, served: readonly ServedNamespace[]) {
    const own = declaredIn(scope).map((declared) => ({ declared, demand: demandOf(declared) }));
    const all = [...own, ...served.flatMap(askingIn)];
    super(all);
    const groups = groupBy(all, ({ declared: { namespace = kedaNamespace } }) => namespace);
    const sorted = [...groups].sort(([a], [b]) => compareText(a, b));
    this.namespaces = new Map(sorted.map(([namespace, group]) => [namespace, new Needs(group)]));
    const asksVariables = this.some('asksVariables');
    this.readsSecrets = [...this.namespaces].some(
      ([namespace, needs]) =>
        namespace !== kedaNamespace && (needs.some('secrets') || (needs.some('secretVariables') && asksVariables)),
    );
  }

  /**
   * KEDA's variable WATCH_NAMESPACE. It has a cache for each namespace named there, and so reads Secrets where it may; the empty
   * name is all others.
   */
  public get watched(): string {
    return this.readsSecrets ? ['', ...this.namespaces.keys()].join(',') : '';
  }

  /** Once it reads Secrets, it waits for every one that a variable comes from. */
  public readsSecretsIn(needs: Needs): boolean {
    return this.readsSecrets && (needs.some('secrets') || needs.some('secretVariables'));
  }
}
