import type { Problem } from '../../fields/index';
import type { FunctionNames, Naming } from '../../naming';
import { present } from '../../present';
import { LABEL_VALUE, MAX_LABEL } from '../../values/names';
import { takenBy } from '../../workload/metadata-faults';
import { HPA_PREFIX } from '../scaling/names';
import { Scaler, type ScalingProps } from '../scaling/props';
import type { FunctionMetadataProps } from './props';

type NamedProps = FunctionMetadataProps & Pick<ScalingProps, 'scaler'>;

/** What the API server asks of the name of a Service. */
const SERVICE_NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** What is wrong with what a function and its objects are called in an environment. */
export function problemsOfNames(naming: Naming, names: FunctionNames, props: NamedProps): Problem[] {
  const { name, id } = names;
  const object = naming.objectOf(names);
  const labels = naming.labelsOf(names);
  const problem = (value: string, reason: string, allowed: string): Problem => ({
    path: ['name'],
    value: name,
    reason: `makes ${value}${reason}`,
    allowed,
  });
  const tooLong = (value: string, { length }: string, most = MAX_LABEL) => {
    const allowed = `a-z, 0-9 and "-", at most ${name.length - (length - most)} characters`;
    return problem(value, `, which has ${length} characters`, allowed);
  };
  // of an HTTPScaledObject the add-on makes a ScaledObject, whose HPA gets its name from KEDA
  const most = props.scaler === Scaler.HTTP_SCALED_OBJECT ? MAX_LABEL - HPA_PREFIX.length : MAX_LABEL;
  const [key, value] = Object.entries(labels).find(([, each]) => !LABEL_VALUE.test(each)) ?? [];
  return present<Problem>([
    object.length > most
      ? tooLong(`"${object}"`, object, most)
      : [
          !SERVICE_NAME.test(object) && problem(`"${object}"`, '', 'a letter first, as in the name of a Service'),
          value !== undefined && tooLong(`the label ${key}: ${value}`, value),
        ],
    id !== undefined &&
      !naming.showsId && {
        path: ['id'],
        value: id,
        reason: "has no effect: no label of the environment's naming holds {id}",
        allowed: 'none',
      },
    (['labels', 'podLabels'] as const).map((prop) =>
      Object.keys(props[prop] ?? {})
        .filter((key) => Object.hasOwn(labels, key))
        .map((key) => ({ path: [prop, key], ...takenBy(`it says whose object it is, ${labels[key]}`) })),
    ),
  ]);
}
