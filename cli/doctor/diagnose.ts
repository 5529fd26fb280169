import { compareText } from '../../lib/compare';
import { present } from '../../lib/present';
import {
  CLUSTER_CHECKS,
  DECLARED_CHECKS,
  ELSEWHERE_CHECKS,
  FUNCTION_CHECKS,
  JOB_CHECKS,
  ROUTED_CHECKS,
  SCALED_CHECKS,
  WORKLOAD_CHECKS,
} from './checks';
import type { Check, CheckOfOne, Observation } from './checks/check';
import { drift } from './checks/drift';
import { FaultMap } from './model/fault';
import type { RootCause, Severity, Suspicion } from './model/finding';
import type { Snapshot } from './model/snapshot';
import type { Unit } from './model/units';

const RANK: Severity[] = ['error', 'warning', 'unknown', 'hint', 'ok'];

/** Runs every check and keeps what nothing else explains, the worst first. */
export function diagnose(snapshot: Snapshot): RootCause[] {
  return rootCauses(suspicions(snapshot)).sort(
    (a, b) =>
      RANK.indexOf(a.severity) - RANK.indexOf(b.severity) ||
      b.explains - a.explains ||
      compareText(a.check, b.check) ||
      compareText(a.subject, b.subject),
  );
}

function suspicions(snapshot: Snapshot): Suspicion[] {
  const { platform, declared, functions, elsewhere, jobs, namespaces } = snapshot.desired;
  const sees = ({ needs }: Check, places: (string | undefined)[]) =>
    needs.every((kind) => places.every((namespace) => snapshot.sees(kind, namespace)));
  const examine = <U extends Unit>(checks: CheckOfOne<U>[], units: U[]) =>
    checks.flatMap((check) =>
      units
        .filter(({ namespace }) => sees(check, [namespace]))
        .flatMap((unit) =>
          present(check.run(unit, snapshot)).map((found) => suspicion(check, { subject: unit.subject, ...found })),
        ),
    );
  return [
    ...CLUSTER_CHECKS.filter((check) => sees(check, [undefined, ...namespaces])).flatMap((check) =>
      present(check.run(snapshot)).map((found) => suspicion(check, found)),
    ),
    ...examine(WORKLOAD_CHECKS, [...platform, ...functions]),
    ...examine(SCALED_CHECKS, [...platform, ...declared]),
    ...examine(DECLARED_CHECKS, declared),
    ...examine(ROUTED_CHECKS, [...functions, ...elsewhere]),
    ...examine(FUNCTION_CHECKS, functions),
    ...examine(ELSEWHERE_CHECKS, elsewhere),
    ...examine(JOB_CHECKS, jobs),
  ];
}

function suspicion({ name: check }: Check, found: Observation): Suspicion {
  return { check, severity: 'error', ...found };
}

/** Leaves out what follows from another finding, and counts it there. */
function rootCauses(all: Suspicion[]): RootCause[] {
  const causes = new FaultMap<Suspicion>();
  for (const suspicion of all) for (const fault of suspicion.is ?? []) causes.add(fault, suspicion);
  const causeOf = (suspicion: Suspicion) =>
    (suspicion.follows ?? []).map((fault) => causes.get(fault)).find((cause) => cause && cause !== suspicion);
  const rootOf = (suspicion: Suspicion, seen: Suspicion[] = []): Suspicion => {
    const cause = causeOf(suspicion);
    return !cause || seen.includes(cause) ? suspicion : rootOf(cause, [...seen, suspicion]);
  };
  const explained = new Map<Suspicion, number>();
  for (const suspicion of all) {
    const root = rootOf(suspicion);
    // a difference to dist that has a cause is that same fault, not another one
    if (root !== suspicion && suspicion.check !== drift.name) explained.set(root, (explained.get(root) ?? 0) + 1);
  }
  return all
    .filter((suspicion) => rootOf(suspicion) === suspicion)
    .map((root) => {
      const { is: _, follows: __, ...finding } = root;
      return { ...finding, explains: explained.get(root) ?? 0 };
    });
}
