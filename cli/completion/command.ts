import { Argument, type Command } from 'commander';
import { SCRIPTS, type Word } from './scripts';

const MORE = `
Exit code: 0; 2 the shell is not one of these.

  cdk8s-keda-functions completion bash >>~/.bashrc
  cdk8s-keda-functions completion fish \\
    >~/.config/fish/completions/cdk8s-keda-functions.fish`;

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .summary('prints what makes a shell complete this command')
    .description('Prints a script that makes a shell complete commands and options.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', MORE)
    .action((shell: keyof typeof SCRIPTS) => console.log(SCRIPTS[shell](program.name(), wordsOf(program))));
}

/** The commands, each with its options. */
function wordsOf(program: Command): Word[] {
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    options: [...command.options.map(({ long }) => long!), '--help'],
  }));
}
