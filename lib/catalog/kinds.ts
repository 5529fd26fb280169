import { type Place, type Problem, pick, type Table } from '../fields';
import { isMap } from '../fields/field';
import type { FunctionChartProps, JobChartProps } from '../function';
import { FUNCTION, OWN_LAYER } from '../function/fields';
import { JOB, JOB_SHARED } from '../function/job/fields';
import { refusals } from '../function/policy';
import type { ProjectDemand } from '../function/project/bounds';
import { Runtime } from '../function/runtime/runtime';
import type { Policy } from '../policy/policy';
import type { Layer } from '../source/layers';
import { FileKind, JOB_FILE, WORKLOAD_FILE } from './job-file';

/** What functions and jobs differ in. */
export interface Kind<P extends object> {
  readonly table: Table<P>;
  /** Where an environment says settings of single ones. */
  readonly overrides: 'overrides' | 'jobOverrides';
  /** What it takes of the settings that functions have in common. @default - all */
  readonly shares?: readonly string[];
  /** What a policy refuses of settings that are right. */
  readonly refusals: (props: P, policy: Policy) => Problem[];
  /** What it asks of its project. */
  readonly demand: (props: P) => ProjectDemand;
}

export const FUNCTIONS: Kind<FunctionChartProps> = {
  table: FUNCTION as Table<FunctionChartProps>,
  overrides: 'overrides',
  refusals: (props, policy) => refusals(FUNCTION, FUNCTION.fill(props), policy),
  demand: (props) => props,
};

export const JOBS: Kind<JobChartProps> = {
  table: JOB as Table<JobChartProps>,
  overrides: 'jobOverrides',
  shares: JOB_SHARED,
  refusals: (props, policy) => refusals(JOB, JOB.fill(props), policy),
  demand: ({ minReplicas: _, ...pod }) => pod,
};

/** What a kind takes of a layer that functions have in common. */
export function sharedWith<P extends object>({ shares }: Kind<P>, { source, base, props }: Layer): Layer<P> {
  return { source, base, keys: shares, props: (shares && props ? pick(props, shares) : props) as Partial<P> };
}

/** What a file of a project declares: one of them. */
export interface Declared {
  readonly fn?: Partial<FunctionChartProps>;
  readonly job?: Partial<JobChartProps>;
}

/** Reads a file of a project by the kind that it says. */
export function readDeclared(raw: unknown, place: Place): Declared | undefined {
  const kind = isMap(raw) ? raw.kind : undefined;
  if (kind === undefined) {
    const fn = OWN_LAYER.read(raw, place);
    return fn && { fn };
  }
  if (kind === FileKind.JOB) {
    const { kind: _, ...job } = JOB_FILE.read(raw, place)!;
    return { job };
  }
  if (kind === FileKind.WORKLOAD) {
    const { kind: _, ...fn } = WORKLOAD_FILE.read(raw, place)!;
    return { fn: { ...fn, runtime: Runtime.CONTAINER } };
  }
  place.in('kind').report({
    value: kind,
    reason: 'is not a kind of declaration',
    allowed: `${Object.values(FileKind).join(', ')}, and none for a function`,
  });
  return undefined;
}
