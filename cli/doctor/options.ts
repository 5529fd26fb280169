import { type Output, outputNamed, parseArguments } from '../arguments';

export interface Options {
  readonly function?: string;
  readonly environment?: string;
  readonly dist: string;
  readonly context?: string;
  readonly output: Output;
  readonly help: boolean;
}

export const USAGE = `usage: cdk8s-keda-functions doctor [options]

Compares dist/<environment> with a cluster and explains why a function does not wake. Only reads.

  --function project/name  this function only, with the timeline of its last start
  --environment NAME       folder of dist to compare with; may be left out if there is one
  --dist FOLDER            what "npm run synth" wrote; default: dist
  --context NAME           context of the kubeconfig; default: the current one
  --output text|json       default: text
  --help                   this text

Exit code: 0 healthy; 1 problems found; 2 could not look, or not at everything.`;

/** @throws InputError when an argument is unknown or has no such value. */
export function parseOptions(args: string[]): Options {
  const values = parseArguments(args, {
    function: { type: 'string' },
    environment: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    context: { type: 'string' },
    output: { type: 'string', default: 'text' },
    help: { type: 'boolean', default: false },
  });
  return { ...values, output: outputNamed(values.output) };
}
