import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const [, VERSION] = /^ARGO_CD=(.*)$/m.exec(readFileSync(join(__dirname, 'programs.sh'), 'utf8'))!;
const FOLDER = join(process.env.GITOPS_PROGRAMS ?? join(homedir(), '.cache/cdk8s-keda-functions'), `argocd-${VERSION}`);

/** Argo CD as programs.sh builds it, and the manifests that install it. */
export const PROGRAM = join(FOLDER, 'argocd');
export const MANIFESTS = join(FOLDER, 'manifests');

/** `describe` where a program is built, else `describe.skip` with the reason. */
export function describeWith(program: string): jest.Describe {
  if (existsSync(program)) return describe;
  console.warn(`skipped: ${program} is not there; test/e2e/kit/programs.sh builds it`);
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

  public stop(): void {
    process.off('exit', this.kill);
    this.kill();
    rmSync(this.folder, { recursive: true, force: true });
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
