import { type Breach, exactlyOne, notWhere, type Rule } from '../../fields';
import { formatDuration } from '../../values/duration';
import type { FunctionProps } from '../props';
import { Scaler } from '../scaling/props';
import type { ColdStart, ColdStartPlaceholder } from './props';

/** The bodies of a placeholder. */
const BODIES = ['body', 'pages', 'bodyFromConfigMap'] as const;
/** What etcd takes, less what else is in a ConfigMap. */
const MAX_PAGES = 1_000_000;

export const COLD_START_FORM: Rule<ColdStart> = exactlyOne('fallback', 'placeholder');

export const PLACEHOLDER_RULES: Rule<ColdStartPlaceholder>[] = [
  {
    props: BODIES,
    check(placeholder) {
      const [first, second] = BODIES.filter((prop) => placeholder[prop] !== undefined);
      return second && { prop: second, reason: `is given beside ${first}`, allowed: `one of ${BODIES.join(', ')}` };
    },
  },
  {
    props: ['statusCode', ...BODIES],
    check({ statusCode = 503, ...placeholder }) {
      const body = BODIES.find((prop) => placeholder[prop] !== undefined);
      return body && [204, 304].includes(statusCode)
        ? { prop: 'statusCode', reason: `has no body, and ${body} is given`, allowed: 'another status code' }
        : undefined;
    },
  },
  { props: ['pages'], check: checkPages },
];

function checkPages({ pages }: ColdStartPlaceholder): Breach | undefined {
  if (!pages) return undefined;
  if (Object.keys(pages).length === 0) return { prop: 'pages', reason: 'has no page', allowed: 'at least one' };
  const bytes = Object.values(pages).reduce((sum, page) => sum + Buffer.byteLength(page), 0);
  return bytes > MAX_PAGES
    ? { prop: 'pages', reason: `has ${bytes} bytes`, allowed: `at most ${MAX_PAGES} together, as a ConfigMap` }
    : undefined;
}

type Filled = FunctionProps & Required<Pick<FunctionProps, 'readinessTimeout' | 'scaler'>>;

export const COLD_START_RULES: Rule<Filled, FunctionProps>[] = [
  ...notWhere<Filled, FunctionProps>(
    ['coldStart'],
    ['scaler'],
    ({ coldStart, scaler }) => coldStart?.placeholder && scaler === Scaler.HTTP_SCALED_OBJECT,
    {
      item: ['placeholder'],
      reason: 'is nothing that an HTTPScaledObject has',
      allowed: 'fallback with this scaler',
    },
  ),
  {
    props: ['coldStart', 'requestTimeout', 'readinessTimeout'],
    check: ({ coldStart, requestTimeout, readinessTimeout }) =>
      coldStart?.fallback && requestTimeout && requestTimeout.toMilliseconds() <= readinessTimeout.toMilliseconds()
        ? {
            prop: 'requestTimeout',
            reason: 'leaves no time for the fallback',
            allowed: `more than readinessTimeout ${formatDuration(readinessTimeout)}`,
          }
        : undefined,
  },
];
