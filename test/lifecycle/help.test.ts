import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(60_000);
const ROOT = join(__dirname, '../..');
/** Parts of others, which nobody runs by themselves. */
const PARTS = [
  'assemble.ts',
  'crds.ts',
  'dependencies.ts',
  'doc-comments.ts',
  'features.ts',
  'file-kinds.ts',
  'flows.ts',
  'help.cjs',
  'measurements.ts',
  'pictures.ts',
  'scalers',
  'settings.ts',
  'stand-ins.mjs',
];
const commands = readdirSync(join(ROOT, 'scripts')).filter((file) => !PARTS.includes(file));

test('these are the commands', () => {
  expect(commands).toEqual([
    'build.mjs',
    'docs.ts',
    'examples.ts',
    'import.mjs',
    'package.ts',
    'schemas.ts',
    'triggers.ts',
    'upgrade.ts',
  ]);
});

test.each(commands.flatMap((file) => ['--help', '-h'].map((flag) => [file, flag] as const)))(
  '%s %s says what it does, without a cluster and without a change',
  (file, flag) => {
    const program = { ts: ['node', 'node_modules/tsx/dist/cli.mjs'], mjs: ['node'] }[file.split('.')[1]!]!;
    const [command, ...args] = [...program, `scripts/${file}`, flag];
    const env = { ...process.env, KUBECONFIG: '/nowhere' };
    const { status, stdout, stderr } = spawnSync(command!, args, { cwd: ROOT, encoding: 'utf8', env });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^npm run [a-z]+/);
    expect(stdout).not.toMatch(/^(#|\/\/)/m);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(125);
  },
);
