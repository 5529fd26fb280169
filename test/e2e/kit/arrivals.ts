import { table, writeResults } from '../../../bench/kit/results';
import type { Seen } from './states';
import type { GitOpsTool } from './tool';

/** How long each commit takes until all of it is there and healthy. */
export class Arrivals {
  private readonly seen: [what: string, seconds: string][] = [];

  constructor(private readonly tool: GitOpsTool) {}

  /** Waits until a commit that was pushed just now has arrived. */
  public async see(what: string, commit: string, unhealthy: string[] = [], seconds = 240): Promise<void> {
    const start = Date.now();
    this.tool.refresh();
    await this.tool.untilArrived(commit, unhealthy, seconds);
    const took = ((Date.now() - start) / 1000).toFixed(1);
    this.seen.push([what, took]);
    console.log(`${this.tool.name}: ${what}: there and healthy ${took} s after the push`);
  }

  /** Writes all to bench/results, with what was seen while the tool was watched. */
  public record(watched: number, seen: Seen, replicas: number[]): void {
    const { samples, changes, faults } = seen;
    const markdown = [
      table(['commit', 'there and healthy, seconds after the push'], this.seen),
      '',
      `${watched} s of traffic, a new certificate and a restart of KEDA: ${samples} samples, ${changes} changes of state, ` +
        `${faults.length} states that should not be; a function woken ${replicas.length} times, up to ${Math.max(...replicas)} replicas.`,
    ].join('\n');
    const name = `delivery-${this.tool.name.toLowerCase().replace(' ', '')}`;
    writeResults(name, { arrivals: this.seen, ...seen, replicas }, markdown);
  }
}
