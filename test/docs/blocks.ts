import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FENCE = /^( *)```(\w+)\n(.*?)^\1```$/gms;
/** A comment before a block that no test here runs: where what it shows was seen, or what reads it. */
const MARKED = /<!-- (from a real run|read by): .+ -->\n+ *$/;

/** The pages whose blocks are run: all, as examples.test.ts runs those of the tutorial. */
export const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...(readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md') && !/^(decisions|tutorial)/.test(file))
    .map((file) => `docs/${file}`)
    .sort(),
];

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The blocks of the pages in some languages, without those that are marked. */
export function blocks(...languages: string[]): Block[] {
  return PAGES.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    return [...text.matchAll(FENCE)]
      .filter(({ index }) => !MARKED.test(text.slice(0, index)))
      .map(({ 1: indent, 2: language, 3: body, index }) => ({
        page,
        line: text.slice(0, index).split('\n').length + 1,
        language: language!,
        text: body!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      }));
  }).filter(({ language }) => languages.includes(language));
}

/** A TypeScript block as a module; a fragment, which imports nothing, gets the app and the environment it speaks of. */
export function asModule(text: string, exported: { readonly [source: string]: string[] }): string {
  if (/^import /m.test(text)) return text;
  const words = new Set([...(text.match(/\b[A-Z]\w+/g) ?? []), 'App', 'Environment', 'toFiles']);
  const imports = Object.entries(exported).map(
    ([source, names]) => `import { ${names.filter((name) => words.has(name)).join(', ')} } from '${source}';`,
  );
  return [
    ...imports,
    'const app = new App();',
    "const production = new Environment(app, 'production', { domain: 'fn.example.com' });",
    text,
    'toFiles(app);',
  ].join('\n');
}
