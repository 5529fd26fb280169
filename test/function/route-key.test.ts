import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Environment, FunctionChart, type FunctionChartProps, Runtime, toFiles } from '../../lib';
import { Place, type Problem } from '../../lib/fields';
import { ROUTING_FIELDS } from '../../lib/function/routing/fields';
import { hiddenBy, pathPrefixFault, routeKey, routeKeys, showRoute } from '../../lib/function/routing/route-key';
import { equality, headerEquality, headersSent, losses, prefixes, type Route } from './interceptor/questions';

// recorded from the routing table of the HTTP add-on 0.15: interceptor/record.ts
const ANSWERS = readFileSync(join(__dirname, 'interceptor/answers.txt'), 'utf8').trim().split('\n');

const keyOf = ({ host, path, headers }: Route) => routeKey(host, path, headers);

describe('as the interceptor itself', () => {
  const answers = [...ANSWERS];
  const [equal, asked, equalHeaders, sent, lossy] = [
    equality(),
    prefixes(),
    headerEquality(),
    headersSent(),
    losses(),
  ].map((questions) => questions.map((question) => ({ ...question, answer: answers.shift() })));

  test('an answer to each question', () => {
    expect(answers).toEqual([]);
    const count = (questions: typeof equal, answer: string) =>
      questions.filter((each) => each.answer === answer).length;
    expect(count(equal, 'older')).toBeGreaterThanOrEqual(50);
    expect(count(asked, 'older')).toBeLessThanOrEqual(asked.length - 50);
    expect(count(equalHeaders, 'older')).toBeGreaterThanOrEqual(20);
    expect(count(sent, 'older')).toBeGreaterThanOrEqual(5);
    expect(count(sent, 'older')).toBeLessThanOrEqual(sent.length - 5);
    expect(count(lossy, 'none')).toBeGreaterThanOrEqual(50);
  });

  test.each([
    ['hosts and paths', equal],
    ['headers', equalHeaders],
  ])('two routes are one: %s', (_, questions) => {
    const wrong = questions.filter(
      ({ older, newer, answer }) => answer !== (keyOf(older) === keyOf(newer) ? 'older' : 'newer'),
    );
    expect(wrong).toEqual([]);
  });

  test('a prefix matches what a client sends for it', () => {
    const wrong = asked.filter(({ older: { path }, answer }) => {
      const fault = pathPrefixFault(path);
      // the one prefix that could match and is refused
      return path.includes('*') ? !fault : (answer === 'older') !== (fault === undefined);
    });
    expect(wrong).toEqual([]);
  });

  test('a header matches what a client sends for it', () => {
    const wrong = sent.filter(({ older: { headers }, answer }) => {
      const problems: Problem[] = [];
      ROUTING_FIELDS.headers.read(headers, Place.root('yaml', problems));
      // what a browser does not send as it is written
      const isAscii = /^[ -~]*$/.test(headers!.map(({ name, value = '' }) => name + value).join());
      return isAscii ? (answer === 'older') !== (problems.length === 0) : problems.length === 0;
    });
    expect(wrong).toEqual([]);
  });

  test('a route of a longer path takes the requests of another', () => {
    const wrong = lossy.filter(({ older, newer, answer }) => {
      const isBelow = routeKey(newer.host, newer.path).startsWith(routeKey(older.host, older.path));
      const routes = new Map([older, newer].map((route) => [keyOf(route), route]));
      return (isBelow && answer === 'none') !== (hiddenBy(keyOf(newer), routes) !== undefined);
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

describe('two versions of one function', () => {
  const build = (...versions: Pick<FunctionChartProps, 'headers' | 'pathPrefixes'>[]) => {
    const app = new App();
    const environment = new Environment(app, 'one', { domain: 'fn.test' });
    versions.forEach((props, index) => {
      const id = `v${index + 1}`;
      new FunctionChart(environment, id, {
        runtime: Runtime.GO,
        project: 'p',
        image: `a:${index + 1}`,
        hosts: ['x.test'],
        ...props,
      });
    });
    return () => toFiles(app);
  };

  test('one host, told apart by a header', () => {
    expect(build({}, { headers: [{ name: 'X-Version', value: 'v2' }] })).not.toThrow();
    expect(build({}, { headers: [{ name: 'X-Beta' }] }, { headers: [{ name: 'X-Beta', value: '1' }] })).not.toThrow();
  });

  test('the same header is the same route, whatever its case', () => {
    const headers = (name: string) => ({ headers: [{ name, value: 'v2' }] });
    expect(build({}, headers('X-Version'), headers('x-version'))).toThrow(
      'one/v2: host "x.test with x-version: v2" also leads to one/v3; allowed: one function per host, path and headers',
    );
  });

  test('a longer path may not take the requests of those who send no header', () => {
    const headers = [{ name: 'X-Version', value: 'v2' }];
    expect(build({}, { headers, pathPrefixes: ['/api'] })).toThrow(
      'one/v2: host "x.test/api with x-version: v2" takes /api from one/v1: who asks for it without these headers gets 404; allowed: "/api" among the pathPrefixes of one/v1 too',
    );
    expect(build({ pathPrefixes: ['/', '/api'] }, { headers, pathPrefixes: ['/api'] })).not.toThrow();
    expect(build({ headers }, { headers, pathPrefixes: ['/api'] })).not.toThrow();
  });
});
