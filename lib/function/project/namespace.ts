import type { Problem } from '../../fields/index';
import type { Naming } from '../../naming';
import { present } from '../../present';
import { isDnsLabel, LABEL_VALUE, MAX_LABEL, namespaceFault } from '../../values/names';
import { takenBy } from '../../workload/metadata-faults';
import type { ProjectChartProps } from './props';

/** Whether the namespace of a project is made here: one that is named is somebody else's. */
export function makesNamespace({ namespace, createNamespace = namespace === undefined }: ProjectChartProps): boolean {
  return createNamespace;
}

/** What is wrong with the name that a project's name gives its namespace, if anything. */
export function problemOfName(naming: Naming, project: string, path: string): Problem | undefined {
  const namespace = naming.namespaceOf(project);
  const labels = Object.values(naming.namespaceLabelsOf(project));
  const bad = isDnsLabel(namespace) ? labels.find((value) => !LABEL_VALUE.test(value)) : namespace;
  return bad === undefined
    ? undefined
    : {
        path: [path],
        value: project,
        reason: `makes "${bad}"`,
        allowed: `a-z, 0-9 and "-", at most ${project.length + MAX_LABEL - bad.length} characters`,
      };
}

/** What is wrong with the namespace of a project in an environment. */
export function problemsOfNamespace(naming: Naming, props: ProjectChartProps): Problem[] {
  const { name, namespace } = props;
  const fault = namespaceFault(namespace ?? naming.namespaceOf(name), makesNamespace(props));
  const labels = naming.namespaceLabelsOf(name);
  return present<Problem>([
    namespace === undefined && problemOfName(naming, name, 'name'),
    fault && { path: [namespace ? 'namespace' : 'name'], value: namespace ?? name, ...fault },
    Object.keys(props.labels ?? {})
      .filter((key) => Object.hasOwn(labels, key))
      .map((key) => ({ path: ['labels', key], ...takenBy(`it says whose namespace it is, ${labels[key]}`) })),
  ]);
}
