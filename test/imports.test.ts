import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

test.each([
  ['imports', ['scripts/import.mjs']],
  ['schemas', ['node_modules/tsx/dist/cli.mjs', 'scripts/schemas.ts']],
])(
  '%s is what its generator makes',
  (folder, command) => {
    const output = mkdtempSync(join(tmpdir(), 'generated-'));
    execFileSync(process.execPath, [...command, output], { cwd: root });
    expect(contents(output)).toEqual(contents(join(root, folder)));
  },
  60_000,
);
