import type { Rule } from '../../fields/index';
import { misplaced } from '../../workload/volumes/paths';
import { isWritable } from '../../workload/volumes/volume';
import type { FunctionChartProps } from '../props';
import type { Runtime } from '../runtime/runtime';
import type { FunctionFilesProps } from './props';
import { writablePathsOf } from './writable-paths';

type Mounting = Pick<FunctionChartProps, 'volumes' | 'writablePaths'> & { readonly runtime?: Runtime };

/** What of a container's file system contradicts itself. */
export const MOUNT_RULES: Rule<Mounting, FunctionFilesProps>[] = [
  {
    props: ['volumes', 'writablePaths'],
    check({ volumes = {}, writablePaths = [] }) {
      const twice = writablePaths.find((path) => Object.hasOwn(volumes, path));
      return twice === undefined
        ? undefined
        : { prop: 'volumes', item: [twice], reason: 'is in writablePaths too', allowed: 'one of them' };
    },
  },
  {
    props: ['volumes', 'writablePaths'],
    check(settings) {
      const { volumes = {}, writablePaths = [] } = settings;
      const found = misplaced([
        ...Object.entries(volumes).map(([path, volume]) => ({ path, isWritable: isWritable(volume) })),
        ...writablePathsOf(settings).map((path) => ({ path, isWritable: true })),
      ]);
      if (!found) return undefined;
      const index = writablePaths.indexOf(found.path);
      return {
        ...(index < 0 ? { prop: 'volumes', item: [found.path] } : { prop: 'writablePaths', item: [index] }),
        reason: `lies in ${found.within}, which is read-only`,
        allowed: 'a path outside of it',
      };
    },
  },
];

/** The same of a function, which has nobody to share with. */
export const FILES_RULES: Rule<Mounting, FunctionFilesProps>[] = [
  ...MOUNT_RULES,
  {
    props: ['volumes'],
    check({ volumes = {} }) {
      const found = Object.entries(volumes).find(([, { shared }]) => shared !== undefined);
      return (
        found && { prop: 'volumes', item: [found[0], 'shared'], reason: 'is for init containers', allowed: 'a volume' }
      );
    },
  },
];
