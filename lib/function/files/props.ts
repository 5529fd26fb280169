import type { Volume } from '../../workload/volumes/volume';

/** What a process finds in its file system beside its image, which is read-only. */
export interface FunctionFilesProps {
  /**
   * What is mounted, by path. In place of a path that the runtime lets be written to, or beside. The first volume of a pod
   * costs a cold start 0.4 s, of whatever kind.
   * @default - nothing
   */
  readonly volumes?: { [path: string]: Volume };
  /** Paths that the process may write to, each an empty directory on the node's disk. @default - those of the runtime */
  readonly writablePaths?: string[];
}
