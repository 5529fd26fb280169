import type { Fault, Path, Problem } from '../fields';
import type { Policy } from '../policy/policy';
import { FUNCTION, type FunctionSettings } from './fields';
import { INIT_CONTAINER } from './init-containers/fields';
import type { PodSettings } from './pod/fields';

/** What of a function its environment refuses. */
export function refusals(settings: FunctionSettings, policy: Policy): Problem[] {
  const written = () => FUNCTION.write(settings);
  const fault = policy.timeoutFault(settings.timeout);
  const callerFault = settings.schedules && policy.imageFault(settings.callerImage);
  return [
    ...podRefusals(settings, policy, written),
    ...(callerFault ? [{ path: ['callerImage'], value: settings.callerImage, ...callerFault }] : []),
    ...(fault ? [{ path: ['timeout'], value: valueAt(written(), ['timeout']), ...fault }] : []),
  ];
}

/** @param written The settings as YAML has them, asked for when something is wrong. */
export function podRefusals(
  settings: PodSettings & { readonly image: string },
  policy: Policy,
  written: () => unknown,
): Problem[] {
  const { initContainers = [] } = settings;
  return [
    ...ofContainer(settings, policy),
    ...initContainers.flatMap((container, index) =>
      ofContainer(INIT_CONTAINER.fill(container), policy).map(({ path, ...problem }) => ({
        ...problem,
        path: ['initContainers', index, ...path],
      })),
    ),
  ].map((problem) => ({ ...problem, value: valueAt(written(), problem.path) }));
}

type Container = Pick<FunctionSettings, 'image' | 'memory' | 'memoryLimit' | 'volumes'>;

function ofContainer({ image, memory, memoryLimit, volumes = {} }: Container, policy: Policy): Problem[] {
  const faults: [Path, Fault | undefined][] = [
    // a workload that is made elsewhere has none here
    [['image'], image === undefined ? undefined : policy.imageFault(image)],
    [['memory'], policy.memoryFault(memory)],
    [['memoryLimit'], memoryLimit && policy.memoryFault(memoryLimit)],
    ...Object.entries(volumes).map(([path, { image: mounted }]): [Path, Fault | undefined] => [
      ['volumes', path, 'image'],
      mounted === undefined ? undefined : policy.imageFault(mounted),
    ]),
  ];
  return faults.flatMap(([path, fault]) => (fault ? [{ path, ...fault }] : []));
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => Object(value)[step], written);
}
