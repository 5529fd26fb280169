import { App } from 'cdk8s';
import { type Composed, compose } from '../app/catalog';
import type { EnvironmentDeclaration } from '../catalog';
import { Cluster } from '../cluster';
import { Environment } from '../environment';
import type { Progress } from '../synth/progress';
import { type Rendered, render } from '../synth/render';
import { warningsIn } from '../warnings';
import type { Filling } from './template';

/** What declarations become. */
export interface Synthesis extends Pick<Rendered, 'files' | 'identities'> {
  readonly warnings: string[];
}

/** Renders what is declared, each function by its constructs. `absent` are those that have none, and are like one that has. */
export function byConstructs(
  name: string,
  environments: readonly EnvironmentDeclaration[],
  progress: Progress = () => {},
  absent: readonly Filling[] = [],
): Synthesis {
  const app = new App();
  for (const declared of environments) {
    const composed = compose(app, declared);
    for (const filling of absent) if (filling.environment === declared.name) countAbsent(composed, filling);
  }
  const { files, suspicious, identities } = render(app, { name }, progress);
  return { files, identities, warnings: warningsIn(app, (object) => suspicious.get(object)) };
}

/** Tells what looks at all functions of a cluster where there are more. */
function countAbsent({ environment, functions, projects }: Composed, { owns: [like, ...others] }: Filling): void {
  const chart = like && functions.get(`${like.project}/${like.name}`);
  if (!chart) return;
  const { alike } = Cluster.at(Environment.scopeOf(environment));
  for (const project of new Set(others.map((own) => own.project))) {
    const made = projects.get(project);
    const namespace = made?.namespaceName ?? environment.naming.namespaceOf(project);
    alike.push({ chart, namespace, isFilled: made === undefined });
  }
}
