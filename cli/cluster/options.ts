import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { orStop } from '../stop';

/** What all commands that change a cluster take. */
export interface ClusterOptions {
  readonly context?: string;
  readonly yes?: boolean;
  readonly ours: readonly string[];
}

/** Said of all of them. */
export const CLUSTER_EXIT = 'Exit code: 0 done; 1 refused or failed, with the reason; 2 an argument is wrong.';

/** Adds a command that changes a cluster. */
export function clusterCommand(program: Command, name: string, summary: string, description: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(`${description} Says first which cluster, and asks. Needs kubectl.`)
    .addArgument(new Argument('[folder]', 'what synth wrote').default('dist/production'));
}

/** Ends such a command: the options of all after its own, what help says more, what it does. */
export function onCluster<Options>(
  command: Command,
  more: string,
  run: (folder: string, options: Options) => Promise<void>,
): void {
  command
    .addOption(nameOption('--context <name>', 'context of the kubeconfig (default: the current one)'))
    .option('--yes', 'does not ask')
    .addOption(namesOption('--ours <owner,...>', "what belongs to these is the folder's, such as argocd:NAME"))
    .addHelpText('after', more)
    .action((folder: string, options: Options) => orStop(() => run(folder, options)));
}

export function nameOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(nameOf);
}

/** Names with commas between them. */
export function namesOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((text) => nameOf(text).split(',').filter(Boolean))
    .default([], 'none');
}

/** A flag that lost its value would take the next flag for it. */
function nameOf(text: string): string {
  if (!text || text.startsWith('-')) throw new InvalidArgumentError('It needs a name.');
  return text;
}
