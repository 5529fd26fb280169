import { InputError } from '../errors';
import { oneLine } from '../one-line';

/**
 * Makes a program that ends with an error say it in a line a problem, with exit code 1; `DEBUG=1` shows the stack. Where
 * somebody else takes care of uncaught errors, as a test runner does, nothing changes.
 */
export function tellUncaught(): void {
  if (process.listenerCount('uncaughtException') > 0) return;
  process.on('uncaughtException', (error) => {
    for (const line of linesOf(error)) console.error(`error: ${line}`);
    process.exit(1);
  });
}

/** An error as lines for a person, each a problem. */
export function linesOf(error: unknown): string[] {
  if (error instanceof InputError) return error.message.split('\n');
  // the tree keeps children in an object, where these names are taken before the first child
  const [, id, parent] = /already a Construct with name '(.*)' in (.*)$/.exec(String(error)) ?? [];
  if (id !== undefined && id in Object.prototype) {
    return [`${parent}: id "${id}" is a name that every JavaScript object has; allowed: another id`];
  }
  if (process.env.DEBUG && error instanceof Error) return [error.stack ?? error.message];
  return [`${oneLine(error instanceof Error ? error.message : String(error))} (DEBUG=1 shows where)`];
}
