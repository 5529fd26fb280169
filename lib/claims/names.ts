import { ensure } from '../ensure';
import type { Fault, Path, Problem } from '../fields';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import { problemsOfCronJob } from '../function/job/names';
import { sameSelector, selectorKey } from '../function/metadata/claims';
import { problemsOfNames } from '../function/metadata/names';
import { makesNamespace, problemsOfNamespace } from '../function/project/namespace';
import { callName, problemsOfCalls } from '../function/schedule/names';
import { SCALE_TARGET } from '../function/target/fields';
import type { Naming } from '../naming';

/** What says the names of a function or a job. */
type Named = Partial<FunctionChartProps> & Pick<FunctionChartProps, 'project'> & Pick<JobChartProps, 'schedule'>;

/** A name that one file alone may have, and the setting that asks for it. */
interface Claim {
  readonly key: string;
  readonly path: Path;
  readonly value?: string;
  /** What is wrong where another file has it. */
  readonly taken: (owner: string) => Fault;
}

/** What is called what in one environment: two objects of one name would overwrite each other. */
export class Names {
  private readonly owners = new Map<string, string>();

  constructor(private readonly naming: Naming) {}

  /** Claims the namespace of a project; returns what is wrong with it. */
  public ofProject(path: string, namespace: string, props: ProjectChartProps): Problem[] {
    const claim: Claim = {
      key: `Namespace ${namespace}`,
      path: ['name'],
      value: props.name,
      taken: (owner) => ({
        reason: `makes the namespace "${namespace}", as ${owner} does`,
        allowed: '{project} in naming.namespace, or createNamespace: false',
      }),
    };
    return [...problemsOfNamespace(this.naming, props), ...this.claim(path, makesNamespace(props) ? [claim] : [])];
  }

  /**
   * Claims what a function or a job makes or scales; returns what is wrong with its names.
   * @param isRight Whether its settings are; else its own name alone is known.
   */
  public ofFunction(path: string, namespace: string, props: Named, isRight: boolean): Problem[] {
    const names = { project: props.project, name: props.name!, id: props.functionId };
    const object = this.naming.objectOf(names);
    const own = { path: ['name'], value: props.name };
    const twins = this.claim(path, [
      {
        key: `Deployment ${namespace}/${object}`,
        ...own,
        taken: (owner) => ({
          reason: `makes ${namespace}/${object}, as ${owner} does`,
          allowed: "another name, or {project} in the environment's naming.object",
        }),
      },
    ]);
    const selector = selectorKey(namespace, this.naming.selectorOf({ ...names, id: undefined }));
    const siblings = this.claim(path, [{ key: `selector ${selector}`, ...own, taken: sameSelector }]);
    return [
      ...problemsOfNames(this.naming, names, props),
      ...problemsOfCronJob(this.naming, names, props),
      ...(twins.length > 0 ? twins : siblings),
      ...(isRight ? problemsOfCalls(this.naming, names, props) : []),
      ...(isRight ? this.claim(path, othersOf(namespace, object, props)) : []),
    ];
  }

  /** Takes names; returns what is wrong with those that other files have. */
  private claim(path: string, claims: readonly Claim[]): Problem[] {
    return claims.flatMap(({ key, path: at, value, taken }) => {
      const owner = ensure(this.owners, key, () => path);
      return owner === path ? [] : [{ path: at, value, ...taken(owner) }];
    });
  }
}

/** What a function or a job makes or scales under other names than its own. */
function othersOf(namespace: string, object: string, props: Named): Claim[] {
  const { schedule, schedules = {}, serviceAccount, serviceAccountName, configMaps = {}, target } = props;
  const made = (path: Path, kind: string, name: string): Claim => ({
    key: `${kind} ${namespace}/${name}`,
    path,
    taken: (owner) => ({ reason: `makes the ${kind} "${name}", as ${owner} does`, allowed: 'another name' }),
  });
  const claims = [
    ...Object.keys(configMaps).map((name) => made(['configMaps', name], 'ConfigMap', name)),
    ...Object.keys(schedules).map((name) => made(['schedules', name], 'CronJob', callName(object, name))),
  ];
  if (schedule) claims.push(made(['schedule'], 'CronJob', object));
  if (serviceAccount) {
    const setting = serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName';
    claims.push(made([setting], 'ServiceAccount', serviceAccountName ?? object));
  }
  if (target) {
    const { kind, name } = SCALE_TARGET.fill(target);
    const key = `${kind} ${namespace}/${name}`;
    const taken = (owner: string) => ({
      reason: `makes ${key} scale twice: ${owner} does it too`,
      allowed: 'another target',
    });
    claims.push({ key, path: ['target'], taken });
  }
  return claims;
}
