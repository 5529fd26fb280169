import { describe } from '../fields';
import type {
  FunctionMetadataProps,
  FunctionSchedulesProps,
  FunctionTargetProps,
  JobScalingProps,
  ProjectChartProps,
} from '../function';
import { problemsOfCronJob } from '../function/job/names';
import { sameSelector, selectorKey } from '../function/metadata/claims';
import { problemsOfNames } from '../function/metadata/names';
import { makesNamespace, problemsOfNamespace } from '../function/project/namespace';
import { callName, problemsOfCalls } from '../function/schedule/names';
import type { Naming } from '../naming';
import type { Layers } from './layers';
import type { Problems } from './problems';

interface Named
  extends FunctionMetadataProps,
    FunctionSchedulesProps,
    FunctionTargetProps,
    Pick<JobScalingProps, 'schedule'> {
  readonly project: string;
  readonly name?: string;
  readonly functionId?: string;
}

/** What is called what in one environment: two objects of one name would overwrite each other. */
export class Names {
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly naming: Naming,
    private readonly problems: Problems,
  ) {}

  /** Registers the namespace of a project, and returns it. */
  public ofProject(path: string, props: ProjectChartProps, layers: Layers<ProjectChartProps>): string {
    const namespace = props.namespace ?? this.naming.namespaceOf(props.name);
    const found = problemsOfNamespace(this.naming, props);
    const other = makesNamespace(props) ? this.claim(`Namespace ${namespace}`, path) : undefined;
    if (other !== undefined) {
      const reason = `makes the namespace "${namespace}", as ${other} does`;
      found.push({
        path: ['name'],
        value: props.name,
        reason,
        allowed: '{project} in naming.namespace, or createNamespace: false',
      });
    }
    for (const problem of found) {
      if (layers.said(problem.path)) layers.report(this.problems, problem);
      else this.problems.add(path, 1, describe(problem));
    }
    return namespace;
  }

  /** Registers the objects of a function or a job. */
  public ofFunction<P extends Named>(path: string, namespace: string, props: P, layers: Layers<P>): void {
    const names = { project: props.project, name: props.name!, id: props.functionId };
    const object = this.naming.objectOf(names);
    const found = [...problemsOfNames(this.naming, names, props), ...problemsOfCronJob(this.naming, names, props)];
    const twin = this.claim(`Deployment ${namespace}/${object}`, path);
    const selector = this.naming.selectorOf({ ...names, id: undefined });
    const sibling = this.claim(`selector ${selectorKey(namespace, selector)}`, path);
    if (twin !== undefined) {
      const reason = `makes ${namespace}/${object}, as ${twin} does`;
      const allowed = "another name, or {project} in the environment's naming.object";
      found.push({ path: ['name'], value: props.name, reason, allowed });
    } else if (sibling !== undefined) {
      found.push({ path: ['name'], value: props.name, ...sameSelector(sibling) });
    }
    for (const problem of found) layers.report(this.problems, problem);
  }

  /** Registers the CronJobs of a function or a job whose settings are right. */
  public ofCronJobs<P extends Named>(path: string, namespace: string, props: P, layers: Layers<P>): void {
    const names = { project: props.project, name: props.name! };
    const found = problemsOfCalls(this.naming, names, props);
    if (props.target) {
      const { kind = 'Deployment', name } = props.target;
      const other = this.claim(`${kind} ${namespace}/${name}`, path);
      const reason = `makes ${kind} ${namespace}/${name} scale twice: ${other} does it too`;
      if (other !== undefined) found.push({ path: ['target'], reason, allowed: 'another target' });
    }
    for (const [where, cronJob] of cronJobsOf(this.naming.objectOf(names), props)) {
      const other = this.claim(`CronJob ${namespace}/${cronJob}`, path);
      if (other === undefined) continue;
      found.push({ path: where, reason: `makes the CronJob "${cronJob}", as ${other} does`, allowed: 'another name' });
    }
    for (const problem of found) layers.report(this.problems, problem);
  }

  /** Whose a name is already, if that is another. */
  private claim(name: string, path: string): string | undefined {
    const owner = this.owners.get(name);
    if (owner === undefined) this.owners.set(name, path);
    return owner;
  }
}

/** The CronJobs of a function or a job, by the settings that ask for them. */
function cronJobsOf(object: string, { schedule, schedules = {} }: Named): [where: string[], name: string][] {
  if (schedule) return [[['schedule'], object]];
  return Object.keys(schedules).map((name) => [['schedules', name], callName(object, name)]);
}
