import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readOwn } from '../../lib/source/own-file';
import {
  ENVIRONMENT,
  environmentProblems,
  FUNCTION,
  functionProblems,
  inFolder,
  load,
  problems,
  problemsIn,
} from './folder';

const GOOD = { 'environments/a.yaml': ENVIRONMENT, 'functions/p/f.yaml': FUNCTION };
const REGULAR = 'allowed: a regular file of at most 1 MiB';
const OUT = 'link leads out of the catalog, or to what is hidden; allowed: a link to a file in it';

describe('what stands where a file is expected', () => {
  test.each(['environments/b.yaml', 'functions/p/g.yaml', 'functions/p/project.yaml'])('a FIFO as %s', (path) => {
    inFolder(GOOD, (root) => {
      execFileSync('mkfifo', [join(root, path)]);
      expect(problemsIn(root)).toEqual([`${path}:1: file is a FIFO; ${REGULAR}`]);
    });
  });

  test('a socket', async () => {
    const server = createServer();
    const root = inFolder(GOOD, (folder) => folder);
    mkdirSync(join(root, 'functions/p'), { recursive: true });
    mkdirSync(join(root, 'environments'));
    try {
      for (const [path, text] of Object.entries(GOOD)) writeFileSync(join(root, path), text);
      await new Promise<void>((resolve) => void server.listen(join(root, 'functions/p/g.yaml'), resolve));
      expect(problemsIn(root)).toEqual([`functions/p/g.yaml:1: file is a socket; ${REGULAR}`]);
    } finally {
      server.close();
      rmSync(root, { recursive: true, force: true });
    }
  });

  test.each([
    ['a device', '/dev/zero'],
    ['a file of another', '/etc/passwd'],
    ['a file beside the root', '../beside.yaml'],
  ])('a link to %s, whose content nobody sees', (_, target) => {
    inFolder({ ...GOOD, 'beside.yaml': 'secret: [\n' }, (folder) => {
      const root = join(folder, 'root');
      for (const [path, text] of Object.entries(GOOD)) {
        mkdirSync(join(root, path, '..'), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      symlinkSync(target.startsWith('/') ? target : join(folder, 'beside.yaml'), join(root, 'functions/p/g.yaml'));
      expect(problemsIn(root)).toEqual([`functions/p/g.yaml:1: ${OUT}`]);
    });
  });

  test.each(['environments', 'functions', 'functions/q'])('a link to a folder of another as %s', (path) => {
    inFolder({ ...GOOD, 'functions/r/h.yaml': FUNCTION }, (root) =>
      inFolder({ 'x.yaml': 'secret: [\n' }, (other) => {
        rmSync(join(root, path), { recursive: true, force: true });
        symlinkSync(other, join(root, path));
        expect(problemsIn(root)).toContain(`${path}:1: ${OUT}`);
        expect(problemsIn(root).join()).not.toContain('secret');
      }),
    );
  });

  test('a link to what is hidden in the root', () => {
    inFolder({ ...GOOD, '.git/config': '[core]\n' }, (root) => {
      symlinkSync('../../.git/config', join(root, 'functions/p/g.yaml'));
      expect(problemsIn(root)).toEqual([`functions/p/g.yaml:1: ${OUT}`]);
    });
  });

  test('links that lead in a circle', () => {
    inFolder(GOOD, (root) => {
      symlinkSync('g.yaml', join(root, 'functions/p/g.yaml'));
      expect(problemsIn(root)).toEqual(['functions/p/g.yaml:1: file cannot be read: ELOOP']);
    });
  });

  test('a link within the root is followed, and the root may be one', () => {
    inFolder({ ...GOOD, 'services/q/g.yaml': FUNCTION, 'services/h.yaml': 'x: 1' }, (root) => {
      symlinkSync('../services/q', join(root, 'functions/q'));
      inFolder({}, (other) => {
        symlinkSync(root, join(other, 'root'));
        symlinkSync('../../services/h.yaml', join(root, 'functions/p/h.yaml'));
        expect(problemsIn(join(other, 'root'))).toContainEqual(
          expect.stringMatching(/^functions\/p\/h.yaml:1: x is an unknown key; /),
        );
      });
    });
  });
});

test('a file of 1 MiB is read, a longer one is not, and one that grows is not read further', () => {
  const comment = (length: number) => `${FUNCTION}#${'x'.repeat(length - FUNCTION.length - 1)}`;
  expect(load({ ...GOOD, 'functions/p/f.yaml': comment(2 ** 20) }).environments).toHaveLength(1);
  expect(functionProblems(comment(2 ** 20 + 1))).toEqual([
    `functions/p/hello.yaml:1: file is longer than 1 MiB; ${REGULAR}`,
  ]);
  inFolder({ 'f.yaml': 'a' }, (root) => {
    appendFileSync(join(root, 'f.yaml'), 'b'.repeat(2 ** 21));
    expect(readOwn(root, 'f.yaml')).toEqual({
      reason: 'file is longer than 1 MiB',
      allowed: 'a regular file of at most 1 MiB',
    });
  });
});

describe('text that no reader takes', () => {
  test.each([
    ['env:\n  A: "\\0"', 4, 'U+0000'],
    ['env:\n  A: "x\\x1by"', 4, 'U+001B'],
    ['env:\n  A: x\u007fy', 4, 'U+007F'],
    ['env:\n  A: "\\N"', 4, 'U+0085'],
    ['env:\n  A: |\n    x\n    \u009b', 4, 'U+009B'],
    ['env:\n  A: "\\uFFFE"', 4, 'U+FFFE'],
    ['env:\n  A: "\\uD800"', 4, 'U+D800'],
    ['hosts:\n  - a.com\n  - "\\b"', 5, 'U+0008'],
  ])('%j', (yaml, line, character) => {
    const [found, ...others] = functionProblems(FUNCTION + yaml);
    expect(found).toMatch(`functions/p/hello.yaml:${line}: value "`);
    expect(found).toMatch(`holds ${character}, which YAML cannot carry; allowed: text without control characters`);
    expect(others).toEqual([]);
  });

  test('in a key', () => {
    expect(functionProblems(`${FUNCTION}"a\\eb": 1`)).toEqual([
      expect.stringMatching(/^functions\/p\/hello.yaml:3: key "a\\u001bb" holds U\+001B, which YAML cannot carry; /),
    ]);
    expect(environmentProblems(`${ENVIRONMENT}overrides: {"p/\\x01": {}}`)).toEqual([
      expect.stringContaining('environments/a.yaml:2: key "p/\\u0001" holds U+0001'),
    ]);
  });

  test('what readers take is not a problem', () => {
    const files = {
      ...GOOD,
      'functions/p/f.yaml': `${FUNCTION}env:\n  A: "\\t\\n\\r\\u2028\\u2029\\uFEFF\u{1F600}\\uFFFD"`,
    };
    expect(load(files).environments[0].projects[0].functions[0].props.env).toEqual({
      A: '\t\n\r\u2028\u2029\ufeff\u{1F600}\ufffd',
    });
  });
});

test('a problem is one line, whatever a key, a value or a file name holds', () => {
  expect(functionProblems(`${FUNCTION}"a\\nerror: b\\r\\u2028\\u202Ec": 1`)).toEqual([
    expect.stringMatching(/^functions\/p\/hello.yaml:3: a\\nerror: b\\r\\u2028\\u202ec is an unknown key; /),
  ]);
  expect(functionProblems(`${FUNCTION}env:\n  "A\\nB": x`)).toHaveLength(1);
  expect(functionProblems(`${FUNCTION}hosts: ["a\\nb"]`)).toEqual([
    expect.stringContaining(':3: hosts[0] "a\\nb" is not a host'),
  ]);
  expect(functionProblems(`${FUNCTION}handler: @\u001b[2J`)).toEqual([expect.stringContaining('\\u001b[2J')]);
  expect(problems({ ...GOOD, 'functions/p/a\nb\u001b.yaml': FUNCTION })).toEqual([
    expect.stringMatching(/^functions\/p\/a\\nb\\u001b.yaml:1: name "a\\nb\\u001b" is not a DNS label; /),
  ]);
  expect(problems({ ...GOOD, 'functions/a\nb/f.yaml': FUNCTION })).toEqual([
    expect.stringContaining('functions/a\\nb:1:'),
  ]);
});

test('keys that become one are a key twice', () => {
  expect(functionProblems(`${FUNCTION}env:\n  "1": a\n  1: b`)).toEqual([
    'functions/p/hello.yaml:5: 1: key appears twice; allowed: each key once',
  ]);
  expect(functionProblems(`${FUNCTION}env:\n  "": a\n  ? \n  : b`)[0]).toContain(':5: : key appears twice');
});

test('maps and lists of 100 levels are read', () => {
  const nested = (levels: number) => functionProblems(`${FUNCTION}handler: ${'['.repeat(levels)}${']'.repeat(levels)}`);
  expect(nested(99)[0]).toMatch(':3: handler [[[');
  expect(nested(100)).toEqual(['functions/p/hello.yaml:3: maps and lists nest too deep; allowed: at most 100 levels']);
});

test('10,000 entries of any kind, and single ones of 1 MB, take under 5 s and 512 MiB', () => {
  const output = execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'large.ts')], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const results: { name: string; millis: number; peak: number; problems: string[] }[] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results.length).toBeGreaterThan(20);
  for (const { name, millis, peak, problems: found } of results) {
    expect({ name, slow: millis >= 5000, large: peak >= 512 }).toEqual({ name, slow: false, large: false });
    // each file is named, and no line is long
    expect(found.length).toBeLessThanOrEqual(name === 'functions' ? 2000 : 22);
    expect(Math.max(0, ...found.map((line) => line.length))).toBeLessThanOrEqual(2000);
    if (found.length > 0) expect(found[0]).toBe('InputError');
    expect(found.length > 0).toBe(!/^(good|hosts of|gateways|quotes)/.test(name));
  }
}, 120_000);
