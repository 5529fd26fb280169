import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, type IResolver } from 'cdk8s';
import { synthesizeWith } from '../synth/synthesize';
import { argumentsOf, removalsAllowed } from './arguments';
import { progressOf } from './progress';
import { report } from './report';
import { tellUncaught } from './uncaught';

/** How an app is written. */
export interface FunctionsAppProps {
  /**
   * Name of the app. It stands in each file that the app writes, and only those are replaced and removed.
   * @default - the `name` of the nearest package.json above the program
   */
  readonly name?: string;

  /** Folder that is written. @default - `CDK8S_OUTDIR`, which `cdk8s synth` sets, else `dist` */
  readonly outdir?: string;

  /**
   * Whether the output may lose the last file, or more than half of the files, of the whole, of an environment or of a
   * folder directly below one.
   * @default - `CDK8S_ALLOW_REMOVALS`, else false
   */
  readonly allowRemovals?: boolean;

  /**
   * Arguments of the program, `process.argv.slice(2)`: `--outdir FOLDER` and `--allow-removals` go over the props of their
   * names.
   * @default - none
   */
  readonly args?: string[];

  /** What replaces values before they are written, before cdk8s' own resolvers. @default - none */
  readonly resolvers?: IResolver[];

  /**
   * Whether `construct-metadata.json` is written, too: the construct of each object, for validation plugins of cdk8s.
   * @default - `CDK8S_RECORD_CONSTRUCT_METADATA`, which `cdk8s synth` sets where it validates, else false
   */
  readonly recordConstructMetadata?: boolean;
}

/**
 * An app whose `synth` writes the files of this library: one a chart, at its path in the construct tree, with only what
 * changed. An `InputError` that nobody catches ends the program with a line a problem, and no stack.
 */
export class FunctionsApp extends App {
  private readonly name?: string;
  private readonly allowRemovals?: boolean;
  private readonly recordsMetadata: boolean;

  constructor(props: FunctionsAppProps = {}) {
    tellUncaught();
    const { outdir, allowRemovals } = argumentsOf(props.args ?? []);
    const recordConstructMetadata =
      props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    super({ outdir: outdir ?? props.outdir, resolvers: props.resolvers, recordConstructMetadata });
    this.name = props.name;
    this.allowRemovals = allowRemovals ?? props.allowRemovals;
    this.recordsMetadata = recordConstructMetadata;
  }

  /**
   * Writes the files, and says which; warnings go to standard error.
   * @throws InputError when something is wrong; no file is changed then.
   */
  public override synth(): void {
    const progress = progressOf(process.stderr);
    const allowRemovals = this.allowRemovals ?? removalsAllowed();
    try {
      const result = synthesizeWith(progress.update, this, { name: this.name, allowRemovals });
      progress.clear();
      if (this.recordsMetadata) this.writeMetadata();
      report(this.outdir, result);
    } finally {
      progress.clear();
    }
  }

  /** In the form that cdk8s gives it. */
  private writeMetadata(): void {
    const objects = this.node.findAll().filter(ApiObject.isApiObject);
    const resources = Object.fromEntries(objects.map(({ name, node }) => [name, { path: node.path }]));
    writeFileSync(join(this.outdir, 'construct-metadata.json'), JSON.stringify({ version: '1.0.0', resources }));
  }
}
