import type { Table } from '../fields';
import { OWN_LAYER } from '../function/fields';
import { ENVIRONMENT_FILE } from './environment-file';
import { JOB_FILE, WORKLOAD_FILE } from './job-file';
import { PROJECT_FILE } from './project-file';

/** The kinds of files of a catalog, each with its table and title. */
export const FILE_KINDS: { readonly [kind: string]: { readonly title: string; readonly table: Table<object> } } = {
  environment: { title: 'Environment', table: ENVIRONMENT_FILE as Table<object> },
  function: { title: 'Function', table: OWN_LAYER as Table<object> },
  job: { title: 'Job', table: JOB_FILE as Table<object> },
  workload: { title: 'Workload', table: WORKLOAD_FILE as Table<object> },
  project: { title: 'Project', table: PROJECT_FILE as Table<object> },
};
