import type { EnvironmentDeclaration } from '../catalog';
import { ensure } from '../ensure';
import { InputError } from '../errors';
import type { Synthesis } from './by-constructs';
import type { Group } from './groups';
import { type Own, Template } from './template';

// no text of a file
const NONE = '\0';

export interface Templates {
  /** Of each group; undefined where there is none. */
  readonly functions: readonly (Template | undefined)[];
  /** Of projects, by what they have in common. */
  readonly projects: ReadonlyMap<string, Template | undefined>;
}

/**
 * Makes templates of functions and projects with names that no declaration has.
 * @param render How declarations are rendered.
 */
export function templatesOf(
  environment: EnvironmentDeclaration,
  groups: readonly Group[],
  render: (environments: EnvironmentDeclaration[]) => Synthesis,
): Templates {
  const projects = new Map<string, string>();
  const own = groups.map(({ ofProject, members: [{ fn }] }, index): Own => {
    const project = ensure(projects, ofProject, () => `zqp${projects.size}zq`);
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
    const templateOf = (path: string, each: Own) => {
      const isQuiet = !warnings.some((line) => line.startsWith(path.replace(/\.yaml$/, '')));
      const file = files[path];
      return isQuiet && file !== undefined ? Template.of(file, each) : undefined;
    };
    return {
      functions: own.map((each) => templateOf(pathOf(environment.name, each), each)),
      projects: new Map(
        [...projects].map(([ofProject, project]) => {
          const path = pathOf(environment.name, ownOf(project));
          return [ofProject, templateOf(path, { project, name: NONE, image: NONE })];
        }),
      ),
    };
  } catch (error) {
    // what is wrong is said of the functions themselves
    if (error instanceof InputError) return { functions: [], projects: new Map() };
    throw error;
  }
}

/** The file of a project beside those of its functions; it has no image. */
export function ownOf(project: string): Own {
  return { project, name: 'project', image: NONE };
}

/** Where the file of a function is. */
export function pathOf(environment: string, { project, name }: Pick<Own, 'project' | 'name'>): string {
  return `${environment}/functions/${project}/${name}.yaml`;
}
