import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from './packed';

// The examples and the tutorial, as a user of the packed package has them.
const ROOT = join(__dirname, '..');
const FOLDERS = readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** Those that npm installs; Python's has a test of its own, and Dockerfiles are not apps. */
const EXAMPLES = FOLDERS.filter((name) => existsSync(join(ROOT, 'examples', name, 'package.json')));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { CDK8S_OUTDIR: _, ...environment } = process.env;

let home: string;
beforeAll(() => {
  home = packed();
  cpSync(join(ROOT, 'examples'), join(home, 'examples'), { recursive: true });
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

function run(folder: string, command: string) {
  const env = { ...environment, PATH: `${join(home, 'node_modules/.bin')}:${process.env.PATH}`, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: join(home, folder),
    encoding: 'utf8',
    env,
  });
  return { status, said: `${stdout}${stderr}`.trimEnd() };
}

test('the list of examples has all of them', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(5);
  for (const name of FOLDERS) expect(read('examples/README.md')).toContain(`| [${name}](${name})`);
});

test.each(EXAMPLES)('the example %s writes what its README says', (name) => {
  const folder = `examples/${name}`;
  const { scripts } = JSON.parse(read(`${folder}/package.json`)) as { scripts: { check?: string; synth: string } };
  if (scripts.check) expect(run(folder, scripts.check)).toEqual({ status: 0, said: '0 errors, 0 warnings' });
  expect(run(folder, scripts.synth)).toMatchObject({ status: 0, said: expect.not.stringMatching(/warning|error/) });
  const written = (readdirSync(join(home, folder, 'dist'), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `dist/${path}`);
  const readme = read(`${folder}/README.md`);
  expect(/```text\n(.*?)```/s.exec(readme)![1]!.trimEnd().split('\n')).toEqual(written.sort());
  for (const [, path] of readme.matchAll(/-f (dist\/\S+)/g)) expect(written).toContain(path);
});

test('the example in TypeScript has right types', () => {
  const options = '--noEmit --strict --skipLibCheck --module node16 --target es2022 --types node';
  expect(run('.', `node_modules/.bin/tsc ${options} examples/library/main.ts`)).toEqual({ status: 0, said: '' });
});

test('each environment of the example has its own settings', () => {
  const scaled = (cluster: string) =>
    readFileSync(join(home, `examples/environments/dist/${cluster}/functions/shop/cart.yaml`), 'utf8');
  expect(scaled('staging')).toMatch(/maxReplicaCount: 2\n/);
  expect(scaled('production')).toMatch(/minReplicaCount: 1\n/);
});

describe('the tutorial', () => {
  const page = read('docs/tutorial/README.md');
  /** What needs a registry or a cluster: the tests on a cluster do it. */
  const ELSEWHERE = /^(npm install|kubectl|curl|npx cdk8s-keda-functions (doctor|install))\b/;
  const steps = [...page.matchAll(/```console\n(.*?)```/gs)]
    .flatMap(([, block]) => block!.split(/^\$ /m).slice(1))
    .map((step) => step.trimEnd().split('\n') as [string, ...string[]]);

  test('does what it says, step by step', () => {
    mkdirSync(join(home, 'tutorial'));
    let folder = 'tutorial';
    const ran: string[] = [];
    for (const [command, ...shown] of steps.filter(([command]) => !ELSEWHERE.test(command))) {
      if (command.startsWith('cd ')) folder = join(folder, command.slice(3));
      else {
        const { status, said } = run(folder, command.replace(/^npx /, ''));
        ran.push(command);
        expect([command, status]).toEqual([command, shown.join().includes('error:') ? 1 : 0]);
        if (shown.length > 0) expect(said.split('\n')).toEqual(shown);
      }
      if (command.startsWith('npx cdk8s-keda-functions init')) {
        const made = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
        const files = ['environments/production.yaml', 'functions/my-project/hello.yaml'];
        const without = (file: string) => readFileSync(join(home, 'tutorial/demo', file), 'utf8').replace(/^#.*\n/, '');
        expect(files.map(without)).toEqual(made);
      }
    }
    expect(ran.length).toBeGreaterThanOrEqual(10);
    const hello = readFileSync(join(home, folder, 'dist/production/functions/my-project/hello.yaml'), 'utf8');
    expect(hello).toContain('cooldownPeriod: 30\n');
    for (const name of ['fn-hello', 'fn-my-project']) expect(hello).toContain(name);
    expect(existsSync(join(home, folder, 'functions/my-project/hello.yaml.bak'))).toBe(false);
  });
});
