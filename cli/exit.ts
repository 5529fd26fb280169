import { CommanderError } from 'commander';

/** Ends a command with an exit code: 0 all is well, 1 there are problems, 2 the command could not do its work. */
export function exitWith(code: number): void {
  if (code !== 0) throw new CommanderError(code, 'exit', `exit code ${code}`);
}
