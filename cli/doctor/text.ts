import { groupBy } from '../../lib/group-by';
import { type Paint, painter } from '../colours';
import { shorten } from '../shorten';
import { visible } from '../visible';
import type { RootCause, Severity } from './model/finding';
import type { Timeline } from './model/timeline';
import type { Report } from './report';

const SHOWN = 10;
const COLOURS: { readonly [severity in Severity]: number } = {
  error: 31,
  warning: 33,
  unknown: 35,
  hint: 36,
  ok: 32,
};

/** The report for a person: findings with the same cause are told once. What the cluster wrote cannot command a terminal. */
export function toText(found: Report, colours: boolean): string {
  const report = shown(found);
  const paint = painter(colours);
  const { findings, functions, environment, context, checks } = report;
  const count = (severity: Severity, noun: string) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return found === 0 ? [] : [`${found} ${noun}${found === 1 || severity === 'unknown' ? '' : 's'}`];
  };
  const verdict = [
    ...(report.healthy ? [paint(COLOURS.ok, 'healthy')] : []),
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('unknown', 'unknown'),
    ...count('hint', 'hint'),
  ].join(', ');
  const alike = groupBy(findings, ({ severity, check, cause }) => `${severity} ${check} ${cause}`);
  return [
    ...[...alike.values()].map((same) => describe(same, paint)),
    ...report.timelines.map(describeTimeline),
    `${verdict}: ${functions} ${functions === 1 ? 'function' : 'functions'} and the platform of ${environment}, ${checks.length} checks, context ${context}`,
  ].join('\n\n');
}

/** The same with each text of it made visible. */
function shown<T>(value: T): T {
  if (typeof value === 'string') return visible(value) as T;
  if (Array.isArray(value)) return value.map(shown) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)])) as T;
}

function describe(same: RootCause[], paint: Paint): string {
  const [{ severity, check, cause, evidence, fix }] = same as [RootCause];
  const subjects = same.map(({ subject }) => subject);
  const explains = same.reduce((sum, finding) => sum + finding.explains, 0);
  return [
    `${paint(COLOURS[severity], severity)} ${shorten(subjects, SHOWN).join(', ')} (${check})`,
    `  cause     ${cause}`,
    ...evidence.map((line, index) => `  ${index === 0 ? 'evidence' : '        '}  ${line}`),
    `  fix       ${fix}`,
    ...(explains > 0 ? [`  explains  ${explains} more ${explains === 1 ? 'finding' : 'findings'}, left out`] : []),
  ].join('\n');
}

function describeTimeline({ function: name, pod, steps, scaling, triggers, lastActive }: Timeline): string {
  return [
    steps.length === 0 ? `${name}: the cluster remembers no start of it` : `${name}: last start, pod ${pod}`,
    ...steps.map(
      ({ step, millis, exact, at, detail }) =>
        `  ${exact ? ' ' : '≥'}${String(millis).padStart(6)} ms  ${step}${detail ? `, ${detail}` : ''} (${at})`,
    ),
    ...scaling.map(({ at, message }) => `  ${at}  ${message}`),
    ...triggers.map(({ metric, isActive }) => `  trigger ${metric} is ${isActive ? 'active' : 'not active'}`),
    ...(triggers.length > 0
      ? [lastActive ? `  one was last active ${lastActive}` : '  none has ever been active']
      : []),
  ].join('\n');
}
