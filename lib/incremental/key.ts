import { join } from 'node:path';
import { snapshotOf } from './snapshot';

const PACKAGE = join(__dirname, '../..');
/** What renders beside this library. */
const OTHERS = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml'];
/** Variables by which cdk8s renders otherwise. */
const VARIABLES = ['CDK8S_DISABLE_SORT', 'CDK8S_RECORD_CONSTRUCT_METADATA'];

/**
 * What a run depends on beside its folders: whoever changes any of it has no memory.
 * Of this library it is each file, since a version may be one that somebody works on.
 */
export function keyOf(): string {
  const versions = OTHERS.map((other) => require(`${other}/package.json`).version);
  const variables = VARIABLES.map((variable) => process.env[variable] ?? null);
  const isDeclaration = (path: string) => path.endsWith('.d.ts');
  const library = snapshotOf(PACKAGE, ['lib', 'imports', 'cli'], { without: isDeclaration }).text;
  return JSON.stringify([process.version, versions, variables, library]);
}
