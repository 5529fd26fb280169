import type { Command } from 'commander';
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

/** Adds a command to those of a program. */
export type Addition = (program: Command) => void;

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Addition[] = [
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
