import type { Command } from 'commander';
import { FOLDER, outputOption } from '../options';
import { explain, type Options } from './explain';

const MORE = `
Exit code: 0; 2 there is no such function, or a declaration is not right.

  cdk8s-keda-functions explain shop/cart
  cdk8s-keda-functions explain shop/cart --environment production --output json`;

export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('says what holds of a function, and which line says so')
    .description('Says each setting that holds of a function, and which line of which file says so. Only reads.')
    .argument('<project/name>', 'the function')
    .option('--environment <name>', 'in this environment only')
    .option(...FOLDER)
    .addOption(outputOption())
    .addHelpText('after', MORE)
    .action((target: string, options: Options) => console.log(explain(target, options)));
}
