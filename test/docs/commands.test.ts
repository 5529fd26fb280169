import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { COMMANDS as ADDITIONS } from '../../cli/commands';
import { programOf } from '../../cli/program';
import { FILES, PAGES, ROOT, read } from './pages';

const { scripts } = JSON.parse(read('package.json')) as { scripts: { readonly [name: string]: string } };
const COMMANDS: { readonly [name: string]: Command } = Object.fromEntries(
  programOf(ADDITIONS).commands.map((command) => [command.name(), command]),
);

/** What the scripts that change a cluster have in common. */
const SHARED = 'scripts/lifecycle.sh';

interface Line {
  readonly page: string;
  readonly text: string;
}

/** What a page tells a reader to type: lines of blocks, and commands in the prose. */
function typed(page: string, text = read(page)): Line[] {
  const blocks = [...text.matchAll(/^ *```(?:console|sh|bash)\n(.*?)^ *```$/gms)].flatMap(([, block]) =>
    block!.split('\n').map((line) => line.trim().replace(/^\$ /, '')),
  );
  const prose = [...text.matchAll(/(?<!`)`((?:npm run|npx|scripts\/)[^`\n]*)`/g)].map(([, line]) => line!);
  return [...blocks, ...prose]
    .flatMap((line) => line.replace(/ +# .*/, '').split(/ && | \| /))
    .map((line) => ({ page, text: line }));
}

const flagsOf = (words: string[]) => words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]!);

/** Why a command is not one. */
function fault({ page, text }: Line): string[] {
  const [program, ...words] = text.split(/\s+/) as [string, ...string[]];
  const wrong = (what: string) => [`${page}: ${text}: ${what}`];
  if (program.startsWith('scripts/')) {
    if (!existsSync(join(ROOT, program))) return wrong(`there is no ${program}`);
    const source = read(program) + (existsSync(join(ROOT, SHARED)) ? read(SHARED) : '');
    return flagsOf(words).flatMap((flag) => (source.includes(flag) ? [] : wrong(`${flag} is unknown`)));
  }
  if (program === 'npx' && words[0] === 'cdk8s-keda-functions') return asked(words.slice(1), wrong);
  if (program !== 'npm' || words[0] !== 'run') return [];
  const [, name = '', ...rest] = words;
  const script = scripts[name];
  if (script === undefined) return wrong(`there is no script ${name}`);
  const own = /^tsx cli\/main\.ts (.*)$/.exec(script)?.[1];
  if (own !== undefined) return asked([own, ...rest.filter((word) => word !== '--')], wrong);
  const file = /^tsx (\S+)$/.exec(script)?.[1];
  if (file === undefined || file === 'main.ts') return [];
  const source = file.startsWith('bench/') ? benchmark(file) : read(file);
  return flagsOf(rest.filter((word) => word !== '--')).flatMap((flag) =>
    new RegExp(`\\b${flag.slice(2)}\\b`).test(source) ? [] : wrong(`${flag} is unknown`),
  );
}

const benchmark = (file: string) =>
  PARTS.filter((part) => part.startsWith(file.replace('main.ts', '')) || part.startsWith('bench/kit/'))
    .map(read)
    .join('');
const PARTS = FILES.filter((file) => /^bench\/.*\.ts$/.test(file));

function asked([name = '', ...words]: string[], wrong: (what: string) => string[]): string[] {
  if (/^(-.*|[A-Z]+|)$/.test(name)) return []; // a placeholder
  const command = COMMANDS[name];
  if (!command) return wrong(`there is no command ${name}`);
  const known = ['--help', ...command.options.map(({ long }) => long)];
  return flagsOf(words).flatMap((flag) => (known.includes(flag) ? [] : wrong(`${flag} is unknown`)));
}

const LINES = PAGES.flatMap((page) => typed(page));

test('every command that a page gives is one, with flags that it has', () => {
  expect(LINES.length).toBeGreaterThan(60);
  expect(LINES.flatMap(fault)).toEqual([]);
});

test('a command that is none is found', () => {
  const text = [
    '`npm run nothing`, `npx cdk8s-keda-functions wake` and `npx cdk8s-keda-functions synth --none`',
    '```console\n$ scripts/none.sh --yes\nnpm run doctor -- --none   # a word\n```',
  ].join('\n\n');
  expect(typed('a.md', text).flatMap(fault)).toEqual([
    'a.md: scripts/none.sh --yes: there is no scripts/none.sh',
    'a.md: npm run doctor -- --none: --none is unknown',
    'a.md: npm run nothing: there is no script nothing',
    'a.md: npx cdk8s-keda-functions wake: there is no command wake',
    'a.md: npx cdk8s-keda-functions synth --none: --none is unknown',
  ]);
});
