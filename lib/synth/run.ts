import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** How everything is named that a run puts in an output folder for its own use. */
export const RUN_PREFIX = '.synth-';

/** After this many milliseconds a run on another machine, which cannot be asked, counts as dead. */
export const FOREIGN_RUN_MS = 10 * 60 * 1000;

const NAME = /^\.synth-(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}$/;

/** A name for a run of this process, which tells anyone on this machine whether that run is alive. */
export function nameOfRun(): string {
  const start = startOf(process.pid) ?? '0';
  return `${RUN_PREFIX}${process.pid}-${start}-${place()}-${randomBytes(4).toString('hex')}`;
}

/** Whether the run of this name may still be at work, given when it last showed a sign of life. */
export function isAlive(name: string, seenMs: number): boolean {
  const [, pid, start, where] = NAME.exec(name) ?? [];
  if (pid === undefined || where !== place()) return Date.now() - seenMs < FOREIGN_RUN_MS;
  if (start !== '0') return startOf(Number(pid)) === start;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A run as a person would look for it. */
export function describeRun(name: string): string {
  const [, pid, , where] = NAME.exec(name) ?? [];
  if (pid === undefined) return 'another run';
  return `another run (process ${pid}${where === place() ? '' : ' of another machine or container'})`;
}

export function isRun(name: string): boolean {
  return NAME.test(name);
}

/** When a living process began, in the clock of the kernel: a number is given to processes again and again. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

/** Where a process number means one process: the machine and, on Linux, the namespace of processes. */
function place(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // no Linux
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 8);
}
