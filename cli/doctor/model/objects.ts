import { ensure } from '../../../lib/ensure';
import type { Kind, Kinds, KubeObject } from './kinds';

type Named = Map<string, KubeObject>;

/** Objects by kind, namespace and name: of a cluster, or of a folder of manifests. */
export class Objects {
  private readonly kinds = new Map<Kind, Map<string, Named>>();

  public add<K extends Kind>(kind: K, objects: Kinds[K][]): void {
    const namespaces = ensure(this.kinds, kind, () => new Map<string, Named>());
    for (const object of objects) {
      const { namespace = '', name } = object.metadata;
      ensure(namespaces, namespace, () => new Map()).set(name, object);
    }
  }

  public all<K extends Kind>(kind: K): Kinds[K][] {
    return [...(this.kinds.get(kind)?.values() ?? [])].flatMap((named) => [...named.values()]) as Kinds[K][];
  }

  public in<K extends Kind>(kind: K, namespace: string): Kinds[K][] {
    return [...(this.kinds.get(kind)?.get(namespace)?.values() ?? [])] as Kinds[K][];
  }

  public find<K extends Kind>(kind: K, namespace: string | undefined, name: string): Kinds[K] | undefined {
    return this.kinds
      .get(kind)
      ?.get(namespace ?? '')
      ?.get(name) as Kinds[K] | undefined;
  }
}
