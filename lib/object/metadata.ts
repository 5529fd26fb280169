import { ApiObjectMetadataDefinition, type ApiObjectMetadataDefinitionOptions, type OwnerReference } from 'cdk8s';

// what of it changes metadata, and what does not
const KNOWN = 'add,addAnnotation,addFinalizers,addLabel,addOwnerReference,constructor,getLabel,toJson';
const isKnown = Object.getOwnPropertyNames(ApiObjectMetadataDefinition.prototype).sort().join() === KNOWN;

/** Metadata that knows whether anything was added to what an object was made with. */
export class Metadata extends ApiObjectMetadataDefinition {
  /** Whether only `toJson` says what it is. A cdk8s that can do more than this class knows is always asked. */
  public changed = !isKnown;

  constructor(public readonly given: ApiObjectMetadataDefinitionOptions) {
    super({ ...given });
  }

  public override add(key: string, value: unknown): void {
    this.changed = true;
    super.add(key, value);
  }

  public override addAnnotation(key: string, value: string): void {
    this.changed = true;
    super.addAnnotation(key, value);
  }

  public override addFinalizers(...finalizers: string[]): void {
    this.changed = true;
    super.addFinalizers(...finalizers);
  }

  public override addLabel(key: string, value: string): void {
    this.changed = true;
    super.addLabel(key, value);
  }

  public override addOwnerReference(owner: OwnerReference): void {
    this.changed = true;
    super.addOwnerReference(owner);
  }
}
