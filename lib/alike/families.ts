import type { EnvironmentDeclaration, ProjectDeclaration } from '../catalog';
import { makesNamespace } from '../function/project/namespace';
import { groupBy } from '../group-by';
import { Rbac } from '../platform';
import type { Alike, Group } from './groups';

/** Fewer are not worth what a template takes. */
export const SEVERAL = 3;

/** Groups of functions in projects that are the same but for their names, and those of them whose own files are the same too. */
export interface Family {
  readonly groups: readonly Group[];
  readonly projects: readonly ProjectDeclaration[];
}

/** Whether what KEDA may do for the functions of a project stands in its file. */
export function grantsByProject({ platform }: EnvironmentDeclaration): boolean {
  return platform !== undefined && platform.rbac !== Rbac.UPSTREAM;
}

/** All groups that are worth a template, each at least once. */
export function familiesOf(environment: EnvironmentDeclaration, alike: Alike): Family[] {
  const groups = alike.groups.filter(({ members }) => members.length >= SEVERAL);
  const byProject = [...groupBy(groups, ({ ofProject }) => ofProject)].map(([ofProject, own]) => ({
    groups: own,
    projects: alike.projects.get(ofProject) ?? [],
  }));
  return grantsByProject(environment) ? byProject.flatMap(byRights) : byProject;
}

/** Rights follow from the kinds of functions that a project has, so those with the same kinds are a family. */
function byRights({ groups, projects }: Family): Family[] {
  const groupOf = new Map(groups.flatMap((group) => group.members.map(({ fn }) => [fn, group] as const)));
  const known = projects.filter(
    ({ props, jobs, functions }) =>
      jobs.length === 0 &&
      functions.every((fn) => groupOf.has(fn)) &&
      // else roles stand beside KEDA
      props.namespace === undefined &&
      makesNamespace(props),
  );
  const keyOf = ({ functions }: ProjectDeclaration) =>
    [...new Set(functions.map((fn) => groups.indexOf(groupOf.get(fn)!)))].sort().join();
  const families = [...groupBy(known, keyOf)]
    .filter(([, same]) => same.length >= SEVERAL)
    .map(([key, same]) => ({
      groups: key === '' ? [] : key.split(',').map((index) => groups[Number(index)]!),
      projects: same,
    }));
  const rest = groups.filter((group) => !families.some((family) => family.groups.includes(group)));
  return rest.length > 0 ? [...families, { groups: rest, projects: [] }] : families;
}
