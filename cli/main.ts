#!/usr/bin/env node
// first, as it concerns what is loaded after it
import './compile-cache';
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
