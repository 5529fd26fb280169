import { ENVIRONMENT_FILE } from '../lib/catalog/environment-file';
import { JOB_FILE, WORKLOAD_FILE } from '../lib/catalog/job-file';
import { PROJECT_FILE } from '../lib/catalog/project-file';
import type { Table } from '../lib/fields';
import { OWN_LAYER } from '../lib/function/fields';

/** The kinds of files of a catalog, each with its table and title. */
export const FILE_KINDS: { readonly [kind: string]: { readonly title: string; readonly table: Table<object> } } = {
  environment: { title: 'Environment', table: ENVIRONMENT_FILE as Table<object> },
  function: { title: 'Function', table: OWN_LAYER as Table<object> },
  job: { title: 'Job', table: JOB_FILE as Table<object> },
  workload: { title: 'Workload', table: WORKLOAD_FILE as Table<object> },
  project: { title: 'Project', table: PROJECT_FILE as Table<object> },
};
