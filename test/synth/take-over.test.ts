import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../lib/synth/lock';
import { nameOfRun } from '../../lib/synth/run';

jest.mock('node:fs', () => {
  const actual = jest.requireActual('node:fs');
  return { ...actual, linkSync: jest.fn(actual.linkSync) };
});

const { linkSync } = jest.requireActual<typeof fs>('node:fs');

test('a lock that a faster run took from the dead one, just before this run would, stays', () => {
  const outdir = fs.mkdtempSync(join(tmpdir(), 'take-over-'));
  const lock = join(outdir, '.synth-lock');
  const faster = nameOfRun();
  fs.writeFileSync(lock, nameOfRun().replace(/^(\.synth-\d+)-\d+/, '$1-1'));
  jest.mocked(fs.linkSync).mockImplementation((from, to) => {
    if (String(to).startsWith(`${lock}.`)) fs.writeFileSync(lock, faster);
    linkSync(from, to);
  });
  expect(() => withLock(outdir, () => 'never', 60)).toThrow(`another run (process ${process.pid})`);
  expect(fs.readFileSync(lock, 'utf8')).toBe(faster);
  expect(fs.readdirSync(outdir)).toEqual(['.synth-lock']);
  fs.rmSync(outdir, { recursive: true });
});
