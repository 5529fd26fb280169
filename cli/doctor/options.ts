import type { Command } from 'commander';
import { type Output, outputOption } from '../options';

export interface Options {
  readonly function?: string;
  readonly environment?: string;
  readonly dist: string;
  readonly context?: string;
  readonly output: Output;
}

const MORE = `
Exit code: 0 healthy; 1 problems found; 2 could not look, or not at everything.

  cdk8s-keda-functions doctor
  cdk8s-keda-functions doctor --function shop/cart --context production`;

/** The command, without what it does. */
export function declareDoctor(program: Command): Command {
  return program
    .command('doctor')
    .summary('says why a function does not wake')
    .description('Compares dist/<environment> with a cluster and explains why a function does not wake. Only reads.')
    .option('--function <project/name>', 'this function only, with the timeline of its last start')
    .option('--environment <name>', 'folder of dist to compare with; may be left out if there is one')
    .option('--dist <folder>', 'what synth wrote', 'dist')
    .option('--context <name>', 'context of the kubeconfig (default: the current one)')
    .addOption(outputOption())
    .addHelpText('after', MORE);
}
