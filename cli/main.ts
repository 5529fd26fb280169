#!/usr/bin/env node
import { run } from './program';
import { visible } from './visible';

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(process.env.DEBUG ? error : visible(`error: ${error.message} (DEBUG=1 shows where)`));
    process.exitCode = 2;
  },
);
