import type { Fault } from '../../fields/index';

const taken = (by: string): Fault => ({ reason: `is taken: ${by}`, allowed: 'another key' });

/** The labels by which pods are found. */
const SELECTOR: { readonly [key: string]: Fault } = {
  app: taken("it carries the function's name"),
  'enclii.dev/function': taken("it carries the function's name"),
  'enclii.dev/function-id': { reason: 'is taken: it carries the setting id', allowed: 'id, or another key' },
};

const LABELS: { readonly [key: string]: Fault } = {
  ...SELECTOR,
  'scaledobject.keda.sh/name': taken('KEDA sets it'),
};

const POD_LABELS: { readonly [key: string]: Fault } = {
  ...SELECTOR,
  'pod-template-hash': taken('the controller of the Deployment sets it'),
};

const ANNOTATIONS: { readonly [key: string]: Fault } = {
  'httpscaledobject.keda.sh/skip-scaledobject-creation': taken('it says which object scales the function'),
  'deployment.kubernetes.io/revision': taken('the controller of the Deployment sets it'),
};

// what they asked for, fields of the security context ask for since, and those are fixed
const SECURITY = /^(container\.apparmor\.security\.beta|(container\.)?seccomp\.security\.alpha)\.kubernetes\.io\//;

/** What keeps a declaration from setting a label of the objects, if anything. */
export const labelFault = faultOf(LABELS);
/** What keeps a declaration from setting a label of the pods, if anything. */
export const podLabelFault = faultOf(POD_LABELS);
/** What keeps a declaration from setting an annotation of the objects, if anything. */
export const annotationFault = faultOf(ANNOTATIONS);

/** What keeps a declaration from setting an annotation of the pods, if anything. */
export function podAnnotationFault(key: string): Fault | undefined {
  return SECURITY.test(key) ? taken('the security of the pods is fixed') : undefined;
}

function faultOf(faults: { readonly [key: string]: Fault }): (key: string) => Fault | undefined {
  return (key) => (Object.hasOwn(faults, key) ? faults[key] : undefined);
}
