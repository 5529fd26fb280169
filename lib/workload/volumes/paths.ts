import { posix } from 'node:path';
import { type Fault, type Field, text } from '../../fields/index';

/** Where something is mounted: a path written in one way, so that two are the same or are not. */
export function mountPath(): Field<string> {
  return text({ pattern: /^\//, allowed: 'an absolute path', fault: mountFault });
}

/** A relative path that stays where it begins. */
export function pathWithin(place = 'volume'): Field<string> {
  return text({
    fault(path) {
      const allowed = 'a relative path without ".."';
      if (path.startsWith('/') || path.startsWith('..') || path.split('/').includes('..'))
        return { reason: `leads out of the ${place}`, allowed };
      const plain = posix.join(path).replace(/\/$/, '');
      if (plain === '.') return { reason: `is the ${place} itself`, allowed };
      return plain === path ? undefined : { reason: 'is not written plainly', allowed: `"${plain}"` };
    },
  });
}

function mountFault(path: string): Fault | undefined {
  const plain = posix.resolve(path);
  if (plain !== path) return { reason: 'is not written plainly', allowed: `"${plain}"` };
  if (path.includes(':')) return { reason: 'holds a ":", which a mount cannot', allowed: 'a path without it' };
  // what the container runtime mounts itself; /dev/shm may be another one
  return /^\/(|dev|(proc|sys)(\/.*)?)$/.test(path)
    ? { reason: 'belongs to the system', allowed: 'another path' }
    : undefined;
}

/** Something that is mounted at a path. */
export interface Mounted {
  readonly path: string;
  /** Whether something can be made within it. */
  readonly isWritable: boolean;
}

/** The first path within another in which nothing can be made, so that the container would not start. */
export function misplaced(mounted: readonly Mounted[]): { readonly path: string; readonly within: string } | undefined {
  const closed = new Set(mounted.filter(({ isWritable }) => !isWritable).map(({ path }) => path));
  for (const { path } of mounted) {
    for (let around = posix.dirname(path); around !== '/'; around = posix.dirname(around))
      if (closed.has(around)) return { path, within: around };
  }
  return undefined;
}
