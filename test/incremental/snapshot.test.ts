import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OTHER, Snapshot, snapshotOf } from '../../lib/incremental/snapshot';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text = '') => writeFileSync(join(folder, path), text);
const look = (now?: number) => snapshotOf(folder, [''], { now });

test('files, folders and links stand in it, whatever they are called', () => {
  const names = ['a.yaml', ' young', 'a young', '\nb', 'c\n', '1 2 3'];
  for (const name of names) {
    put(name);
    mkdirSync(join(folder, `${name} folder`));
    put(`${name} folder/${name}`);
  }
  symlinkSync('a.yaml', join(folder, 'link'));
  const stamps = look().entries;
  const paths = names.flatMap((name) => [name, `${name} folder/`, `${name} folder/${name}`]);
  expect([...stamps.keys()].sort()).toEqual([...paths, 'link'].sort());
  expect([stamps.get('link'), stamps.get('a young folder/')]).toEqual([OTHER, '']);
  expect(look().isSame(look())).toBe(true);
});

test('each change is seen, and no other order', () => {
  put('a');
  put('b', 'text');
  const before = look();
  const reversed = before.text
    .split(/(?<=\0\n)/)
    .reverse()
    .join('');
  expect(reversed).not.toBe(before.text);
  expect(before.isSame(new Snapshot(reversed))).toBe(true);
  appendFileSync(join(folder, 'b'), '!');
  expect(before.isSame(look())).toBe(false);
  expect(before.restamped(folder, ['b']).isSame(look())).toBe(true);
  put('c');
  expect(before.restamped(folder, ['b']).isSame(look())).toBe(false);
});

test('a file that changed just before may have changed once more, at the same time', () => {
  put('a');
  const [now, later] = [Date.now(), Date.now() + 5000];
  expect(look(now).isSame(look(now))).toBe(false);
  expect(look(later).isSame(look(later))).toBe(true);
  expect(look(later).isSame(look(now))).toBe(false);
  expect(look(now).changed(look(now))).toEqual(['a']);
  put('b');
  expect(look(now).changed(look(now))?.sort()).toEqual(['a', 'b']);
});
