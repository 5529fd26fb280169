import type { Progress } from './read/look';

/** A line on a terminal that says how far the reading is, and goes away. Nothing where there is no terminal. */
export function progressOn(stream: NodeJS.WriteStream): { readonly update: Progress; readonly clear: () => void } {
  if (!stream.isTTY) return { update: () => {}, clear: () => {} };
  return {
    update: (done, all) => stream.write(`\r\u001b[Kreading the cluster: ${done} of ${all}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}
