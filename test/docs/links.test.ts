import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { FILES, PAGES, ROOT, read, withoutBlocks } from './pages';

/** The address of this repository: what is not packed is linked to by it. */
const HERE = /^https:\/\/github\.com\/enclii\/cdk8s-keda-functions\/(blob|tree)\/main\//;

const withoutCode = (text: string) => withoutBlocks(text).replaceAll(/`[^`\n]*`/g, '');

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(text: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
    const slug = heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

interface Link {
  readonly page: string;
  readonly to: string;
  readonly file: string;
  readonly anchor: string;
}

function linksOf(page: string, text = read(page)): Link[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to]) => to!)
    .filter((to) => HERE.test(to) || !/^[a-z]+:/.test(to))
    .map((to) => {
      const [path, anchor = ''] = to.split('#') as [string, string?];
      const file = HERE.test(path) ? path.replace(HERE, '') : normalize(join(dirname(page), path));
      return { page, to, file: path === '' ? page : file, anchor };
    });
}

/** Why a link leads nowhere. */
function fault({ page, to, file, anchor }: Link): string[] {
  if (!existsSync(join(ROOT, file))) return [`${page}: ${to}: there is no ${file}`];
  if (anchor !== '' && !anchors(read(file)).includes(anchor)) return [`${page}: ${to}: ${file} has no such heading`];
  return [];
}

const LINKS = PAGES.flatMap((page) => linksOf(page));

test('every link leads to a file, and to a heading of it', () => {
  expect(LINKS.length).toBeGreaterThan(150);
  expect(LINKS.flatMap(fault)).toEqual([]);
});

test('a link that leads nowhere is found', () => {
  const faults = linksOf('docs/README.md', '[a](how-to/none.md) [b](architecture.md#none) [c](#how-to) `[d](e)`');
  expect(faults.flatMap(fault)).toEqual([
    'docs/README.md: how-to/none.md: there is no docs/how-to/none.md',
    'docs/README.md: architecture.md#none: docs/architecture.md has no such heading',
  ]);
});

test('the map leads to every page of the documentation', () => {
  const mapped = linksOf('docs/README.md').map(({ file }) => file);
  const lost = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md').filter(
    (page) =>
      !mapped.some((to) => page === to || (statSync(join(ROOT, to)).isDirectory() && page.startsWith(`${to}/`))),
  );
  expect(lost).toEqual([]);
});

test('what is packed links to what is packed', () => {
  const { files } = JSON.parse(read('package.json')) as { files: string[] };
  const packed = (file: string) =>
    ['README.md', 'LICENSE', 'package.json', ...files].some((name) => !relative(name, file).startsWith('..'));
  const lost = LINKS.filter(({ page, to, file }) => packed(page) && !packed(file) && !HERE.test(to));
  expect(lost.map(({ page, to }) => `${page}: ${to}`)).toEqual([]);
});

test('code names pages that exist', () => {
  const code = FILES.filter((file) => /\.(ts|mjs|sh|json|ya?ml|toml)$|^\.ci\//.test(file) && !file.startsWith('dist/'));
  const named = code.flatMap((file) =>
    [...read(file).matchAll(/(?<![\w/.-])docs\/[\w/-]+\.md/g)].map(([page]) => `${file}: ${page}`),
  );
  expect(named.length).toBeGreaterThan(10);
  // pages that a test makes
  const made = ['test/catalog/load.test.ts', 'test/lifecycle/upgrade.test.ts', 'test/docs/links.test.ts'];
  const lost = named
    .map((one) => one.split(': ') as [string, string])
    .filter(([, page]) => !existsSync(join(ROOT, page)));
  expect(lost.filter(([file]) => !made.includes(file))).toEqual([]);
});
