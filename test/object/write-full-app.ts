// write-full-app.ts FOLDER: writes the app of the tests that has every kind of object.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toFiles } from '../../lib';
import { fullApp } from './full-app';

for (const [path, text] of Object.entries(toFiles(fullApp()))) {
  const file = join(process.argv[2]!, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
