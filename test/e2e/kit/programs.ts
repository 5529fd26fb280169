import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

// as programs.sh has them
const CACHE = process.env.GITOPS_PROGRAMS ?? join(homedir(), '.cache/cdk8s-keda-functions');
const VERSIONS = new Map(
  [...readFileSync(join(__dirname, 'programs.sh'), 'utf8').matchAll(/^(ARGO_CD|FLUX)=([\d.]+)/gm)].map(
    ([, name, version]) => [name, version],
  ),
);

/** What programs.sh builds. */
export type Built = 'argocd' | 'source-controller' | 'kustomize-controller';

/** A program that programs.sh builds, and the manifests beside it. */
export function built(name: Built): { readonly program: string; readonly manifests: string } {
  const folder = join(CACHE, `${name}-${VERSIONS.get(name === 'argocd' ? 'ARGO_CD' : 'FLUX')}`);
  return { program: join(folder, name), manifests: join(folder, 'manifests') };
}

/** `describe` where the programs are built, else `describe.skip` with the reason. */
export function describeWith(...names: Built[]): jest.Describe {
  const missing = names.filter((name) => !existsSync(built(name).program));
  if (missing.length === 0) return describe;
  console.warn(`skipped: ${missing.join(' and ')} is not built; test/e2e/kit/programs.sh builds it`);
  return describe.skip;
}

/** Processes beside the test, with a folder for their data and logs; none outlives it. */
export class Programs {
  public readonly folder = mkdtempSync(join(tmpdir(), 'programs-'));
  private readonly running: ChildProcess[] = [];
  private readonly kill = () => {
    for (const process of this.running) process.kill('SIGKILL');
  };

  constructor() {
    process.once('exit', this.kill);
  }

  /** Starts a program; what it prints goes to a file of that name. */
  public start(log: string, command: string, args: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    const output = openSync(join(this.folder, `${log}.log`), 'a');
    const child = spawn(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', output, output],
    });
    this.running.push(child);
    return child;
  }

  /** What a program has printed so far. */
  public log(name: string): string {
    return readFileSync(join(this.folder, `${name}.log`), 'utf8');
  }

  /** KEEP_LOGS leaves what they printed, to be read. */
  public stop(): void {
    process.off('exit', this.kill);
    this.kill();
    if (process.env.KEEP_LOGS) console.log(`logs: ${this.folder}`);
    else rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A port of this machine that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits until a URL answers 200. */
export async function untilAnswers(url: string, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error(`${url}: no answer within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
