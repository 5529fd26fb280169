import type { Duration, Size } from 'cdk8s';
import { formatDuration } from '../values/duration';
import type { Fault } from '../values/fault';
import { digestFault } from '../values/image';
import { formatMemory } from '../values/memory';
import { LIMITS, type Limits } from './fields';
import type { PolicyProps } from './props';

/** What an environment asks of all that runs in it: what it says, and else the defaults. */
export class Policy {
  private readonly limits: Limits;
  private readonly requireDigests: boolean;
  /** Whether only hosts that a project may have lead to its functions. */
  public readonly requireAllowedHosts: boolean;

  constructor({ limits = {}, requireDigests = false, requireAllowedHosts = false }: PolicyProps = {}) {
    this.limits = LIMITS.fill(limits);
    this.requireDigests = requireDigests;
    this.requireAllowedHosts = requireAllowedHosts;
  }

  /** What keeps an image from running here, if anything. */
  public imageFault(image: string): Fault | undefined {
    return this.requireDigests ? digestFault(image) : undefined;
  }

  /** What keeps a function from asking for an amount of memory, if anything. */
  public memoryFault(size: Size): Fault | undefined {
    const { minMemory, maxMemory } = this.limits;
    if (size.toKibibytes() < minMemory.toKibibytes())
      return outside('below', 'minMemory', `at least ${formatMemory(minMemory)}`);
    if (size.toKibibytes() > maxMemory.toKibibytes())
      return outside('above', 'maxMemory', `at most ${formatMemory(maxMemory)}`);
    return undefined;
  }

  /** What keeps a function from having a timeout, if anything. */
  public timeoutFault(timeout: Duration): Fault | undefined {
    const { maxTimeout } = this.limits;
    return timeout.toMilliseconds() > maxTimeout.toMilliseconds()
      ? outside('above', 'maxTimeout', `at most ${formatDuration(maxTimeout)}`)
      : undefined;
  }
}

function outside(side: string, limit: string, allowed: string): Fault {
  return { reason: `is ${side} the environment's limits.${limit}`, allowed };
}
