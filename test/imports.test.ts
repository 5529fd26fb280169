import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

test('imports/ is what its generator makes of crds/', () => {
  const output = mkdtempSync(join(tmpdir(), 'imports-'));
  execFileSync(process.execPath, ['scripts/import.mjs', output], { cwd: root, stdio: 'ignore' });
  expect(contents(output)).toEqual(contents(join(root, 'imports')));
}, 60_000);
