import { carries, faultOf, POD_LABEL_FAULTS, takenBy } from '../workload/metadata-faults';
import { RESTRICTED_NAMESPACE_LABELS } from '../workload/restricted';

const BY_KEDA = {
  'scaledobject.keda.sh/name': takenBy('KEDA sets it'),
  'scaledjob.keda.sh/name': takenBy('KEDA sets it'),
};

/** What keeps a label from objects of a function, if anything: something else sets it. */
export const labelFault = faultOf(BY_KEDA);

/** What keeps a label from the pods of a function, if anything. */
export const podLabelFault = faultOf(POD_LABEL_FAULTS);

/** What keeps a label from both, if anything. */
export const sharedLabelFault = faultOf({ ...BY_KEDA, ...POD_LABEL_FAULTS });

/** What keeps a label from a namespace, if anything. */
export const namespaceLabelFault = faultOf({
  ...Object.fromEntries(Object.keys(RESTRICTED_NAMESPACE_LABELS).map((key) => [key, carries('podSecurity')])),
  'kubernetes.io/metadata.name': takenBy("the API server sets it to the namespace's name"),
});
