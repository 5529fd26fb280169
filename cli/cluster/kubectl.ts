import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { Stop } from '../stop';
import { visibleLines } from '../visible';

/** What kubectl said. */
export interface Said {
  readonly ok: boolean;
  readonly out: string;
  readonly complaint: string;
}

/** Runs kubectl with one kubeconfig. */
export class Kubectl {
  constructor(private readonly kubeconfig?: string) {}

  /** Runs it, whatever comes of it; shows nothing. */
  public attempt(...args: string[]): Promise<Said> {
    return new Promise((resolve, reject) => {
      const child = spawn('kubectl', args, { env: this.env(), stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, complaint]: Buffer[][] = [[], []];
      child.stdout.on('data', (chunk) => out!.push(chunk));
      child.stderr.on('data', (chunk) => complaint!.push(chunk));
      child.on('error', (error) => reject(new Stop(`kubectl cannot be run: ${error.message}`)));
      child.on('close', (code) => resolve({ ok: code === 0, out: text(out!), complaint: text(complaint!) }));
    });
  }

  /** Runs it, and shows what it complains of, which may be the text of a webhook or of an object. */
  public async try(...args: string[]): Promise<Said> {
    const said = await this.attempt(...args);
    if (said.complaint) console.error(visibleLines(said.complaint.trimEnd()));
    return said;
  }

  /** What it prints. @throws Stop when it fails. */
  public async run(...args: string[]): Promise<string> {
    const { ok, out } = await this.try(...args);
    if (!ok) throw new Stop();
    return out;
  }

  /** Runs it while the process ends, when nothing can be waited for. */
  public runAtEnd(...args: string[]): SpawnSyncReturns<string> {
    return spawnSync('kubectl', args, { env: this.env(), encoding: 'utf8' });
  }

  private env(): NodeJS.ProcessEnv {
    return this.kubeconfig === undefined ? process.env : { ...process.env, KUBECONFIG: this.kubeconfig };
  }
}

function text(chunks: Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

/** The lines of a text that hold something. */
export function linesOf(all: string): string[] {
  return all.split('\n').filter(Boolean);
}
