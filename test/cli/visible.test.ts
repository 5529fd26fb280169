import { spawnSync } from 'node:child_process';
import { assert as check, property, string } from 'fast-check';
import { command, quote } from '../../cli/shell';
import { visible, visibleLines } from '../../cli/visible';

const EVIL = '\u0000\u0007\u001b[2J\u007f\u009b\u200f\u2028\u202e\u{e0001}';

test('what a terminal obeys becomes text', () => {
  expect(visible(`a${EVIL}b\n`)).toBe(
    'a\\u0000\\u0007\\u001b[2J\\u007f\\u009b\\u200f\\u2028\\u202e\\udb40\\udc01b\\u000a',
  );
  expect(visibleLines(`a${EVIL}\nb`)).toMatch(/^a[^\n]*\nb$/);
  expect(visible('grüße, 東京 🎉')).toBe('grüße, 東京 🎉');
});

test('JSON stays the same value', () => {
  check(
    property(string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(visibleLines(JSON.stringify([text], undefined, 1)))).toEqual([text]);
    }),
  );
});

test.each(['', 'a b', "o'brien", '$(x)', '`x`', '-', '~', '=x', 'a=b', '#x', 'a;b', 'a\nb', '*', '{a,b}', '\\', '!!'])(
  'a shell reads %j back',
  (word) => {
    const { stdout } = spawnSync('sh', ['-c', `printf '%s|' ${quote(word)} ${quote(word)}`], { encoding: 'utf8' });
    expect(stdout).toBe(`${word}|${word}|`);
  },
);

test('each value of a command is one word, each list as many', () => {
  expect(command`kubectl -n ${'a b'} delete ${['x/1', 'y z']} --replicas=${3}`).toBe(
    "kubectl -n 'a b' delete x/1 'y z' --replicas=3",
  );
  expect(command`plain`).toBe('plain');
});
