import { Command, CommanderError } from 'commander';
import { InputError } from '../lib/errors';
import { addAdopt } from './adopt/command';
import { addCheck } from './check/command';
import { addCompletion } from './completion/command';
import { addDoctor } from './doctor/command';
import { addDryRun } from './dry-run/command';
import { addExplain } from './explain/command';
import { addInit } from './init/command';
import { addInstall } from './install/command';
import { addSynth } from './synth/command';
import { addUninstall } from './uninstall/command';
import { addUpgrade } from './upgrade/command';
import { version } from './version';
import { visible } from './visible';

/** Adds a command to those of a program. */
export type Addition = (program: Command) => void;

const COMMANDS: readonly Addition[] = [
  addInit,
  addCheck,
  addSynth,
  addExplain,
  addDoctor,
  addDryRun,
  addInstall,
  addAdopt,
  addUpgrade,
  addUninstall,
  addCompletion,
];

/** What could not be done: wrong arguments, or an input that is not right. */
const FAILED = 2;

/** The program, with its commands. */
export function programOf(commands: readonly Addition[] = COMMANDS): Command {
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
    await programOf(commands).parseAsync(args, { from: 'user' });
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
