import type { EnvironmentDeclaration } from '../catalog';
import { InputError } from '../errors';
import type { Synthesis } from './by-constructs';
import type { Group } from './groups';
import { type Own, Template } from './template';

/**
 * The template of each group, made of a function with names that no declaration has; undefined where there is none.
 * @param render How declarations are rendered.
 */
export function templatesOf(
  environment: EnvironmentDeclaration,
  groups: readonly Group[],
  render: (environments: EnvironmentDeclaration[]) => Synthesis,
): (Template | undefined)[] {
  const projects = new Map<string, string>();
  const own = groups.map(({ ofProject, members: [{ fn }] }, index): Own => {
    const project = projects.get(ofProject) ?? `zqp${projects.size}zq`;
    projects.set(ofProject, project);
    return { project, name: `zqf${index}zq`, image: fn.props.image };
  });
  const standIns = [...projects].map(([ofProject, name]) => ({
    name,
    props: { ...groups.find((group) => group.ofProject === ofProject)!.members[0].project.props, name },
    functions: own.flatMap(({ project, name: id }, index) => {
      const { props } = groups[index]!.members[0].fn;
      return project === name ? [{ name: id, props: { ...props, project, name: id }, settings: [] }] : [];
    }),
    jobs: [],
  }));
  try {
    const { files, warnings } = render([{ ...environment, projects: standIns }]);
    return own.map((each) => {
      const path = pathOf(environment.name, each);
      const isQuiet = !warnings.some((line) => line.startsWith(path.replace(/\.yaml$/, '')));
      return isQuiet ? Template.of(files[path]!, each) : undefined;
    });
  } catch (error) {
    // what is wrong is said of the functions themselves
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Where the file of a function is. */
export function pathOf(environment: string, { project, name }: Pick<Own, 'project' | 'name'>): string {
  return `${environment}/functions/${project}/${name}.yaml`;
}
