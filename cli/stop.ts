import { CommanderError } from 'commander';
import { visible } from './visible';

/** Ends a command with an exit code: 0 all is well, 1 there are problems, 2 the command could not do its work. */
export function exitWith(code: number): void {
  if (code !== 0) throw new CommanderError(code, 'exit', `exit code ${code}`);
}

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
