import type { Built, Programs } from './programs';
import type { Seen } from './states';

/** A GitOps tool, as the tests need it. */
export interface GitOpsTool {
  readonly name: string;
  readonly namespace: string;
  /** What programs.sh builds of it. */
  readonly programs: Built[];
  /** `gitops` of an environment; another one may be in the same cluster. */
  declare(url: string): object;
  start(programs: Programs): Promise<void>;
  /** What docs/how-to/gitops.md says to do once, with the folder `gitops` of an environment. */
  handOver(folder: string): void;
  /** What the webhook of a Git server does after a push. */
  refresh(): void;
  /** Waits until all that the tool applies has the commit, and is healthy unless it is one of `unhealthy`. */
  untilArrived(commit: string, unhealthy: string[], seconds?: number): Promise<void>;
  /** The folders of `dist/` that it applies, as `production-keda`. */
  applied(): string[];
  /** When KEDA was healthy, and when the functions came. */
  order(): { keda: string; functions: string };
  /** Writes down from now on what is not in sync or not healthy; what wakes is healthy. */
  watch(programs: Programs): () => Seen;
  /** Takes an environment from it: first what applies all others, lest it makes them again. */
  forget(environment: string): void;
  /** Takes it from the cluster, and leaves KEDA. */
  remove(): void;
}
