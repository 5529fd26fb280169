import { spawnSync } from 'node:child_process';

/** What a process took. */
export interface Cost {
  readonly wallMillis: number;
  /** User and system, of all its threads. */
  readonly cpuMillis: number;
  readonly peakMebibytes: number;
}

// Node does not tell what a child took
const PROGRAM = `
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({'code': code, 'wall': wall, 'cpu': used.ru_utime + used.ru_stime, 'peak': used.ru_maxrss}))
`;

/** Runs a command to its end. */
export function measure(command: readonly string[], cwd: string): Cost {
  const { stdout, stderr, error } = spawnSync('python3', ['-c', PROGRAM, ...command], { cwd, encoding: 'utf8' });
  if (error) throw error;
  const { code, wall, cpu, peak } = JSON.parse(stdout);
  if (code !== 0) throw new Error(`${command.join(' ')}: exit code ${code}: ${stderr}`);
  const millis = (seconds: number) => Math.round(seconds * 10_000) / 10;
  return { wallMillis: millis(wall), cpuMillis: millis(cpu), peakMebibytes: Math.round(peak / 1024) };
}
