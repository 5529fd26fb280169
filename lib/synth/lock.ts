import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors';
import { restore } from './exchange';
import { describeRun, isAlive, isRun, nameOfRun, RUN_PREFIX } from './run';

const LOCK = `${RUN_PREFIX}lock`;
const POLL_MS = 20;

/** How long a run waits for another one that writes into the same folder, in milliseconds. */
const WAIT_MS = 120_000;

/**
 * Runs `action` while no other run holds the folder, which is made if need be. The action gets a folder of its own within,
 * on the same file system; it goes afterwards, and with it what dead runs left.
 *
 * @throws InputError when another living run keeps the folder for longer than `waitMs`.
 */
export function withLock<T>(root: string, action: (staging: string) => T, waitMs = WAIT_MS): T {
  const run = nameOfRun();
  const staging = join(root, run);
  const made = mkdirSync(staging, { recursive: true }) as string;
  try {
    const ticket = join(staging, 'ticket');
    writeFileSync(ticket, run);
    const lock = join(root, LOCK);
    acquire(lock, ticket, Date.now() + waitMs);
    try {
      removeLeftovers(root, run);
      return action(staging);
    } finally {
      rmSync(staging, { recursive: true, force: true });
      if (holderOf(lock)?.run === run) rmSync(lock);
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
    if (made !== staging) removeEmptyFolders(root, made);
  }
}

/** Removes a folder, and those above it up to `last`, as far as they are empty. */
export function removeEmptyFolders(folder: string, last: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== last) removeEmptyFolders(dirname(folder), last);
}

function acquire(lock: string, ticket: string, deadline: number): void {
  while (!claim(lock, ticket)) {
    const holder = holderOf(lock);
    if (holder === undefined) continue;
    if (!isAlive(holder.run, holder.since)) {
      releaseForTheDead(lock, holder.run, ticket, deadline);
    } else if (Date.now() < deadline) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
    } else {
      throw new InputError(
        `${dirname(lock)}: ${describeRun(holder.run)} has been writing here since ${new Date(holder.since).toISOString()}; ` +
          `allowed: one run at a time (if that one is over, delete ${lock})`,
      );
    }
  }
}

/** A link is there with its content or not at all, whenever a run dies. */
function claim(lock: string, ticket: string): boolean {
  try {
    linkSync(ticket, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  }
  try {
    copyFileSync(ticket, lock, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two runs may find the same holder dead, and the slower one must not remove the lock that the faster one has taken by
 * then. So the removal has a lock of its own, one for each dead holder; who has it looks again.
 */
function releaseForTheDead(lock: string, dead: string, ticket: string, deadline: number): void {
  const guard = `${lock}.${dead.slice(-8) || 'unknown'}`;
  acquire(guard, ticket, deadline);
  if (holderOf(lock)?.run === dead) rmSync(lock);
  rmSync(guard, { force: true });
}

function holderOf(lock: string): { run: string; since: number } | undefined {
  try {
    return { since: statSync(lock).mtimeMs, run: readFileSync(lock, 'utf8') };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function removeLeftovers(root: string, run: string): void {
  const names = readdirSync(root).filter((name) => name.startsWith(RUN_PREFIX) && name !== run && name !== LOCK);
  for (const name of names.filter((leftover) => !isWaiting(join(root, leftover)))) {
    restore(root, join(root, name));
    rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isWaiting(folder: string): boolean {
  const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && isRun(basename(folder)) && isAlive(basename(folder), since);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
