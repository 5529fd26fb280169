import type { IConstruct } from 'constructs';

const STEPS = new WeakMap<IConstruct, (() => void)[]>();

/** Puts a step off until the tree of a construct is rendered, when all that a program makes is there. */
export function beforeRender(construct: IConstruct, step: () => void): void {
  const { root } = construct.node;
  const steps = STEPS.get(root) ?? [];
  STEPS.set(root, [...steps, step]);
}

/** Takes the steps that were put off, each once. */
export function completeTree(root: IConstruct): void {
  const steps = STEPS.get(root) ?? [];
  STEPS.delete(root);
  for (const step of steps) step();
}
