import { exitWith } from './exit';
import { visible } from './visible';

/** A command ends here, for a reason that it says; its exit code is 1. */
export class Stop extends Error {
  public readonly name = 'Stop';
  public readonly lines: readonly string[];

  constructor(...lines: string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Does what a command does, and says why it stopped. */
export async function orStop(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    for (const line of error.lines) console.error(`error: ${visible(line)}`);
    exitWith(1);
  }
}
