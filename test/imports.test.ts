import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
// latin1 keeps each byte
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));

test('imports/ is what its generator makes of crds/', () => {
  const output = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    execFileSync(process.execPath, ['scripts/import.mjs', output], { cwd: root, stdio: 'pipe' });
    expect(contents(output)).toEqual(contents(join(root, 'imports')));
  } finally {
    rmSync(output, { recursive: true });
  }
}, 60_000);
