import type { EnvironmentDeclaration, FunctionDeclaration, ProjectDeclaration } from '../catalog';
import { ensure } from '../ensure';
import { DEFAULT_KEDA_NAMESPACE } from '../environment-fields';
import { FUNCTION } from '../function/fields';
import { PROJECT } from '../function/project/fields';

/** A function that is declared, and its project. */
export interface Member {
  readonly project: ProjectDeclaration;
  readonly fn: FunctionDeclaration;
}

/** Functions whose settings are the same but for project, name and image, in projects that are the same but for their names. */
export interface Group {
  /** What their projects have in common, as text. */
  readonly ofProject: string;
  readonly members: [Member, ...Member[]];
}

// a name that YAML or a cluster takes for something else is not one of many
const USUAL = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 40;
const DIGEST = '@sha256:';

/** What of an environment is alike. */
export interface Alike {
  readonly groups: readonly Group[];
  /** The projects that are the same but for their names, by what they have in common. */
  readonly projects: ReadonlyMap<string, readonly ProjectDeclaration[]>;
}

/**
 * The projects and functions of an environment that are alike. A name that stands in what they share, or in the environment, may mean more
 * than a name there, so what has such a one is like nothing else.
 */
export function alikeIn({ props, platform, projects }: EnvironmentDeclaration): Alike {
  const around = JSON.stringify([props, platform, DEFAULT_KEDA_NAMESPACE]);
  const groups = new Map<string, Group>();
  const same = new Map<string, ProjectDeclaration[]>();
  for (const project of projects) {
    const { name, prePull, ...common } = project.props;
    // it lists what its functions are made of
    if (prePull) continue;
    const ofProject = JSON.stringify(PROJECT.write(common as typeof project.props));
    const isFree = (text: string, own: string) => USUAL.test(own) && own.length <= LONGEST && !text.includes(own);
    if (!isFree(around, name) || !isFree(ofProject, name)) continue;
    ensure(same, ofProject, () => []).push(project);
    for (const fn of project.functions) {
      const { name: _, project: __, image, target, ...shared } = fn.props;
      // a workload that is made elsewhere has no image
      if (target) continue;
      const ofFunction = JSON.stringify(FUNCTION.write(shared as typeof fn.props));
      const texts = around + ofProject + ofFunction;
      if (!isFree(texts, fn.name) || texts.includes(image) || ofFunction.includes(name)) continue;
      const key = `${image.includes(DIGEST)} ${ofProject} ${ofFunction}`;
      const group = groups.get(key);
      if (group) group.members.push({ project, fn });
      else groups.set(key, { ofProject, members: [{ project, fn }] });
    }
  }
  return { groups: [...groups.values()], projects: same };
}
