import { createInterface } from 'node:readline';
import { Stop } from '../stop';
import { visible } from '../visible';
import type { Target } from './target';

/** Asks, before anything is changed. @throws Stop unless somebody says yes. */
export async function confirm({ title }: Target, what: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Stop('nothing was changed, for nobody can be asked here; allowed: --yes');
  console.log(visible(`${what}: ${title}`));
  process.stderr.write('type yes: ');
  if ((await readLine()) !== 'yes') throw new Stop('nothing was changed');
}

function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => resolve(''));
  });
}
