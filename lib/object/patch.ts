import { JsonPatch, Lazy } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { InputError, reject } from '../errors';

/** An operation of RFC 6902. */
interface Operation {
  readonly op: 'add' | 'remove' | 'replace' | 'copy' | 'move' | 'test';
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * Applies operations to a document, in their order. cdk8s applies them unchecked, and then some change nothing, or
 * something else: a path without its first slash, a text as the index of a list, a removal of what is not there.
 *
 * @throws InputError that names the construct, the operation and what is allowed.
 */
export function patched(scope: IConstruct, document: object, patches: readonly JsonPatch[]): object {
  return patches.reduce((before, patch) => {
    const operation = (patch as unknown as { _toJson(): Operation })._toJson();
    const { op, path, from } = operation;
    const label = `patch ${op} "${path}"`;
    const refuse = (problem: string): never => reject(scope, `${label} ${problem}`);
    if (from !== undefined) requireThere(before, from, refuse);
    if (op === 'add') requireParent(before, path, true, refuse);
    else if (op === 'replace') requireParent(before, path, false, refuse);
    else if (op === 'remove' || op === 'test') requireThere(before, path, refuse);
    try {
      return JsonPatch.apply(before, withPlainValue(patch, operation, refuse));
    } catch (error) {
      if (error instanceof InputError) throw error;
      // a test that failed, or a path through __proto__
      return refuse(`cannot be applied: ${String((error as Error).message).split('\n')[0]}; allowed: RFC 6902`);
    }
  }, document);
}

function withPlainValue(patch: JsonPatch, { op, path, value }: Operation, refuse: (problem: string) => never) {
  return op === 'add' || op === 'replace' || op === 'test' ? JsonPatch[op](path, plain(value, refuse)) : patch;
}

/** What kubectl reads: the number or text of an IntOrString or a Quantity, what a Lazy produces, and JSON as it is. */
function plain(value: unknown, refuse: (problem: string) => never): unknown {
  if (value instanceof Lazy) return plain(value.produce(), refuse);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, refuse));
  if (typeof value !== 'object') return refuse(`has the value ${String(value)}; allowed: what JSON can say`);
  const { value: content } = value as { readonly value?: unknown };
  if (value.constructor === Object || value.constructor === undefined) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, refuse)]));
  }
  if (typeof content === 'string' || typeof content === 'number') return content;
  return refuse(`has a value of class ${value.constructor.name}; allowed: what JSON can say, IntOrString, Quantity`);
}

type Refuse = (problem: string) => never;

/** The keys of a JSON Pointer. */
function keysOf(pointer: string, refuse: Refuse): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) refuse('is not a JSON pointer; allowed: a path that starts with "/"');
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function child(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
  return Array.isArray(node) && !isIndex(key) ? undefined : (node as { [key: string]: unknown })[key];
}

function isIndex(key: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(key);
}

function requireThere(document: object, pointer: string, refuse: Refuse): void {
  keysOf(pointer, refuse).reduce<unknown>((node, key, index, keys) => {
    const found = child(node, key);
    if (found === undefined) refuse(`finds no "/${keys.slice(0, index + 1).join('/')}"; allowed: a path that exists`);
    return found;
  }, document);
}

function requireParent(document: object, pointer: string, inserts: boolean, refuse: Refuse): void {
  const keys = keysOf(pointer, refuse);
  const last = keys.pop();
  if (last === undefined) return;
  let node: unknown = document;
  keys.forEach((key, index) => {
    node = child(node, key);
    if (typeof node !== 'object' || node === null)
      refuse(`finds no "/${keys.slice(0, index + 1).join('/')}"; allowed: a path whose parent exists`);
  });
  if (!Array.isArray(node)) return;
  const most = node.length - (inserts ? 0 : 1);
  if (inserts && last === '-') return;
  if (!isIndex(last) || Number(last) > most)
    refuse(`has no index of its list; allowed: 0 to ${most}${inserts ? ', or "-" for its end' : ''}`);
}
