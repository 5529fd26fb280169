import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const COMMAND = 'cdk8s-keda-functions';

/** A new folder with the tarball of `npm pack` installed, which borrows this project's dependencies instead of a registry. */
export function packed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
  const modules = join(folder, 'node_modules');
  const package_ = join(modules, COMMAND);
  mkdirSync(package_, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball), '--strip-components=1', '-C', package_]);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((name) => !['.bin', COMMAND].includes(name)))
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  mkdirSync(join(modules, '.bin'));
  for (const name of readdirSync(join(ROOT, 'node_modules/.bin')).filter((name) => name !== COMMAND))
    symlinkSync(join(ROOT, 'node_modules/.bin', name), join(modules, '.bin', name));
  // as npm does when it installs
  chmodSync(join(package_, 'build/cli/main.js'), 0o755);
  symlinkSync(join(package_, 'build/cli/main.js'), join(modules, '.bin', COMMAND));
  return folder;
}
