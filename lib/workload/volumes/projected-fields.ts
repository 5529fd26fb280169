import { Duration } from 'cdk8s';
import {
  boolean,
  duration,
  exactlyOne,
  type Fields,
  goesWith,
  map,
  object,
  type Rule,
  Table,
  text,
} from '../../fields/index';
import { dataKey, objectName } from '../../fields/names';
import { pathWithin } from './paths';
import type { ProjectedSource, ServiceAccountTokenProps } from './projected';

const token = {
  path: { ...pathWithin(), required: true },
  audience: text(),
  // what the API server takes: pkg/apis/core/validation, validateProjectionSources
  expiration: duration({ min: Duration.minutes(10), wholeSeconds: true }),
} satisfies Fields<ServiceAccountTokenProps>;

const source = {
  configMap: objectName(),
  secret: objectName(),
  serviceAccountToken: object(new Table<ServiceAccountTokenProps, typeof token>('ServiceAccountTokenProps', token)),
  items: map(dataKey(), pathWithin()),
  optional: boolean(),
} satisfies Fields<ProjectedSource>;

const SOURCES = ['configMap', 'secret', 'serviceAccountToken'] as const;

const RULES: Rule<ProjectedSource>[] = [
  exactlyOne<ProjectedSource>(...SOURCES),
  ...goesWith<ProjectedSource>(SOURCES, { items: ['configMap', 'secret'], optional: ['configMap', 'secret'] }),
];

/** One of several sources of a volume. */
export const PROJECTED_SOURCE = new Table<ProjectedSource, typeof source>('ProjectedSource', source, RULES);

/** The first source that puts a file where another one has it. */
export function clashIn(sources: readonly ProjectedSource[]): (string | number)[] | undefined {
  const taken = new Set<string>();
  for (const [index, { items = {}, serviceAccountToken }] of sources.entries()) {
    const token = serviceAccountToken?.path;
    const files: [string[], string][] = Object.entries(items).map(([key, path]) => [['items', key], path]);
    if (token !== undefined) files.push([['serviceAccountToken', 'path'], token]);
    for (const [way, path] of files) {
      if (taken.size === taken.add(path).size) return [index, ...way];
    }
  }
  return undefined;
}
