import { ApiObject, type ApiObjectProps, App, type GroupVersionKind, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { refuseStockSynth } from '../stock-app';
import { Metadata } from './metadata';
import { patched } from './patch';
import { plain } from './plain';

/** A generated class of `imports/` or of cdk8s-plus, as far as it says how its kind is written. */
export interface Kind {
  readonly GVK: GroupVersionKind;
  /** The object as the API server names its fields, with nothing that the class does not know. */
  // biome-ignore lint/suspicious/noExplicitAny: each class has props of its own
  manifest(props: any): object;
}

/** Makes of a rendered object what its class cannot. */
// biome-ignore lint/suspicious/noExplicitAny: any kind of object
export type Finish = (manifest: any) => void;

/** How an object is rendered, where it is not as its props say. */
interface Rendering {
  readonly kind?: Kind;
  readonly finish?: Finish;
}

// Lazy, tokens, and IntOrString with its like
const RESOLVERS_OF_CDK8S = 3;

/**
 * An object whose patches are written to the letter. A generated class applies them before it writes the fields that it
 * knows, and so loses what it does not know, and every number or text where it expects an IntOrString or a Quantity.
 */
export class PatchableObject extends ApiObject {
  private readonly operations: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly own: ApiObjectProps,
    private readonly rendering: Rendering = {},
  ) {
    super(scope, id, own);
    refuseStockSynth(this);
    const { chart, name } = this;
    const { namespace = chart.namespace, labels } = own.metadata ?? {};
    Object.assign(this, {
      metadata: new Metadata({
        ...own.metadata,
        name,
        namespace,
        labels: { ...chart.labels, ...labels },
        apiObject: this,
      }),
    });
  }

  public override addJsonPatch(...operations: JsonPatch[]): void {
    this.operations.push(...operations);
  }

  /** @throws InputError when a patch cannot be applied. */
  // biome-ignore lint/suspicious/noExplicitAny: what cdk8s declares
  public override toJson(): any {
    const manifest = this.straight() ?? this.resolved();
    this.rendering.finish?.(manifest);
    return patched(this, manifest, this.operations);
  }

  /** In one pass; undefined where only cdk8s and the class know how. */
  private straight(): object | undefined {
    if (App.of(this).resolvers.length > RESOLVERS_OF_CDK8S || process.env.CDK8S_DISABLE_SORT) return undefined;
    const { apiVersion, kind, metadata: _, ...rest } = this.own;
    const metadata = this.plainMetadata();
    const data = metadata && plain(rest, { kind: this.rendering.kind && kind });
    return data && { apiVersion, kind, metadata, ...data };
  }

  private plainMetadata(): object | undefined {
    const metadata = this.metadata as Metadata;
    if (metadata.changed) return metadata.toJson();
    const { apiObject, ...given } = metadata.given;
    return plain(given, { dropEmpty: true });
  }

  private resolved(): object {
    const data = super.toJson();
    return this.rendering.kind?.manifest(data) ?? data;
  }
}

/** Makes an object of a kind. Every object of this library is made here, so that every one can be patched. */
export function addObject<K extends Kind>(
  kind: K,
  scope: Construct,
  id: string,
  props: NonNullable<Parameters<K['manifest']>[0]>,
  finish?: Finish,
): ApiObject {
  return new PatchableObject(scope, id, { ...kind.GVK, ...props }, { kind, finish });
}
