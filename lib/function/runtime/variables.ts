import { referencesIn, type Variables } from '../../workload/variables/variables';
import type { Runtime } from './runtime';

/** The variables of a process with those of its runtime; where it has no `PORT`, none of those that tell one. */
export function withRuntime({ env }: Runtime, own: Variables): Variables {
  const isMeant = (value: string) => Object.hasOwn(own, 'PORT') || !referencesIn(value).includes('PORT');
  return { ...Object.fromEntries(Object.entries(env).filter(([, value]) => isMeant(value))), ...own };
}
