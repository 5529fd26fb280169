import { describe } from '../fields';
import type {
  FunctionIdentityProps,
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
import { SCALE_TARGET } from '../function/target/fields';
import type { Naming } from '../naming';
import type { Layers } from './layers';
import type { Problems } from './problems';

interface Named
  extends FunctionIdentityProps,
    FunctionMetadataProps,
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

  /** Registers what else a function or a job makes or scales whose settings are right. */
  public ofOthers<P extends Named>(path: string, namespace: string, props: P, layers: Layers<P>): void {
    const names = { project: props.project, name: props.name! };
    const found = problemsOfCalls(this.naming, names, props);
    if (props.target) {
      const { kind, name } = SCALE_TARGET.fill(props.target);
      const other = this.claim(`${kind} ${namespace}/${name}`, path);
      const reason = `makes ${kind} ${namespace}/${name} scale twice: ${other} does it too`;
      if (other !== undefined) found.push({ path: ['target'], reason, allowed: 'another target' });
    }
    for (const [where, kind, name] of othersOf(this.naming.objectOf(names), props)) {
      const other = this.claim(`${kind} ${namespace}/${name}`, path);
      if (other === undefined) continue;
      found.push({ path: where, reason: `makes the ${kind} "${name}", as ${other} does`, allowed: 'another name' });
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

/** The CronJobs and the ServiceAccount of a function or a job, by the settings that ask for them. */
function othersOf(object: string, props: Named): [where: string[], kind: string, name: string][] {
  const { schedule, schedules = {}, serviceAccount, serviceAccountName } = props;
  const found: [string[], string, string][] = Object.keys(schedules).map((name) => [
    ['schedules', name],
    'CronJob',
    callName(object, name),
  ]);
  if (schedule) found.push([['schedule'], 'CronJob', object]);
  if (serviceAccount) {
    const setting = serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName';
    found.push([[setting], 'ServiceAccount', serviceAccountName ?? object]);
  }
  return found;
}
