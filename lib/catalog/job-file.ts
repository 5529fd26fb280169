import { type Fields, oneOf, Table } from '../fields';
import type { FunctionChartProps, JobChartProps } from '../function';
import { FUNCTION } from '../function/fields';
import { JOB_LAYER } from '../function/job/fields';
import { ABOUT_PODS, NOT_MADE_HERE } from '../function/target/fields';
import type { ScaleTarget } from '../function/target/props';

/** What a file of `functions/<project>/` declares, if it is not a function. */
export enum FileKind {
  /** Work that ends by itself. */
  JOB = 'job',
  /** A workload that is made elsewhere. */
  WORKLOAD = 'workload',
}

/** One job. */
export interface JobFile extends Partial<JobChartProps> {
  /** What the file declares. */
  readonly kind: FileKind;
}

/** What says that a file declares that, and nothing else. */
function kind(name: keyof typeof FileKind) {
  return { ...oneOf({ [name]: FileKind[name] }), required: true } as const;
}

const fields = {
  kind: kind('JOB'),
  ...JOB_LAYER.fields,
} satisfies Fields<JobFile>;

/** What a file of a job may hold. */
export const JOB_FILE = new Table<JobFile, typeof fields>('JobFile', fields, [], JOB_LAYER.refused);

/** One workload that is made elsewhere. */
export interface WorkloadFile extends Partial<FunctionChartProps> {
  /** What the file declares. */
  readonly kind: FileKind;
  /** What was made elsewhere, and is called and scaled as a function is. */
  readonly target: ScaleTarget;
}

/** What a workload does not have, since it is made elsewhere. */
export const NOT_HERE = ['runtime', 'image', 'functionId', ...ABOUT_PODS] as (keyof FunctionChartProps)[];

const layer = FUNCTION.layer({ removes: true, keeps: ['target', 'hosts'], requires: ['target'], without: NOT_HERE });

const workload = {
  kind: kind('WORKLOAD'),
  ...layer.fields,
  target: { ...layer.fields.target, required: true },
} satisfies Fields<WorkloadFile>;

/** What a file of a workload that is made elsewhere may hold. */
export const WORKLOAD_FILE = new Table<WorkloadFile, typeof workload>(
  'WorkloadFile',
  workload,
  [],
  Object.fromEntries(NOT_HERE.map((key) => [key === 'functionId' ? 'id' : key, NOT_MADE_HERE])),
);
