import fc from 'fast-check';

/** What the interceptor's routing table is asked: see main.go. */
export interface Question {
  readonly older: [host: string, path: string];
  readonly newer: [host: string, path: string];
  readonly host: string;
  readonly target: string;
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
    ...forms.map(
      ([a, b, text]) =>
        [
          [a, text],
          [b, `//${text}/`],
        ] as [typeof a, string][],
    ),
  ].map(([older, newer]) => ({
    older: older as [string, string],
    newer: newer as [string, string],
    host: newer![0],
    target: `/${newer![1]
      .replace(/^\/+|\/+$/g, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`,
  }));
}

/** A route, and the request of a client that is told to ask for the route's prefix. */
export function prefixes(): Question[] {
  return [...new Set(fc.sample(absolute, { seed: SEED, numRuns: 600 }))].map((text) => {
    const { pathname, search } = new URL(`http://any.test${text}`);
    return { older: ['any.test', text], newer: ['any.test', text], host: 'any.test', target: pathname + search };
  });
}
