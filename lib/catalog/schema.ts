import type { Table } from '../fields';
import { FUNCTION } from '../function/fields';
import { PROJECT } from '../function/project/fields';
import { ENVIRONMENT_FILE } from './environment-file';

/** The kinds of files of a catalog, each with its table and title. */
export const FILE_KINDS: { readonly [kind: string]: { readonly title: string; readonly table: Table<object> } } = {
  environment: { title: 'Environment', table: ENVIRONMENT_FILE as Table<object> },
  function: { title: 'Function', table: FUNCTION as Table<object> },
  project: { title: 'Project', table: PROJECT as Table<object> },
};
