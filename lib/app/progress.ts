import type { Progress } from '../synth/progress';

const PATIENCE_MS = 1000;
const PAUSE_MS = 100;

/** A line on a terminal that says how far a synthesis is once it takes long, and goes away. Nothing in CI, or in a file. */
export function progressOf(stream: NodeJS.WriteStream, now = () => performance.now()) {
  const begin = now();
  let last = begin;
  const isQuiet = !stream.isTTY || Boolean(process.env.CI);
  const update: Progress = (what, done, all) => {
    if (isQuiet || now() - begin < PATIENCE_MS || now() - last < PAUSE_MS) return;
    last = now();
    stream.write(`\r\u001b[K${what} ${done} of ${all} files`);
  };
  const clear = () => {
    if (last !== begin) stream.write('\r\u001b[K');
  };
  return { update, clear };
}
