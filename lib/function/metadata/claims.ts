import type { IConstruct } from 'constructs';
import { compareText } from '../../compare';
import { ensure } from '../../ensure';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
import { describe, type Fault } from '../../fields/index';
import type { Labels } from '../../naming';

interface Owner {
  readonly construct: IConstruct;
  readonly object: string;
}

const ALL = new WeakMap<IConstruct, Map<string, Owner>>();

/** Makes it an error that two functions of a cluster would find each other's pods. */
export function claimSelector(owner: Owner, namespace: string, selector: Labels): void {
  const scope = Environment.scopeOf(owner.construct);
  const owners = ensure(ALL, scope, () => new Map());
  const other = ensure(owners, selectorKey(namespace, selector), () => owner);
  // two objects of one name are told as that
  if (other.object !== owner.object) {
    const problem = describe({ path: [], ...sameSelector(other.construct.node.path) }, '');
    addRefusal(owner.construct, () => problem);
  }
}

/** Pods that one selector finds. */
export function selectorKey(namespace: string, selector: Labels): string {
  return JSON.stringify([namespace, Object.entries(selector).sort(([a], [b]) => compareText(a, b))]);
}

/** What is wrong with two functions whose pods are found alike. */
export function sameSelector(other: string): Fault {
  return {
    reason: `finds its pods by the same labels as ${other}`,
    allowed: "another name, or {project} in the environment's naming.selector",
  };
}
