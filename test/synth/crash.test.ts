import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { InputError } from '../../lib/errors';
import { writeFiles } from '../../lib/synth';
import { withLock } from '../../lib/synth/lock';
import { FOREIGN_RUN_MS, nameOfRun } from '../../lib/synth/run';
import { texts } from './files';
import { version } from './run-child';

// Real processes, and real kills. The child is compiled once, so that a start takes no longer than Node does.
const root = join(__dirname, '../..');
const build = mkdtempSync(join(tmpdir(), 'crash-build-'));
let outdir: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  const sources = ['test/synth/files', 'test/synth/run-child'];
  for (const folder of ['lib', 'lib/synth', 'lib/values']) {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
    sources.push(...names.map((name) => `${folder}/${name.slice(0, -'.ts'.length)}`));
  }
  for (const source of sources) {
    mkdirSync(join(build, source, '..'), { recursive: true });
    const { code } = transformFileSync(join(root, `${source}.ts`), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(build, `${source}.js`), code);
  }
});
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'crash-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(outdir, { recursive: true, force: true });
});
afterAll(() => rmSync(build, { recursive: true }));

function start(mode: string, count: number): ChildProcess {
  const program = join(build, 'test/synth/run-child.js');
  const child = spawn(process.execPath, [program, mode, outdir, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

/** Waits until a child writes; one that ends before is an error of the test. */
async function atWork(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  const end = once(child, 'close').then(() => {
    throw new Error(`ended too soon: ${said}`);
  });
  end.catch(() => undefined);
  await Promise.race([once(child.stdout!, 'data'), end]);
}

/** Whether each file is one version, whole, and none is missing that both versions have. */
function brokenFiles(count: number): string[] {
  const [a, b] = [version('a', count), version('b', count)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => {
    if (!existsSync(join(outdir, path))) return path in a && path in b;
    const text = readFileSync(join(outdir, path), 'utf8');
    return text !== a[path] && text !== b[path];
  });
}

const FEW = 100;

/** Which of the two versions the folder holds; undefined for a mixture, or for none. */
function versionThere(count: number): 'a' | 'b' | undefined {
  const found = (readdirSync(outdir, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('.synth-'))
    .sort();
  return (['a', 'b'] as const).find((name) => {
    const files = version(name, count);
    const paths = Object.keys(files).sort();
    return (
      paths.length === found.length &&
      paths.every((path, index) => path === found[index] && readFileSync(join(outdir, path), 'utf8') === files[path])
    );
  });
}

test('killed at 20 random moments, 10,000 files are the old or the new ones, never a mixture', async () => {
  const count = 10_000;
  writeFiles(outdir, version('b', count), { name: 'child' });
  const began = performance.now();
  writeFiles(outdir, version('a', count), { name: 'child' });
  const millis = performance.now() - began;
  const seen = new Set<string>();
  let leftovers = 0;
  for (let kill = 0; kill < 20; kill++) {
    const child = start('loop', count);
    await atWork(child);
    await sleep(Math.random() * 2.5 * millis);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const there = versionThere(count);
    expect(there).toBeDefined();
    seen.add(there!);
    leftovers += own().length > 0 ? 1 : 0;
  }
  expect([...seen].sort()).toEqual(['a', 'b']);
  expect(leftovers).toBeGreaterThan(10);
  expect(writeFiles(outdir, version('b', count), { name: 'child' }).unclaimed).toEqual([]);
  expect([own(), versionThere(count)]).toEqual([[], 'b']);
}, 1_200_000);

test('a folder that a dead run had taken away comes back', () => {
  writeFiles(outdir, version('a', FEW), { name: 'child' });
  const dead = join(outdir, nameOfRun().replace(/\d+-\d+/, '1-1'));
  mkdirSync(dead);
  writeFileSync(join(dead, 'exchanged.json'), JSON.stringify(['e/functions']));
  renameSync(join(outdir, 'e/functions'), join(dead, 'gone-tree-0'));
  withLock(outdir, () => expect(versionThere(FEW)).toBe('a'));
  expect(own()).toEqual([]);
});

test('beside files of others, each is old or new', () => {
  writeFiles(outdir, version('a', FEW), { name: 'child' });
  writeFileSync(join(outdir, 'e/functions/p1/README.md'), 'of others');
  const { ino } = statSync(join(outdir, 'e/functions'));
  writeFiles(outdir, version('b', FEW), { name: 'child' });
  expect(versionThere(FEW)).toBe('b');
  expect(readFileSync(join(outdir, 'e/functions/p1/README.md'), 'utf8')).toBe('of others');
  expect(statSync(join(outdir, 'e/functions')).ino).toBe(ino);
});

const own = () => readdirSync(outdir).filter((name) => name.startsWith('.synth-'));

test('killed at 50 random moments, each of 2,000 files is old or new, and the next run completes', async () => {
  writeFiles(outdir, version('a', 2000), { name: 'child' });
  let leftovers = 0;
  for (let kill = 0; kill < 50; kill++) {
    const child = start('loop', 2000);
    await atWork(child);
    await sleep(Math.random() * 500);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(brokenFiles(2000)).toEqual([]);
    leftovers += own().length > 0 ? 1 : 0;
  }
  // the kills did hit runs at work
  expect(leftovers).toBeGreaterThan(25);
  expect(writeFiles(outdir, version('b', 2000), { name: 'child' }).unclaimed).toEqual([]);
  expect(own()).toEqual([]);
  const found = (readdirSync(outdir, { recursive: true }) as string[]).filter((path) => path.endsWith('.yaml'));
  const wanted = version('b', 2000);
  expect(found.sort()).toEqual(Object.keys(wanted).sort());
  for (const path of found) expect(readFileSync(join(outdir, path), 'utf8')).toBe(wanted[path]);
}, 120_000);

test('ten runs at once all succeed, one after the other', async () => {
  const runs = Array.from({ length: 10 }, () => start('once', FEW));
  const ends = await Promise.all(
    runs.map(async (run) => {
      let said = '';
      run.stderr!.on('data', (chunk) => {
        said += chunk;
      });
      const [code] = await once(run, 'close');
      return [code, said];
    }),
  );
  expect(ends).toEqual(Array(10).fill([0, '']));
  expect(brokenFiles(FEW)).toEqual([]);
  expect(own()).toEqual([]);
  expect(writeFiles(outdir, version('b', FEW), { name: 'child' })).toMatchObject({ written: [], removed: [] });
}, 120_000);

test('ten runs that find the same dead one do not take the folder from each other', async () => {
  for (let round = 0; round < 3; round++) {
    const dead = start('loop', FEW);
    await atWork(dead);
    while (!existsSync(join(outdir, '.synth-lock'))) await sleep(1);
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    const ends = await Promise.all(Array.from({ length: 10 }, async () => (await once(start('once', FEW), 'exit'))[0]));
    expect(ends).toEqual(Array(10).fill(0));
    expect(own()).toEqual([]);
    expect(brokenFiles(FEW)).toEqual([]);
  }
}, 120_000);

describe('the lock', () => {
  const lock = () => join(outdir, '.synth-lock');
  /** A name as a run has it, with another part. */
  const run = (part: number, text: string) =>
    nameOfRun()
      .split('-')
      .map((own, index) => (index === part ? text : own))
      .join('-');
  const elsewhere = run(3, '00000000');
  const holds = (name: string, age = 0) => {
    writeFileSync(lock(), name);
    const then = (Date.now() - age) / 1000;
    utimesSync(lock(), then, then);
  };

  test.each([
    ['a process that is alive', nameOfRun(), 0, `process ${process.pid})`],
    ['another machine', elsewhere, 0, 'of another machine or container)'],
    ['something that does not say who it is', '', 0, 'another run has been writing here since '],
  ])('of %s is waited for, and then it is an error', (_, name, age, said) => {
    holds(name, age);
    const wait = () => withLock(outdir, () => 'never', 60);
    expect(wait).toThrow(InputError);
    expect(wait).toThrow(said);
    expect(wait).toThrow(`; allowed: one run at a time (if that one is over, delete ${lock()})`);
    expect(own()).toEqual(['.synth-lock']);
  });

  test.each([
    ['a process that is gone', run(1, '4194305'), 0],
    ['a process whose number another one has by now', run(2, '1'), 0],
    ['another machine, long ago', elsewhere, FOREIGN_RUN_MS + 1000],
    ['something that does not say who it is, long ago', '', FOREIGN_RUN_MS + 1000],
  ])('of %s is taken over', (_, name, age) => {
    holds(name, age);
    expect(withLock(outdir, () => own().length, 60)).toBe(2);
    expect(own()).toEqual([]);
  });

  test('of a run that died while it took over from a dead one is taken over', () => {
    const dead = run(2, '1');
    holds(dead);
    writeFileSync(`${lock()}.${dead.slice(-8)}`, run(2, '2'));
    expect(withLock(outdir, () => 'done', 60)).toBe('done');
    expect(own()).toEqual([]);
  });

  test('what dead runs left goes, also of earlier versions; that of a waiting run stays', () => {
    const waiting = nameOfRun();
    const dead = run(2, '1');
    for (const name of [waiting, dead, elsewhere, '.synth-Ab3dEf']) {
      mkdirSync(join(outdir, name, 'new'), { recursive: true });
      for (const [path, text] of Object.entries(texts('1', 'a.yaml'))) writeFileSync(join(outdir, name, path), text);
    }
    expect(writeFiles(outdir, texts('1', 'a.yaml'))).toMatchObject({ written: ['a.yaml'], removed: [], unclaimed: [] });
    expect(own().sort()).toEqual([waiting, elsewhere].sort());
  });

  test('is given back when the work fails', () => {
    expect(() =>
      withLock(outdir, () => {
        throw new Error('mine');
      }),
    ).toThrow('mine');
    expect(own()).toEqual([]);
  });
});
