import { type Fault, type Path, type Problem, type Table, valueAt } from '../fields';
import type { Policy } from '../policy/policy';
import type { FunctionSettings } from './fields';
import { INIT_CONTAINER } from './init-containers/fields';
import type { PodSettings } from './pod/fields';

/** What a policy is asked about. */
type Asked = PodSettings &
  Pick<FunctionSettings, 'image'> &
  Partial<Pick<FunctionSettings, 'schedules' | 'callerImage' | 'timeout'>>;

/** What of a function or a job its environment refuses. */
export function refusals<P extends object, F>(table: Table<P, F>, settings: P & Asked, policy: Policy): Problem[] {
  const { initContainers = [], schedules, callerImage, timeout } = settings;
  const faults: [Path, Fault | undefined][] = [
    ...ofContainer(settings, policy),
    ...initContainers.flatMap((container, index) =>
      ofContainer(INIT_CONTAINER.fill(container), policy).map(([path, fault]): [Path, Fault | undefined] => [
        ['initContainers', index, ...path],
        fault,
      ]),
    ),
    [['callerImage'], schedules && callerImage ? policy.imageFault(callerImage) : undefined],
    [['timeout'], timeout && policy.timeoutFault(timeout)],
  ];
  const found = faults.flatMap(([path, fault]) => (fault ? [{ path, ...fault }] : []));
  if (found.length === 0) return found;
  const written = table.write(settings);
  return found.map((problem) => ({ ...problem, value: valueAt(written, problem.path) }));
}

type Container = Pick<FunctionSettings, 'image' | 'memory' | 'memoryLimit' | 'volumes'>;

function ofContainer(
  { image, memory, memoryLimit, volumes = {} }: Container,
  policy: Policy,
): [Path, Fault | undefined][] {
  return [
    // a workload that is made elsewhere has none here
    [['image'], image === undefined ? undefined : policy.imageFault(image)],
    [['memory'], policy.memoryFault(memory)],
    [['memoryLimit'], memoryLimit && policy.memoryFault(memoryLimit)],
    ...Object.entries(volumes).map(([path, { image: mounted }]): [Path, Fault | undefined] => [
      ['volumes', path, 'image'],
      mounted === undefined ? undefined : policy.imageFault(mounted),
    ]),
  ];
}
