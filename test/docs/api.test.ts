import * as library from '../../index';
import { FILES, PAGES, read, withoutBlocks } from './pages';

// Blocks of TypeScript are compiled by package.test.ts; here it is what sentences name, such as `Volume.fromSecret`.
const exported: { readonly [name: string]: unknown } = library;
// the changelog names what was, too
const named = PAGES.filter((page) => page !== 'CHANGELOG.md').flatMap((page) =>
  [...withoutBlocks(read(page)).matchAll(/`[^`\n]*?\b([A-Z]\w+)\.(\w+)\b[^`\n]*`/g)].flatMap(([, owner, member]) =>
    owner! in exported ? [{ page, owner: owner!, member: member! }] : [],
  ),
);
const sources = FILES.filter((file) => /^lib\/.*\.ts$/.test(file)).map(read);

/** A member of an instance is there only once there is one: then it is what a source declares. */
function has(owner: string, member: string): boolean {
  const of = exported[owner] as { readonly prototype?: object };
  const isDeclared = new RegExp(`^  (public )?(readonly |get )?${member}\\b[?(:]`, 'm');
  return member in of || member in (of.prototype ?? {}) || sources.some((text) => isDeclared.test(text));
}

test('what a page names of the API is there', () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ owner, member }) => !has(owner, member))).toEqual([]);
});
