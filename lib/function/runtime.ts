import { Place, type Problem } from '../fields';
import { RUNTIME } from './runtime-fields';

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

/** The language runtime of a function: user id, writable paths, start-up environment and cold-start target. */
export class Runtime {
  /** Static binary on distroless/static. Nothing to tune: the binary is the runtime. */
  public static readonly GO = new Runtime({ name: 'go', user: 65532, coldStartTargetMillis: 500 });

  /** Static musl binary on distroless/static or distroless/cc. */
  public static readonly RUST = new Runtime({ name: 'rust', user: 65532, coldStartTargetMillis: 500 });

  /** Node.js on Alpine, user `node`. `NODE_ENV=production` spares frameworks their development set-up. */
  public static readonly NODE = new Runtime({
    name: 'node',
    user: 1000,
    writablePaths: ['/tmp'],
    env: { NODE_ENV: 'production' },
    coldStartTargetMillis: 2000,
  });

  /**
   * Python slim. `PYTHONDONTWRITEBYTECODE` spares a write that a read-only root would refuse for every module;
   * `PYTHONUNBUFFERED` lets the last log lines out before a pod is scaled to zero.
   */
  public static readonly PYTHON = new Runtime({
    name: 'python',
    user: 1000,
    writablePaths: ['/tmp'],
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
    coldStartTargetMillis: 3000,
  });

  /** The runtimes with a profile of their own. */
  public static readonly ALL: readonly Runtime[] = [Runtime.GO, Runtime.RUST, Runtime.NODE, Runtime.PYTHON];

  /** A runtime that is not listed here. */
  public static custom(profile: RuntimeProfile): Runtime {
    return new Runtime(profile);
  }

  /** What is wrong with the profile; a function that has the runtime tells it. */
  public get problems(): Problem[] {
    const problems: Problem[] = [];
    RUNTIME.readWhole(RUNTIME.write(this.profile), Place.root('code', problems));
    return problems;
  }

  public readonly name: string;
  public readonly user: number;
  public readonly coldStartTargetMillis: number;
  private readonly profile: RuntimeProfile;

  private constructor(profile: RuntimeProfile) {
    this.profile = profile;
    this.name = profile.name;
    this.user = profile.user;
    this.coldStartTargetMillis = profile.coldStartTargetMillis;
  }

  public get writablePaths(): string[] {
    return [...(this.profile.writablePaths ?? [])];
  }

  public get env(): { [name: string]: string } {
    return { ...this.profile.env };
  }
}
