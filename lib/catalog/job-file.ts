import { type Fields, oneOf, Table } from '../fields';
import type { JobChartProps } from '../function';
import { JOB_LAYER } from '../function/job/fields';

/** What a file of `functions/<project>/` declares, if it is not a function. */
export enum FileKind {
  /** Work that ends by itself. */
  JOB = 'job',
}

/** One job. */
export interface JobFile extends Partial<JobChartProps> {
  /** What the file declares. */
  readonly kind: FileKind;
}

const fields = {
  kind: { ...oneOf({ JOB: FileKind.JOB }), required: true },
  ...JOB_LAYER.fields,
} satisfies Fields<JobFile>;

/** What a file of a job may hold. */
export const JOB_FILE = new Table<JobFile, typeof fields>('JobFile', fields, [], JOB_LAYER.refused);
