// npm run examples -- CLONE: writes the triggers that keda-docs shows, for the tests, from a clone of kedacore/keda-docs.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, examplesOf } from './scalers/examples';

/** The pages that test/triggers/keda-docs/README.md tells of. */
const COMMIT = 'a55c5d345e2cbd9923ab4936f1cabc2a17e9abac';
const PAGES = 'content/docs/2.21/';

function examplesIn(clone: string): Example[] {
  const git = (...args: string[]) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });
  const files = git('ls-tree', '-r', '--name-only', COMMIT, PAGES).split('\n');
  const pages = files.filter((file) => file.endsWith('.md'));
  return pages.flatMap((file) => examplesOf(file.slice(PAGES.length), git('show', `${COMMIT}:${file}`)));
}

/** An example a line, so that a difference is seen. */
function textOf(examples: readonly Example[]): string {
  return `[\n${examples.map((example) => JSON.stringify(example)).join(',\n')}\n]\n`;
}

if (require.main === module) {
  const [clone = '.'] = process.argv.slice(2);
  writeFileSync(join(__dirname, '../test/triggers/keda-docs/examples.json'), textOf(examplesIn(clone)));
}
