import type { App } from 'cdk8s';
import { warningsIn } from '../warnings';
import { render } from './render';
import { type WriteOptions, type WriteResult, writeFiles } from './write';

/** Renders an app and writes it to its output folder (`dist`, or what `CDK8S_OUTDIR` or `AppProps.outdir` says). */
export function synthesize(app: App, options: WriteOptions = {}): SynthesisResult {
  const { files, suspicious } = render(app, options);
  const result = writeFiles(app.outdir, files, options);
  return { ...result, warnings: warningsIn(app, (object) => suspicious.get(object)) };
}

/** What a synthesis changed, and what is valid and yet likely not wanted. */
export interface SynthesisResult extends WriteResult {
  /** As `warningsOf` gives them. */
  readonly warnings: string[];
}
