import type { App } from 'cdk8s';
import { warningsIn } from '../warnings';
import type { Progress } from './progress';
import { render } from './render';
import { type WriteOptions, type WriteResult, write } from './write';

/** Renders an app and writes it to its output folder (`dist`, or what `CDK8S_OUTDIR` or `AppProps.outdir` says). */
export function synthesize(app: App, options: WriteOptions = {}): SynthesisResult {
  return synthesizeWith(() => {}, app, options);
}

/** As `synthesize`, and says how far it is. */
export function synthesizeWith(progress: Progress, app: App, options: WriteOptions): SynthesisResult {
  const { files, suspicious } = render(app, options, progress);
  const result = write(app.outdir, files, options, progress);
  return { ...result, warnings: warningsIn(app, (object) => suspicious.get(object)) };
}

/** What a synthesis changed, and what is valid and yet likely not wanted. */
export interface SynthesisResult extends WriteResult {
  /** As `warningsOf` gives them. */
  readonly warnings: string[];
}
