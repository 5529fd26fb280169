import type { EnvironmentDeclaration } from '../catalog';
import { InputError } from '../errors';
import type { Synthesis } from './by-constructs';
import type { Family } from './families';
import type { Group } from './groups';
import { type Own, Template } from './template';

// no text of a file
const NONE = '\0';

export interface Templates {
  /** A group has none where it is not fit for one; likewise a family, for the files of its projects. */
  readonly functions: ReadonlyMap<Group, Template>;
  readonly projects: ReadonlyMap<Family, Template>;
}

/**
 * Makes templates of functions and projects with names that no declaration has.
 * @param render How declarations are rendered.
 */
export function templatesOf(
  environment: EnvironmentDeclaration,
  families: readonly Family[],
  render: (environments: EnvironmentDeclaration[]) => Synthesis,
): Templates {
  const functions = new Map<Group, Template>();
  const projects = new Map<Family, Template>();
  let count = 0;
  const standIns = families.map(({ groups, projects: [first] }, index) => {
    const name = `zqp${index}zq`;
    const own = groups.map(
      ({ members: [{ fn }] }): Own => ({ project: name, name: `zqf${count++}zq`, image: fn.props.image }),
    );
    const like = first ?? groups[0]!.members[0].project;
    return { name, like, own };
  });
  const declared = standIns.map(({ name, like, own }, index) => ({
    name,
    props: { ...like.props, name },
    functions: own.map(({ name: id }, at) => {
      const { props } = families[index]!.groups[at]!.members[0].fn;
      return { name: id, props: { ...props, project: name, name: id }, settings: [] };
    }),
    jobs: [],
  }));
  try {
    const { files, warnings } = render([{ ...environment, projects: declared }]);
    const templateOf = (path: string, each: Own) => {
      const isQuiet = !warnings.some((line) => line.startsWith(path.replace(/\.yaml$/, '')));
      const file = files[path];
      return isQuiet && file !== undefined ? Template.of(file, each) : undefined;
    };
    for (const [index, { name, own }] of standIns.entries()) {
      const family = families[index]!;
      const ofProject = templateOf(pathOf(environment.name, ownOf(name)), { project: name, name: NONE, image: NONE });
      if (ofProject) projects.set(family, ofProject);
      for (const [at, each] of own.entries()) {
        const template = templateOf(pathOf(environment.name, each), each);
        if (template) functions.set(family.groups[at]!, template);
      }
    }
  } catch (error) {
    // what is wrong is said of the functions themselves
    if (!(error instanceof InputError)) throw error;
  }
  return { functions, projects };
}

/** The file of a project beside those of its functions; it has no image. */
export function ownOf(project: string): Own {
  return { project, name: 'project', image: NONE };
}

/** Where the file of a function is. */
export function pathOf(environment: string, { project, name }: Pick<Own, 'project' | 'name'>): string {
  return `${environment}/functions/${project}/${name}.yaml`;
}
