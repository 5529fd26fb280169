import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a script of the project, with its question answered, and returns what it prints. */
export function script(name: string, ...args: string[]): string {
  return execFileSync(join(__dirname, '../../scripts', name), ['--yes', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a script says when it fails. */
export function refusal(name: string, ...args: string[]): string {
  try {
    return `no failure: ${script(name, ...args)}`;
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}
