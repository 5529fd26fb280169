import type { IConstruct } from 'constructs';
import { Environment } from '../../environment';
import type { ProjectBounds } from './bounds';

const ALL = new WeakMap<IConstruct, Map<string, ProjectBounds>>();

/**
 * What the pods of each project of the cluster are held to, by namespace, whoever makes that. Complete only when the whole
 * tree is there.
 */
export function projectsNear(construct: IConstruct): Map<string, ProjectBounds> {
  const scope = Environment.scopeOf(construct);
  const projects = ALL.get(scope) ?? new Map<string, ProjectBounds>();
  ALL.set(scope, projects);
  return projects;
}
