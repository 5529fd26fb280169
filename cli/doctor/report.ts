import { command } from '../shell';
import { CHECKS } from './checks';
import { diagnose } from './diagnose';
import type { RootCause, Severity } from './model/finding';
import type { Snapshot } from './model/snapshot';
import { type Timeline, timelineOf } from './model/timeline';

/** What doctor says: also the form of `--output json`, where keys may be added but not changed. */
export interface Report {
  readonly version: 1;
  readonly environment: string;
  readonly context: string;
  readonly healthy: boolean;
  readonly functions: number;
  /** Each check with the worst that it found. */
  readonly checks: { readonly check: string; readonly severity: Severity }[];
  readonly findings: RootCause[];
  /** Starts of the functions that were asked for by name. */
  readonly timelines: Timeline[];
}

export interface ReportProps {
  readonly snapshot: Snapshot;
  readonly context: string;
  /** Whether the context was given, so that commands must give it, too. */
  readonly explicitContext: boolean;
  readonly timelines: boolean;
}

export function reportOf({ snapshot, context, explicitContext, timelines }: ReportProps): Report {
  const { environment, functions } = snapshot.desired;
  const found = diagnose(snapshot);
  const findings = explicitContext
    ? found.map((finding) => ({ ...finding, fix: inContext(finding.fix, context) }))
    : found;
  return {
    version: 1,
    environment,
    context,
    healthy: findings.every(({ severity }) => severity === 'hint'),
    functions: functions.length,
    checks: CHECKS.map(({ name: check }) => ({
      check,
      severity: findings.find((one) => one.check === check)?.severity ?? 'ok',
    })),
    findings,
    timelines: timelines ? functions.map((fn) => timelineOf(fn, snapshot)) : [],
  };
}

/** 0 healthy, 1 problems, 2 something could not be seen and what could is healthy. */
export function exitCodeOf({ findings }: Report): number {
  if (findings.some(({ severity }) => severity === 'error' || severity === 'warning')) return 1;
  return findings.some(({ severity }) => severity === 'unknown') ? 2 : 0;
}

function inContext(fix: string, context: string): string {
  return fix.replace(/^kubectl /, () => command`kubectl --context=${context} `);
}
