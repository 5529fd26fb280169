import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Environment, FunctionChart, Runtime, toFiles } from '../../lib';
import { pathPrefixFault, routeKey, routeKeys, showRoute } from '../../lib/function/routing/route-key';
import { equality, prefixes } from './interceptor/questions';

// recorded from the routing table of the HTTP add-on 0.15: interceptor/record.ts
const ANSWERS = readFileSync(join(__dirname, 'interceptor/answers.txt'), 'utf8').trim().split('\n');

describe('as the interceptor itself', () => {
  const equal = equality();
  const asked = prefixes();

  test('an answer to each question', () => {
    expect(ANSWERS).toHaveLength(equal.length + asked.length);
    expect(ANSWERS.slice(0, equal.length).filter((answer) => answer === 'older').length).toBeGreaterThanOrEqual(50);
    expect(ANSWERS.slice(equal.length).filter((answer) => answer !== 'older').length).toBeGreaterThanOrEqual(50);
  });

  test('two routes are one', () => {
    const ours = equal.map(({ older, newer }) => (routeKey(...older) === routeKey(...newer) ? 'older' : 'newer'));
    const theirs = ANSWERS.slice(0, equal.length);
    const wrong = equal.filter((_, index) => theirs[index] !== ours[index]);
    expect(wrong).toEqual([]);
  });

  test('a prefix matches what a client sends for it', () => {
    const wrong = asked.filter(({ older: [, prefix] }, index) => {
      const fault = pathPrefixFault(prefix);
      const matched = ANSWERS[equal.length + index] === 'older';
      // the one prefix that could match and is refused
      return prefix.includes('*') ? !fault : matched !== (fault === undefined);
    });
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['/api', '/api/'],
  ['/api', 'api'],
  ['//api//', '/api'],
  ['/', ''],
])('paths %p and %p are one', (a, b) => expect(routeKey('a.test', a)).toBe(routeKey('a.test', b)));

test.each([
  ['/api', '/API'],
  ['/a/b', '/a//b'],
  ['/a', '/ab'],
])('paths %p and %p are two', (a, b) => expect(routeKey('a.test', a)).not.toBe(routeKey('a.test', b)));

test('hosts: without port, a wildcard is one of its own, none is all', () => {
  expect(routeKeys(['a.test:8080', '*.test', '*'], ['/b/'])).toEqual(['a.test/b/', '*.test/b/', '*/b/']);
  expect(routeKeys()).toEqual(['*/']);
  expect(routeKeys(['a.test'], []).map(showRoute)).toEqual(['a.test']);
});

test.each([
  ['b', 'is not a path'],
  ['', 'is not a path'],
  ['/a?b=c', 'never matches: a request for it asks for "/a"'],
  ['/a#b', 'never matches: a request for it asks for "/a"'],
  ['/a%20b', 'never matches: a request for it asks for "/a b"'],
  ['/a%2Fb', 'never matches: a request for it asks for "/a/b"'],
  ['/a/../b', 'never matches: a request for it asks for "/b"'],
  ['/./a', 'never matches: a request for it asks for "/a"'],
  ['/a ', 'never matches: a request for it asks for "/a"'],
  ['/a\\b', 'never matches: a request for it asks for "/a/b"'],
  ['/100%', 'holds a "%" that encodes nothing'],
  ['/a\n', 'holds a control character'],
  ['/api/*', 'holds a "*", and a prefix needs none'],
])('prefix %j is refused', (prefix, reason) => {
  expect(pathPrefixFault(prefix)).toEqual({
    reason,
    allowed: 'a path that starts with "/", decoded, such as /api',
  });
});

test.each(['/', '/a b', '/ü/', '//a', '/a//b', '/v1/items:batch', '/a+b;c=~'])('prefix %j is taken', (prefix) => {
  expect(pathPrefixFault(prefix)).toBeUndefined();
});

test('two functions on one path in two forms are a conflict', () => {
  const app = new App();
  const environment = new Environment(app, 'one', { domain: 'fn.test' });
  const add = (id: string, pathPrefixes?: string[]) =>
    new FunctionChart(environment, id, {
      runtime: Runtime.GO,
      project: 'p',
      image: 'a:1',
      hosts: ['x.test'],
      pathPrefixes,
    });
  add('a', ['/api']);
  add('b', ['/']);
  expect(() => toFiles(app)).not.toThrow();
  add('c', ['/api/']);
  add('d');
  expect(() => toFiles(app)).toThrow('one/c: host "x.test/api" also leads to one/a; allowed: one function per host');
  expect(() => toFiles(app)).toThrow('one/d: host "x.test" also leads to one/b; allowed: one function per host');
});
