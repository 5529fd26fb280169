import { progressOf } from '../../lib/app/progress';

/** What is written for a thousand files, one each 5 ms. */
function written(isTTY: boolean): string[] {
  const lines: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream;
  const { update, clear } = progressOf(stream, () => time);
  for (let done = 1; done <= 1000; done++) {
    time += 5;
    update('rendered', done, 1000);
  }
  clear();
  return lines;
}

const { CI } = process.env;
beforeEach(() => {
  delete process.env.CI;
});
afterAll(() => {
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
});

test('a terminal is told how many of how many, after a second and ten times a second, and is left clean', () => {
  const lines = written(true);
  expect(lines.slice(0, 2)).toEqual(['\r\u001b[Krendered 200 of 1000 files', '\r\u001b[Krendered 220 of 1000 files']);
  expect(lines.at(-1)).toBe('\r\u001b[K');
  expect(lines).toHaveLength(42);
});

test('a file, and a terminal of CI, is told nothing', () => {
  expect(written(false)).toEqual([]);
  process.env.CI = 'true';
  expect(written(true)).toEqual([]);
});
