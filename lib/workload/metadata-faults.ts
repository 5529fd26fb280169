import type { Fault } from '../fields/index';

/** Keys of labels or annotations that a declaration may not set, and why. */
export interface KeyFaults {
  readonly [key: string]: Fault;
}

/** What is wrong with a key that something else sets. */
export const takenBy = (by: string): Fault => ({ reason: `is taken: ${by}`, allowed: 'another key' });

/** What is wrong with what a setting says already. */
export const carries = (setting: string, allowed = setting): Fault => ({
  reason: `is taken: it carries the setting ${setting}`,
  allowed,
});

/** Labels of pods that belong to the controller of a Deployment. */
export const POD_LABEL_FAULTS: KeyFaults = {
  'pod-template-hash': takenBy('the controller of the Deployment sets it'),
};

/** Annotations of objects that belong to the controller of a Deployment. */
export const ANNOTATION_FAULTS: KeyFaults = {
  'deployment.kubernetes.io/revision': takenBy('the controller of the Deployment sets it'),
};

// what they asked for, fields of the security context ask for since, and those are fixed
const SECURITY = /^(container\.apparmor\.security\.beta|(container\.)?seccomp\.security\.alpha)\.kubernetes\.io\//;

/** What keeps a declaration from setting an annotation of pods, if anything. */
export function podAnnotationFault(key: string): Fault | undefined {
  return SECURITY.test(key) ? takenBy('the security of the pods is fixed') : undefined;
}

/** What keeps a declaration from setting a key, if anything. */
export function faultOf(faults: KeyFaults): (key: string) => Fault | undefined {
  return (key) => (Object.hasOwn(faults, key) ? faults[key] : undefined);
}
