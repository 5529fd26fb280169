import { Command, CommanderError } from 'commander';
import { InputError } from '../lib/errors';
import type { Addition } from './commands';
import { version } from './version';
import { visible } from './visible';

/** `synth` runs for each commit and needs little of its own; what the others need takes three times as long to load. */
function commandsFor([name]: readonly string[]): readonly Addition[] {
  if (name === 'synth') return [(require('./synth/command') as typeof import('./synth/command')).addSynth];
  return (require('./commands') as typeof import('./commands')).COMMANDS;
}

/** What could not be done: wrong arguments, or an input that is not right. */
const FAILED = 2;

/** The program, with its commands. */
export function programOf(commands: readonly Addition[]): Command {
  const program = new Command('cdk8s-keda-functions')
    .description('Functions that scale from zero on Kubernetes, declared in YAML and delivered as plain manifests.')
    .version(version(), '--version', 'the version of this package')
    .helpOption('-h, --help', 'this text')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
      outputError: (text, write) => write(visible(text.trim().replaceAll('\n', ' '))),
    });
  for (const add of commands) add(program);
  return program;
}

/** Runs a command line and returns its exit code. */
export async function run(args: string[], commands?: readonly Addition[]): Promise<number> {
  try {
    await programOf(commands ?? commandsFor(args)).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return isUsage(error) ? FAILED : error.exitCode;
    if (!(error instanceof InputError)) throw error;
    for (const line of error.message.split('\n')) console.error(`error: ${visible(line)}`);
    return FAILED;
  }
}

function isUsage({ code, exitCode }: CommanderError): boolean {
  return code.startsWith('commander.') && exitCode !== 0;
}
