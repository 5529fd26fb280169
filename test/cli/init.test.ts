import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { run } from '../../cli/program';
import { version } from '../../package.json';

let root: string;
let out: string;
let errors: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'init-'));
  [out, errors] = ['', []];
  jest.spyOn(console, 'log').mockImplementation((text) => {
    out += `${text}\n`;
  });
  jest.spyOn(console, 'error').mockImplementation((line) => void errors.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test.each([
  [[], []],
  [
    ['--argocd', 'https://git.example.com/a.git'],
    ['production/gitops/argocd-cm.yaml', 'production/gitops/argocd.yaml'],
  ],
  [['--flux', 'https://git.example.com/a.git'], ['production/gitops/flux.yaml']],
])('a repository %j is right at once, and its workflow and README name what is there', async (options, gitops) => {
  const demo = join(root, 'My Demo');
  expect(await run(['init', demo, ...options])).toBe(0);
  expect(files(demo)).toEqual([
    '.gitattributes',
    '.github/workflows/functions.yaml',
    '.gitignore',
    'README.md',
    'environments/production.yaml',
    'functions/my-project/hello.yaml',
    'package.json',
  ]);
  expect(out).toContain(`next: cd '${demo}' && npm install && npm run synth\n`);
  expect(JSON.parse(read('My Demo/package.json'))).toMatchObject({
    name: 'my-demo',
    devDependencies: { 'cdk8s-keda-functions': `^${version}` },
  });
  expect(await run(['check', '--folder', demo])).toBe(0);
  expect(await run(['synth', '--folder', demo, '--outdir', join(demo, 'dist')])).toBe(0);
  expect(errors).toEqual([]);
  expect(files(join(demo, 'dist'))).toEqual(
    expect.arrayContaining(['production/functions/my-project/hello.yaml', ...gitops]),
  );
  const { scripts } = JSON.parse(read('My Demo/package.json'));
  const texts = [read('My Demo/README.md'), read('My Demo/.github/workflows/functions.yaml')];
  for (const [, script] of texts.join('\n').matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty(script!);
  for (const [, path] of texts.join('\n').matchAll(/kubectl apply -f (\S+)/g))
    expect(existsSync(join(demo, path!))).toBe(true);
  expect(texts[0]!.includes('kubectl apply')).toBe(gitops.length > 0);
  const [, schema] = /\$schema=(\S+)/.exec(read('My Demo/functions/my-project/hello.yaml'))!;
  expect(schema).toBe('../../node_modules/cdk8s-keda-functions/schemas/function.schema.json');
  expect(load(texts[1]!)).toMatchObject({ jobs: { check: { steps: expect.any(Array) } } });
});

test('what is there already is not written over', async () => {
  writeFileSync(join(root, 'package.json'), '{}');
  expect(await run(['init', root])).toBe(2);
  expect(errors).toEqual([`error: ${join(root, 'package.json')}: is there already; allowed: a folder without it`]);
  expect([files(root), read('package.json')]).toEqual([['package.json'], '{}']);
});

test.each([
  [['--domain', 'a b'], /^error: domain "a b" .*; allowed: /],
  [['--argocd', 'x', '--flux', 'y'], /^error: option '--argocd <url>' cannot be used with option '--flux <url>'$/],
  [['--flux', 'nope'], /^error: gitops.flux.url "nope" .*; allowed: /],
])('%j makes nothing', async (options, problem) => {
  expect(await run(['init', root, ...options])).toBe(2);
  expect(errors).toEqual([expect.stringMatching(problem)]);
  expect(files(root)).toEqual([]);
});

describe('completion', () => {
  const complete = async (...words: string[]) => {
    await run(['completion', 'bash']);
    const script = `${out}
COMP_WORDS=(cdk8s-keda-functions ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_cdk8s_keda_functions; echo "\${COMPREPLY[*]}"`;
    return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim();
  };

  test('a shell completes commands and their options', async () => {
    expect(await complete('s')).toBe('synth');
    out = '';
    expect(await complete('synth', '--all')).toBe('--allow-removals');
  });

  test.each(['zsh', 'fish'])('%s is told every command and option', async (shell) => {
    expect(await run(['completion', shell])).toBe(0);
    for (const word of ['init', 'check', 'synth', 'explain', 'doctor', 'completion', 'allow-removals'])
      expect(out).toContain(word);
  });

  test('another shell is told', async () => {
    expect(await run(['completion', 'ksh'])).toBe(2);
    expect(errors).toEqual([expect.stringContaining('Allowed choices are bash, zsh, fish.')]);
  });
});
