import type { Breach, Rule } from '../../fields/index';
import { writablePathsOf } from '../files/writable-paths';
import { type FunctionPort, PortProtocol } from '../network/port';
import type { PodProps } from '../pod/props';
import type { Runtime } from '../runtime/runtime';
import type { InitContainer } from './props';

type Pod = PodProps & {
  readonly runtime?: Runtime;
  readonly port?: number;
  readonly ports?: { [name: string]: FunctionPort };
};

/**
 * What the containers of a pod have to agree on.
 * @param own Name of the container that the others are beside.
 */
export const initContainerRules = (own: string): Rule<Pod>[] => [
  {
    props: ['initContainers'],
    check: ({ initContainers = [] }) => {
      const names = new Set([own]);
      const index = initContainers.findIndex(({ name }) => names.size === names.add(name).size);
      return index < 0
        ? undefined
        : breach(index, ['name'], 'is that of another container of the pod', `each name once, and not "${own}"`);
    },
  },
  {
    props: ['initContainers', 'port', 'ports'],
    check({ initContainers = [], port, ports = {} }) {
      const own = Object.entries(ports).filter(([, { protocol }]) => protocol !== PortProtocol.UDP);
      const taken = new Set<string | number>([port!, ...own.flatMap(([name, each]) => [name, each.port])]);
      for (const [index, container] of initContainers.entries()) {
        for (const [name, number] of Object.entries(container.ports ?? {})) {
          if (taken.has(name) || taken.has(number))
            return breach(index, ['ports', name], 'is another port of the pod', 'each name and number once');
          taken.add(name).add(number);
        }
      }
      return undefined;
    },
  },
  {
    props: ['initContainers', 'volumes', 'writablePaths'],
    check(settings) {
      const paths = [...Object.keys(settings.volumes ?? {}), ...writablePathsOf(settings)];
      for (const [index, { volumes }] of (settings.initContainers ?? []).entries()) {
        const astray = strayOf(volumes, paths);
        if (astray === undefined) continue;
        const allowed = paths.join(', ') || `none, as the ${own} has no volumes`;
        return breach(index, ['volumes', astray, 'shared'], `is not a path at which the ${own} has a volume`, allowed);
      }
      return undefined;
    },
  },
];

function strayOf(volumes: InitContainer['volumes'] = {}, paths: readonly string[]): string | undefined {
  return Object.keys(volumes).find((path) => {
    const { shared } = volumes[path];
    return shared !== undefined && !paths.includes(shared);
  });
}

function breach(index: number, item: string[], reason: string, allowed: string): Breach {
  return { prop: 'initContainers', item: [index, ...item], reason, allowed };
}
