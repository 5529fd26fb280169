import { isController, isPredecessor } from '../cluster/managers';
import type { ClusterObject, Fields, FieldsEntry } from '../cluster/object';

/** Whose fields an adoption takes, whose it leaves, and who owns them afterwards. */
export interface Managers {
  readonly owner: string;
  readonly from: readonly string[];
  readonly leave: readonly string[];
}

/** Answers for each field manager of an object what becomes of its fields. */
export class Ownership {
  constructor(private readonly managers: Managers) {}

  /** What people and Helm wrote, whose fields the folder replaces. */
  public taken(object: ClusterObject): FieldsEntry[] {
    return entriesOf(object).filter((entry) => this.isPredecessor(entry.manager) && !this.isOurs(entry));
  }

  /** What somebody wrote about whom a person must decide. */
  public strangers(object: ClusterObject): FieldsEntry[] {
    return entriesOf(object).filter((entry) => {
      const known = this.isPredecessor(entry.manager) || this.isController(entry.manager) || this.isOurs(entry);
      return !known && isOfSpec(entry);
    });
  }

  /** All entries, with those of the predecessors as one of the new owner; nothing if there is none to take. */
  public afterwards(object: ClusterObject): FieldsEntry[] | undefined {
    const old = this.taken(object);
    if (old.length === 0) return undefined;
    const { managedFields = [] } = object.metadata;
    const ours = managedFields.filter((entry) => this.isOurs(entry) && !entry.subresource);
    const fields = [...ours, ...old].map((entry) => entry.fieldsV1 ?? {}).reduce<Fields>(union, {});
    // KEDA scales: without an owner the number of pods stays, without the field it would become 1
    if (object.apiVersion === 'apps/v1') delete fields['f:spec']?.['f:replicas'];
    delete fields['f:status'];
    const kept = managedFields.filter((entry) => !old.includes(entry) && !ours.includes(entry));
    return [...kept, { ...old.at(-1)!, manager: this.managers.owner, operation: 'Apply', fieldsV1: fields }];
  }

  private isPredecessor(manager: string): boolean {
    return isPredecessor(manager) || this.managers.from.includes(manager);
  }

  private isController(manager: string): boolean {
    return isController(manager) || this.managers.leave.includes(manager);
  }

  private isOurs({ manager, operation }: FieldsEntry): boolean {
    return manager === this.managers.owner && operation === 'Apply';
  }
}

function entriesOf({ metadata }: ClusterObject): FieldsEntry[] {
  return (metadata.managedFields ?? []).filter((entry) => !entry.subresource);
}

function isOfSpec({ fieldsV1 = {} }: FieldsEntry): boolean {
  return Object.keys(fieldsV1).some((key) => key !== 'f:metadata' && key !== 'f:status');
}

function union(a: Fields, b: Fields): Fields {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in a && key in b ? union(a[key]!, b[key]!) : (a[key] ?? b[key])!]),
  );
}
