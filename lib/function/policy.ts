import type { Problem } from '../fields';
import type { Policy } from '../policy/policy';
import { FUNCTION, type FunctionSettings } from './fields';

/** What of a function its environment refuses. */
export function refusals(settings: FunctionSettings, policy: Policy): Problem[] {
  const { image, memory, memoryLimit, timeout } = settings;
  const faults = {
    image: policy.imageFault(image),
    memory: policy.memoryFault(memory),
    memoryLimit: memoryLimit && policy.memoryFault(memoryLimit),
    timeout: policy.timeoutFault(timeout),
  };
  const written = FUNCTION.write(settings) as { readonly [key: string]: unknown };
  return Object.entries(faults).flatMap(([key, fault]) =>
    fault ? [{ path: [key], value: written[key], ...fault }] : [],
  );
}
