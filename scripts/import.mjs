// npm run import [-- FOLDER=imports]: generates imports/ from crds/, offline. `cdk8s import` writes one file per API group
// and lets a second file of the same group overwrite the first, so the CRDs of a group are handed to it as one file.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = resolve(process.argv[2] ?? join(root, 'imports'));
const crds = join(root, 'crds');
const files = ['keda', 'others'].flatMap((folder) => readdirSync(join(crds, folder)).map((file) => join(folder, file)));
const groupOf = (file) => basename(file).split('_')[0];
const groups = [...new Set(files.filter((file) => file.endsWith('.yaml')).map(groupOf))].sort();
const staging = mkdtempSync(join(tmpdir(), 'crds-'));

try {
  for (const group of groups) {
    const together = join(staging, `${group}.yaml`);
    const ofGroup = files.filter((file) => groupOf(file) === group).sort();
    writeFileSync(together, ofGroup.map((file) => readFileSync(join(crds, file), 'utf8').trimEnd()).join('\n---\n'));
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/cdk8s-cli/bin/cdk8s'),
        'import',
        together,
        '--language',
        'typescript',
        '--output',
        output,
        '--no-save',
        '--check-upgrade=false',
      ],
      { cwd: staging, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' } },
    );
  }
} finally {
  rmSync(staging, { recursive: true });
}

// what the platform renders, as JSON: that is read in a hundredth of the time
const own = readdirSync(join(crds, 'keda')).sort();
const lines = own.map((file) => {
  const crd = parse(readFileSync(join(crds, 'keda', file), 'utf8'));
  return `${JSON.stringify(basename(file, '.yaml'))}:${JSON.stringify(crd)}`;
});
writeFileSync(join(output, 'crds.json'), `{\n${lines.join(',\n')}\n}\n`);
