import type { Duration } from 'cdk8s';
import { anyText, duration, type Fields, integer, list, map, Table } from '../../fields/index';
import { labelValue, variableName } from '../../fields/names';
import { mountPath } from '../../workload/volumes/paths';
import { variableFault } from '../process/variables';

const MAX_USER = 2 ** 31 - 1;

/** What a runtime needs of the pod that it starts in. */
export interface RuntimeProfile {
  /** Name of the runtime, by which metrics tell it. @default "custom" */
  readonly name?: string;

  /**
   * Numeric user and group id of the process; not 0. Must be able to read what the image has.
   * @default - the user of the image, which has to be a number other than 0
   */
  readonly user?: number;

  /**
   * Paths backed by an empty directory, since the root filesystem is read-only. The first costs 200 to 300 ms of a
   * cold start: the kubelet looks every 300 ms whether volumes are mounted.
   * @default - none
   */
  readonly writablePaths?: string[];

  /**
   * Environment variables of the process; `$(PORT)` stands for the port. A function's own come on top.
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /** Cold-start target, from the request to the first byte, which monitoring compares with. @default - none */
  readonly coldStartTarget?: Duration;
}

export const CUSTOM = 'custom';

const fields = {
  name: { ...labelValue(), default: CUSTOM },
  // root is what `runAsNonRoot` refuses
  user: integer(1, MAX_USER),
  writablePaths: list(mountPath()),
  env: map(variableName(variableFault), anyText()),
  coldStartTarget: duration(),
} satisfies Fields<RuntimeProfile>;

/** The profile of a runtime that is not listed. */
export const RUNTIME = new Table<RuntimeProfile, typeof fields>('RuntimeProfile', fields);
