import type { App } from 'cdk8s';
import { toFiles } from './render';
import { type WriteOptions, type WriteResult, writeFiles } from './write';

/** Renders an app and writes it to its output folder (`dist`, or what `CDK8S_OUTDIR` or `AppProps.outdir` says). */
export function synthesize(app: App, options: WriteOptions = {}): WriteResult {
  return writeFiles(app.outdir, toFiles(app, options), options);
}
