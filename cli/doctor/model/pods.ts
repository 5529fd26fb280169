import type { Condition, ContainerState, ContainerStatus, Pod } from './kinds';

const RECENT_MILLIS = 300_000;

export function conditionOf(conditions: Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((condition) => condition.type === type);
}

/** What a condition says, in one line; without a condition, that it is not set. */
export function tell(type: string, condition: Condition | undefined): string {
  return `${type} is ${condition?.status ?? 'not set'}: ${condition?.message ?? condition?.reason ?? ''}`;
}

export function isReady({ metadata, status }: Pod): boolean {
  return !metadata.deletionTimestamp && conditionOf(status?.conditions, 'Ready')?.status === 'True';
}

export function containersOf({ status }: Pod): ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

/** A container that does not run for a reason that it has in common with `reasons`. */
export function waitingFor(pod: Pod, reasons: Set<string>): ContainerStatus | undefined {
  return containersOf(pod).find(({ state }) => reasons.has(state?.waiting?.reason ?? ''));
}

interface Crash {
  readonly pod: Pod;
  readonly status: ContainerStatus;
  readonly exit: NonNullable<ContainerState['terminated']>;
  readonly down: boolean;
}

/** How a container ended that is to run: it is down, or it has come back more than once within minutes. */
export function crashOf(pod: Pod, now: Date): Crash | undefined {
  for (const status of containersOf(pod)) {
    const { state, lastState, restartCount = 0 } = status;
    // an init container has done its work
    if (state?.terminated?.exitCode === 0 && pod.status?.initContainerStatuses?.includes(status)) continue;
    const exit = state?.terminated ?? lastState?.terminated;
    const down = state?.terminated !== undefined || state?.waiting?.reason === 'CrashLoopBackOff';
    const recent = now.getTime() - Date.parse(exit?.finishedAt ?? '') < RECENT_MILLIS;
    if (exit && (down || (restartCount > 1 && recent))) return { pod, status, exit, down };
  }
  return undefined;
}
