#!/usr/bin/env node
import { doctor } from './doctor/command';
import { synth } from './synth/command';
import { visible } from './visible';

/** The commands, each given its arguments and returning an exit code. */
const COMMANDS: { readonly [name: string]: (args: string[]) => number | Promise<number> } = { doctor, synth };

const USAGE = `usage: cdk8s-keda-functions COMMAND [options]

  doctor   says why a function does not wake
  synth    says what holds of a function, and which line says so

cdk8s-keda-functions COMMAND --help says more.`;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    console.log(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(args);
  console.error(`error: command "${visible(name)}" is unknown; allowed: ${Object.keys(COMMANDS).join(', ')}`);
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(process.env.DEBUG ? error : visible(`error: ${error.message} (DEBUG=1 shows where)`));
    process.exitCode = 2;
  },
);
