import { parseArgs } from 'node:util';
import { InputError } from '../errors';

/** What the arguments of a program say of its output. @throws InputError for an argument that is none of these. */
export function argumentsOf(args: string[]): { readonly outdir?: string; readonly allowRemovals?: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { outdir: { type: 'string' }, 'allow-removals': { type: 'boolean' } },
    });
    return { outdir: values.outdir, allowRemovals: values['allow-removals'] };
  } catch (error) {
    const [problem] = (error as Error).message.split('. ');
    throw new InputError(`${problem}; allowed: --outdir FOLDER, --allow-removals`);
  }
}

/** What the environment says, for `cdk8s synth`, which hands on variables, but no arguments. */
export function removalsAllowed(): boolean {
  const value = process.env.CDK8S_ALLOW_REMOVALS ?? '';
  if (!/^(|0|1|true|false)$/.test(value))
    throw new InputError(`CDK8S_ALLOW_REMOVALS "${value}" is invalid; allowed: 1, true, 0, false`);
  return value === '1' || value === 'true';
}
