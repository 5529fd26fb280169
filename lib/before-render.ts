import type { IConstruct } from 'constructs';
import { ensure } from './ensure';

const STEPS = new WeakMap<IConstruct, (() => void)[]>();

/** Puts a step off until the tree of a construct is rendered, when all that a program makes is there. */
export function beforeRender(construct: IConstruct, step: () => void): void {
  ensure(STEPS, construct.node.root, () => []).push(step);
}

/** Takes the steps that were put off, each once. */
export function completeTree(root: IConstruct): void {
  const steps = STEPS.get(root) ?? [];
  STEPS.delete(root);
  for (const step of steps) step();
}
