import fc from 'fast-check';
import type { HeaderMatch } from '../../../lib';

/** A route that the interceptor's table is given. */
export interface Route {
  readonly host: string;
  readonly path: string;
  readonly headers?: readonly HeaderMatch[];
}

/** What the interceptor's routing table is asked: see main.go. */
export interface Question {
  readonly older: Route;
  readonly newer: Route;
  readonly target: string;
  /** `Name: value`, Host first. */
  readonly headers: readonly string[];
}

const SEED = 14;
const HOSTS = [
  'a.test',
  'A.test',
  'a.test:80',
  'a.test:',
  'a.test.',
  '*.test',
  '*',
  '',
  '[::1]',
  '[::1]:80',
  '::1',
  'a:b',
];
const SEGMENTS = [
  '',
  '',
  'a',
  'b',
  'A',
  'ü',
  '💥',
  'a b',
  ' ',
  '.',
  '..',
  '%20',
  '%2F',
  '%',
  '?',
  '#',
  '*',
  '\\',
  ';',
  '+',
];

const path = fc.array(fc.constantFrom(...SEGMENTS), { maxLength: 4 }).map((segments) => segments.join('/'));
const absolute = path.map((text) => `/${text}`);
const route = fc.tuple(fc.constantFrom(...HOSTS), path);

/** Two routes and a request for the newer one: the older one gets it where the two are one. */
export function equality(): Question[] {
  const pairs = fc.sample(fc.tuple(route, route), { seed: SEED, numRuns: 300 });
  // equal routes are rare among random ones: the same path in another form
  const forms = fc.sample(fc.tuple(fc.constantFrom(...HOSTS), fc.constantFrom(...HOSTS), path), {
    seed: SEED,
    numRuns: 300,
  });
  return [
    ...pairs,
    ...forms.map(([a, b, text]): [[string, string], [string, string]] => [
      [a, text],
      [b, `//${text}/`],
    ]),
  ].map(([older, newer]) => ({
    older: { host: older[0], path: older[1] },
    newer: { host: newer[0], path: newer[1] },
    target: `/${newer[1]
      .replace(/^\/+|\/+$/g, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`,
    headers: [`Host: ${newer[0]}`],
  }));
}

/** A route, and the request of a client that is told to ask for the route's prefix. */
export function prefixes(): Question[] {
  return [...new Set(fc.sample(absolute, { seed: SEED, numRuns: 600 }))].map((text) => {
    const { pathname, search } = new URL(`http://any.test${text}`);
    const asked = { host: 'any.test', path: text };
    return { older: asked, newer: asked, target: pathname + search, headers: ['Host: any.test'] };
  });
}

const WITHOUT = { host: 'other.test', path: '' };
const header = fc.record(
  { name: fc.constantFrom('X-A', 'x-a', 'X-b', 'x-B'), value: fc.constantFrom('', 'v', 'V', 'v w') },
  { requiredKeys: ['name'] },
);
const headers = fc.uniqueArray(header, { selector: ({ name }) => name.toLowerCase(), maxLength: 2 });

/** The same with headers, at one host and path: a header without a value is sent with one that nobody asks for. */
export function headerEquality(): Question[] {
  return fc.sample(fc.tuple(headers, headers), { seed: SEED, numRuns: 400 }).map(([older, newer]) => ({
    older: { host: 'a.test', path: '', headers: older },
    newer: { host: 'a.test', path: '', headers: newer },
    target: '/',
    headers: ['Host: a.test', ...newer.map(sent)],
  }));
}

/** A route with one header, and the request of a client that is told to send it. */
export function headersSent(): Question[] {
  const names = [
    'X',
    'x_y.z',
    'Ü',
    'Host',
    'Trailer',
    'transfer-encoding',
    'Content-Length',
    'Connection',
    "!#$%&'*+^`|~",
  ];
  const values = [undefined, '', 'v', ' v', 'v ', 'a b', 'a\tb', 'a,b', '"a"', 'ü', 'a\u0001'];
  return [...names.map((name) => ({ name, value: '7' })), ...values.map((value) => ({ name: 'X', value }))].map(
    (match) => ({
      older: { host: 'a.test', path: '', headers: [match] },
      newer: WITHOUT,
      target: '/',
      headers: ['Host: a.test', sent(match)],
    }),
  );
}

/** Two routes at one host, and a request for the older one below the path of the newer one: it is lost, or not. */
export function losses(): Question[] {
  const short = fc.constantFrom('', '/a', '/a/', '/ab', '/a/b', '/A');
  return fc
    .sample(fc.tuple(short, headers, short, headers), { seed: SEED, numRuns: 600 })
    .map(([a, some, b, others]) => ({
      older: { host: 'a.test', path: a, headers: some },
      newer: { host: 'a.test', path: b, headers: others },
      target: b || '/',
      headers: ['Host: a.test', ...some.map(sent)],
    }));
}

function sent({ name, value = 'nobody asks for this' }: HeaderMatch): string {
  return `${name}: ${value}`;
}
