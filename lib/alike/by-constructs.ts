import { App } from 'cdk8s';
import { compose } from '../app/catalog';
import type { EnvironmentDeclaration } from '../catalog';
import type { Progress } from '../synth/progress';
import { type Rendered, render } from '../synth/render';
import { warningsIn } from '../warnings';

/** What declarations become. */
export interface Synthesis extends Pick<Rendered, 'files' | 'identities'> {
  readonly warnings: string[];
}

/** Renders what is declared, each function by its constructs. */
export function byConstructs(
  name: string,
  environments: readonly EnvironmentDeclaration[],
  progress: Progress = () => {},
): Synthesis {
  const app = new App();
  for (const environment of environments) compose(app, environment);
  const { files, suspicious, identities } = render(app, { name }, progress);
  return { files, identities, warnings: warningsIn(app, (object) => suspicious.get(object)) };
}
