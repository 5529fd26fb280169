import { type Breach, cpu, type Fields, memory, type Rule, Table } from '../fields';
import { formatMemory } from '../values/memory';
import type { Resources } from './resources';

const fields = {
  cpuRequest: { ...cpu(), key: 'cpu' },
  cpuLimit: cpu(),
  memoryRequest: { ...memory(), key: 'memory' },
  memoryLimit: memory(),
} satisfies Fields<Resources>;

const RULES: Rule<Resources>[] = [
  { props: ['cpuRequest', 'cpuLimit'], check: ({ cpuRequest, cpuLimit }) => excess({ cpuRequest, cpuLimit }) },
  {
    props: ['memoryRequest', 'memoryLimit'],
    check: ({ memoryRequest, memoryLimit }) => excess({ memoryRequest, memoryLimit }),
  },
];

/** CPU and memory of a container, as keys among the other settings of what runs in it. */
export const RESOURCES = new Table<Resources, typeof fields>('Resources', fields, RULES);

/** What is wrong with a request above its limit, which the API server refuses. */
export function excess({ cpuRequest, cpuLimit, memoryRequest, memoryLimit }: Resources): Breach | undefined {
  if (cpuRequest && cpuLimit && cpuRequest.millicores > cpuLimit.millicores) {
    return { prop: 'cpuRequest', reason: 'is above cpuLimit', allowed: `at most ${cpuLimit.toQuantity()}` };
  }
  if (memoryRequest && memoryLimit && memoryRequest.toKibibytes() > memoryLimit.toKibibytes()) {
    return { prop: 'memoryRequest', reason: 'is above memoryLimit', allowed: `at most ${formatMemory(memoryLimit)}` };
  }
  return undefined;
}

/** The same of resources that a setting holds. */
export function excessIn(prop: string, resources: Resources): Breach | undefined {
  const breach = excess(resources);
  return breach && { ...breach, prop, item: [breach.prop === 'cpuRequest' ? 'cpu' : 'memory'] };
}
