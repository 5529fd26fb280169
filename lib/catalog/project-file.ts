import { type Fields, part, Table } from '../fields';
import type { FunctionChartProps, ProjectChartProps } from '../function';
import { SHARED_OVER } from '../function/fields';
import { PROJECT, PROJECT_RULES } from '../function/project/fields';

/** One project: its namespace, what its functions may use together, and what they have in common. */
export interface ProjectFile extends ProjectChartProps {
  /** Settings of the project's functions, over the environment's defaults and under the function's own. @default - none */
  readonly defaults?: Partial<FunctionChartProps>;
}

const fields = { ...PROJECT.fields, defaults: part(SHARED_OVER) } satisfies Fields<ProjectFile>;

const OF_FUNCTIONS = {
  reason: 'belongs to a function, and "project" is the name of the project\'s own settings',
  allowed: 'any other name of the file',
};

/** What a `project.yaml` may hold. */
export const PROJECT_FILE = new Table<ProjectFile, typeof fields>('ProjectFile', fields, PROJECT_RULES, {
  kind: OF_FUNCTIONS,
  runtime: OF_FUNCTIONS,
  image: OF_FUNCTIONS,
});
