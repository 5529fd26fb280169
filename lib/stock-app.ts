import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { InputError } from './errors';

/**
 * Makes `synth` of cdk8s' own App an error: it would write other files than those of this library, beside them. An App
 * with a `synth` of its own is left alone.
 */
export function refuseStockSynth({ node: { root } }: IConstruct): void {
  if (!(root instanceof App) || root.synth !== App.prototype.synth) return;
  root.synth = () => {
    throw new InputError(
      'app: synth of App would write other files than this library does; allowed: new FunctionsApp() in its place, or synthesize(app)',
    );
  };
}
