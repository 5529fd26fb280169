import { anyText, type Fields, integer, list, map, Table, text } from '../../fields/index';
import { variableName } from '../../fields/names';
import { mountPath } from '../../workload/volumes/paths';
import { variableFault } from '../process/variables';

const MAX_USER = 2 ** 31 - 1;

/** What a runtime needs of the pod that it starts in. */
export interface RuntimeProfile {
  /** Name of the runtime, as in a function's declaration. */
  readonly name: string;

  /** Numeric user and group id of the process. Must match the image's user. */
  readonly user: number;

  /**
   * Paths backed by an empty directory, since the root filesystem is read-only. The first costs 200 to 300 ms of a
   * cold start: the kubelet looks every 300 ms whether volumes are mounted.
   * @default - none
   */
  readonly writablePaths?: string[];

  /**
   * Environment variables of the process. A function's own come on top.
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /** Cold-start target, from the request to the first byte, in milliseconds. */
  readonly coldStartTargetMillis: number;
}

const fields = {
  name: { ...text(), required: true },
  // root is what `runAsNonRoot` refuses
  user: { ...integer(1, MAX_USER), required: true },
  writablePaths: list(mountPath()),
  env: map(variableName(variableFault), anyText()),
  coldStartTargetMillis: { ...integer(1), required: true },
} satisfies Fields<RuntimeProfile>;

/** The profile of a runtime, which is always made in code. */
export const RUNTIME = new Table<RuntimeProfile, typeof fields>('RuntimeProfile', fields);
