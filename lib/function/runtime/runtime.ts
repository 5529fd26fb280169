import { Duration } from 'cdk8s';
import { CUSTOM, type RuntimeProfile } from './runtime-fields';

/** The language runtime of a function: user id, writable paths, start-up environment and cold-start target. */
export class Runtime {
  /** Static binary on distroless/static. Nothing to tune: the binary is the runtime. */
  public static readonly GO = new Runtime({ name: 'go', user: 65532, coldStartTarget: Duration.millis(500) });

  /** Static musl binary on distroless/static or distroless/cc. */
  public static readonly RUST = new Runtime({ name: 'rust', user: 65532, coldStartTarget: Duration.millis(500) });

  /** Node.js on Alpine, user `node`. `NODE_ENV=production` spares frameworks their development set-up. */
  public static readonly NODE = new Runtime({
    name: 'node',
    user: 1000,
    writablePaths: ['/tmp'],
    env: { NODE_ENV: 'production' },
    coldStartTarget: Duration.seconds(2),
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
    coldStartTarget: Duration.seconds(3),
  });

  /**
   * A JVM on distroless, user `nonroot`. The JVM gives the heap a quarter of the memory limit, 128 MiB of 512; nothing else runs
   * in the container, so three quarters. Servers and native libraries unpack themselves to `/tmp`.
   */
  public static readonly JAVA = new Runtime({
    name: 'java',
    user: 65532,
    writablePaths: ['/tmp'],
    env: { JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75' },
    coldStartTarget: Duration.seconds(3),
  });

  /**
   * ASP.NET Core on a chiseled image, user `app`. It knows no `PORT`, so its own variable carries it. A watcher of configuration files
   * costs an inotify instance, of which a node has 128 for one user, and nothing changes in a read-only image. Uploads are
   * buffered in `/tmp`.
   */
  public static readonly DOTNET = new Runtime({
    name: 'dotnet',
    user: 1654,
    writablePaths: ['/tmp'],
    env: { ASPNETCORE_HTTP_PORTS: '$(PORT)', DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE: 'false' },
    coldStartTarget: Duration.seconds(3),
  });

  /**
   * Deno, user `deno`. `DENO_SERVE_ADDRESS` is where `Deno.serve` and `deno serve` listen, so that a program needs no
   * permission to read `PORT`. No writable path: a program may write only where `--allow-write` says.
   */
  public static readonly DENO = new Runtime({
    name: 'deno',
    user: 1993,
    env: { DENO_SERVE_ADDRESS: 'tcp:0.0.0.0:$(PORT)' },
    coldStartTarget: Duration.seconds(2),
  });

  /**
   * Bun, user `bun`; `Bun.serve` listens on `PORT`. `NODE_ENV=production` keeps source code out of the answer to an error; no
   * cache of transpiled files is written, which would be gone with the pod.
   */
  public static readonly BUN = new Runtime({
    name: 'bun',
    user: 1000,
    writablePaths: ['/tmp'],
    env: { NODE_ENV: 'production', BUN_RUNTIME_TRANSPILER_CACHE_PATH: '0' },
    coldStartTarget: Duration.seconds(2),
  });

  /** Any image that runs as a numeric user other than 0. Nothing is known of it, so nothing is set; no target either. */
  public static readonly CONTAINER = new Runtime({ name: 'container' });

  /** The runtimes with a profile of their own. */
  public static readonly ALL: Runtime[] = [
    Runtime.GO,
    Runtime.RUST,
    Runtime.NODE,
    Runtime.PYTHON,
    Runtime.JAVA,
    Runtime.DOTNET,
    Runtime.DENO,
    Runtime.BUN,
    Runtime.CONTAINER,
  ];

  /** A runtime that is not listed here. */
  public static custom(profile: RuntimeProfile): Runtime {
    return new Runtime(profile);
  }

  public readonly name: string;
  /** Undefined where it is the image's own. */
  public readonly user?: number;
  /** Undefined without one. */
  public readonly coldStartTarget?: Duration;
  /** @internal */
  public readonly _profile: RuntimeProfile;

  private constructor(profile: RuntimeProfile) {
    this._profile = profile;
    this.name = profile.name ?? CUSTOM;
    this.user = profile.user;
    this.coldStartTarget = profile.coldStartTarget;
  }

  public get writablePaths(): string[] {
    return [...(this._profile.writablePaths ?? [])];
  }

  public get env(): { [name: string]: string } {
    return { ...this._profile.env };
  }
}
