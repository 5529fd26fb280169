import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../lib/synth';
import { own, texts } from './files';

jest.mock('node:fs', () => {
  const actual = jest.requireActual('node:fs');
  return { ...actual, renameSync: jest.fn(actual.renameSync), linkSync: jest.fn(actual.linkSync) };
});

const { renameSync, linkSync } = jest.requireActual<typeof fs>('node:fs');
let parent: string;
let outdir: string;
beforeEach(() => {
  parent = fs.mkdtempSync(join(tmpdir(), 'swap-'));
  outdir = join(parent, 'out');
});
afterEach(() => {
  jest.mocked(fs.renameSync).mockReset().mockImplementation(renameSync);
  jest.mocked(fs.linkSync).mockReset().mockImplementation(linkSync);
  fs.rmSync(parent, { recursive: true, force: true });
});

/** Everything below a folder: folders, and files with content, time and number. */
function tree(folder: string): { [path: string]: unknown } {
  return Object.fromEntries(
    (fs.readdirSync(folder, { recursive: true }) as string[]).sort().map((path) => {
      const { mtimeMs, ino } = fs.statSync(join(folder, path));
      const isFolder = fs.statSync(join(folder, path)).isDirectory();
      return [path, isFolder ? 'folder' : [fs.readFileSync(join(folder, path), 'utf8'), mtimeMs, ino]];
    }),
  );
}

/** Lets moves fail, by their number. */
function failMoves(fails: (move: number) => boolean): void {
  let moves = 0;
  jest.mocked(fs.renameSync).mockImplementation((from, to) => {
    moves += 1;
    if (fails(moves)) throw new Error('no space');
    renameSync(from, to);
  });
}

const AFTER = texts('2', 'a.yaml', 'd/e/f.yaml', 'd/g.yaml');

test.each([
  [1, 'b/c.yaml', 4],
  [2, 'b/c.yaml', 4],
  [3, 'b/c.yaml', 4],
  [4, 'b/c.yaml', 4],
  // the folder as a whole
  [1, 'd/c.yaml', 3],
  [2, 'd/c.yaml', 3],
  [3, 'd/c.yaml', 3],
])('when move %i fails, everything is as it was, folders too: %s goes', (failing, gone, moves) => {
  writeFiles(outdir, texts('1', 'a.yaml', gone));
  if (moves === 4) fs.mkdirSync(join(outdir, 'd'));
  fs.mkdirSync(join(outdir, 'empty'));
  const before = tree(parent);
  failMoves((move) => move === failing);
  expect(() => writeFiles(outdir, AFTER, { allowRemovals: true })).toThrow(/^no space$/);
  expect(tree(parent)).toEqual(before);
  failMoves(() => false);
  jest.mocked(fs.renameSync).mockClear();
  expect(writeFiles(outdir, AFTER, { allowRemovals: true })).toMatchObject({
    written: Object.keys(AFTER),
    removed: [gone],
  });
  expect(jest.mocked(fs.renameSync)).toHaveBeenCalledTimes(moves);
});

test('where a file system has no links, a copy is put back', () => {
  jest.mocked(fs.linkSync).mockImplementation(() => {
    throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
  });
  writeFiles(outdir, texts('1', 'a.yaml', 'b.yaml'));
  failMoves((move) => move === 2);
  expect(() => writeFiles(outdir, texts('2', 'a.yaml', 'b.yaml'))).toThrow('no space');
  expect(fs.readFileSync(join(outdir, 'a.yaml'), 'utf8')).toBe(own('a.yaml', '1'));
  expect(fs.readdirSync(outdir).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test('nothing leaves the output folder on its way, since what is beside it may be another file system', () => {
  writeFiles(outdir, texts('1', 'a.yaml', 'b/c.yaml'));
  jest.mocked(fs.renameSync).mockClear();
  writeFiles(outdir, texts('2', 'a.yaml'), { allowRemovals: true });
  const paths = jest.mocked(fs.renameSync).mock.calls.flat().map(String);
  expect(paths).toHaveLength(4);
  expect(paths.filter((path) => !path.startsWith(`${outdir}/`))).toEqual([]);
});

test('when putting back fails too, each file is whole, and the next run completes', () => {
  writeFiles(outdir, texts('1', 'a.yaml', 'b.yaml'));
  failMoves((move) => move > 1);
  expect(() => writeFiles(outdir, texts('2', 'a.yaml', 'b.yaml'))).toThrow(
    'no space; not everything could be put back: synthesize again, each file is whole',
  );
  const read = (path: string) => fs.readFileSync(join(outdir, path), 'utf8');
  expect([read('a.yaml'), read('b.yaml')]).toEqual([own('a.yaml', '2'), own('b.yaml', '1')]);
  failMoves(() => false);
  expect(writeFiles(outdir, texts('2', 'a.yaml', 'b.yaml')).written).toEqual(['b.yaml']);
  expect(fs.readdirSync(outdir)).toEqual(['a.yaml', 'b.yaml']);
});

test('when the first write of all fails, there is no folder', () => {
  failMoves(() => true);
  expect(() => writeFiles(join(outdir, 'deep'), texts('1', 'a/b.yaml'))).toThrow('no space');
  expect(fs.readdirSync(parent)).toEqual([]);
});

test('what is removed goes after everything else is there', () => {
  writeFiles(outdir, texts('1', 'a.yaml', 'b.yaml'));
  jest.mocked(fs.renameSync).mockClear();
  writeFiles(outdir, texts('2', 'a.yaml', 'z.yaml'));
  const targets = jest
    .mocked(fs.renameSync)
    .mock.calls.map(([from, to]) => [from, to].find((path) => !String(path).includes('.synth-')));
  expect(targets).toEqual(['a.yaml', 'z.yaml', 'b.yaml'].map((path) => join(outdir, path)));
});
