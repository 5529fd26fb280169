import { ApiObject, type ApiObjectProps, type GroupVersionKind, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { patched } from './patch';

/** A generated class of `imports/` or of cdk8s-plus, as far as it says how its kind is written. */
export interface Kind {
  readonly GVK: GroupVersionKind;
  /** The object as the API server names its fields, with nothing that the class does not know. */
  // biome-ignore lint/suspicious/noExplicitAny: each class has props of its own
  manifest(props: any): object;
}

/**
 * An object whose patches are written to the letter. A generated class applies them before it writes the fields that it
 * knows, and so loses what it does not know, and every number or text where it expects an IntOrString or a Quantity.
 */
export class PatchableObject extends ApiObject {
  private readonly operations: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    props: ApiObjectProps,
    private readonly write: (resolved: object) => object = (resolved) => resolved,
  ) {
    super(scope, id, props);
  }

  public override addJsonPatch(...operations: JsonPatch[]): void {
    this.operations.push(...operations);
  }

  /** @throws InputError when a patch cannot be applied. */
  // biome-ignore lint/suspicious/noExplicitAny: what cdk8s declares
  public override toJson(): any {
    return patched(this, this.write(super.toJson()), this.operations);
  }
}

/** Makes an object of a kind. Every object of this library is made here, so that every one can be patched. */
export function addObject<K extends Kind>(
  kind: K,
  scope: Construct,
  id: string,
  props: NonNullable<Parameters<K['manifest']>[0]>,
): ApiObject {
  return new PatchableObject(scope, id, { ...kind.GVK, ...props }, (resolved) => kind.manifest(resolved));
}
