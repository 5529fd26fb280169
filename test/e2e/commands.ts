import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const CLI = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'cli/main.ts')];

/** Runs a command that changes the cluster, with its question answered, and returns what it prints. */
export function command(name: string, ...args: string[]): string {
  return ask(name, '--yes', ...args);
}

/** Runs a command that only reads, and returns what it prints. */
export function ask(name: string, ...args: string[]): string {
  return execFileSync(process.execPath, [...CLI, name, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a command says when it fails. */
export function refusal(name: string, ...args: string[]): string {
  try {
    return `no failure: ${command(name, ...args)}`;
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}
