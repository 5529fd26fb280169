import type { IConstruct } from 'constructs';
import { ensure } from '../../ensure';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
import { describe, throwIfAny } from '../../fields/index';
import { misfits, type ProjectBounds, type ProjectDemand } from './bounds';
import { problemOfName } from './namespace';

/** A project of the cluster, whoever makes its namespace. */
export interface NearProject {
  readonly construct: IConstruct;
  readonly namespace: string;
  readonly networkPolicy: boolean;
  /** Whether its pods that are not functions are closed too. */
  readonly deniesAll: boolean;
  /** Which hosts its functions may have besides the default ones. */
  readonly allowedHosts?: readonly string[];
  /** What its pods are held to. */
  readonly bounds: ProjectBounds;
}

const ALL = new WeakMap<IConstruct, Map<string, NearProject>>();

/** The projects of the cluster, by name. Complete only when the whole tree is there. */
export function projectsNear(construct: IConstruct): Map<string, NearProject> {
  return ensure(ALL, Environment.scopeOf(construct), () => new Map());
}

/** The `allowedHosts` of each project of the cluster that has them. */
export function allowedHostsNear(construct: IConstruct): Map<string, readonly string[]> {
  return new Map(
    [...projectsNear(construct)].flatMap(([name, { allowedHosts }]) => (allowedHosts ? [[name, allowedHosts]] : [])),
  );
}

/** That nobody makes the namespace of a project, or says that it is there. */
export function withoutProject(construct: IConstruct, project: string, namespace: string): string[] {
  return projectsNear(construct).has(project)
    ? []
    : [
        `no ProjectChart "${project}" makes the namespace ${namespace}, or says with createNamespace: false that it exists`,
      ];
}

/** Makes it an error that pods do not fit into their project. */
export function refuseMisfits(construct: IConstruct, project: string, demand: ProjectDemand): void {
  addRefusal(construct, () => {
    const { bounds = {} } = projectsNear(construct).get(project) ?? {};
    return misfits(demand, bounds).map((problem) => describe(problem));
  });
}

/**
 * Namespace of a project for a construct: that of its ProjectChart, else as the environment's naming says. That a
 * ProjectChart is made later with another one is an error when the tree is rendered.
 */
export function namespaceNear(construct: IConstruct, project: string): string {
  const found = () => projectsNear(construct).get(project);
  const naming = Environment.namingOf(construct);
  const problem = found() ? undefined : problemOfName(naming, project, 'project');
  throwIfAny(construct, problem ? [problem] : []);
  const namespace = found()?.namespace ?? naming.namespaceOf(project);
  addRefusal(construct, () => {
    const later = found();
    if (!later || later.namespace === namespace) return undefined;
    return `namespace "${namespace}" is not that of ${later.construct.node.path}, "${later.namespace}"; allowed: a ProjectChart that is made before what belongs to it`;
  });
  return namespace;
}
