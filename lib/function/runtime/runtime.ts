import { Place, type Problem } from '../../fields/index';
import { RUNTIME, type RuntimeProfile } from './runtime-fields';

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
