import { environmentKeys } from './schema-environment';
import { functionKeys } from './schema-function';
import { projectKeys } from './schema-project';
import { file, object, type Schema } from './schema-values';

/** The kinds of files of a catalog. */
export type FileKind = 'environment' | 'function' | 'project';

/** The JSON Schema of each kind of file. */
export const SCHEMAS: { readonly [kind in FileKind]: () => Schema } = {
  environment: () =>
    file(
      'Environment',
      object(environmentKeys(), 'One cluster: its domain, its KEDA, and the functions that it runs.', {
        required: ['domain'],
      }),
    ),
  function: () =>
    file(
      'Function',
      object(functionKeys(), 'One function; its name is that of the file, its project that of the folder.', {
        required: ['runtime', 'image'],
      }),
    ),
  project: () => file('Project', object(projectKeys(), 'One project: the namespace of its functions.')),
};
