import { type Metric, MetricType } from '../../lib';

/** A metric as an expression uses it: its name, and the labels that it is selected by. */
export interface Selector {
  readonly name: string;
  readonly labels: string[];
}

const KEYWORDS = new Set([
  'and',
  'or',
  'unless',
  'bool',
  'offset',
  'by',
  'on',
  'ignoring',
  'without',
  'group_left',
  'group_right',
]);

/** The metrics of an expression. Knows the parts of PromQL that the rules and dashboards use. */
export function selectors(expr: string): Selector[] {
  const several = [...expr.matchAll(BY_NAMES)].flatMap(([, names, matchers]) =>
    names!.split('|').map((name) => ({ name, labels: labelsOf(matchers!) })),
  );
  const bare = expr
    .replace(BY_NAMES, ' ')
    .replace(/"(\\.|[^"\\])*"/g, '""')
    .replace(/\b(by|on|ignoring|without|group_left|group_right) *\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\boffset +\w+/g, ' ');
  const single = [...bare.matchAll(/([a-zA-Z_:][\w:]*)( *\()?(\{[^}]*\})?/g)]
    .filter(([, name, call]) => !call && !KEYWORDS.has(name!))
    .map(([, name, , matchers = '']) => ({ name: name!, labels: labelsOf(matchers) }));
  return [...several, ...single];
}

const BY_NAMES = /\{__name__=~"([^"]*)"([^}]*)\}/g;

function labelsOf(matchers: string): string[] {
  return [...matchers.matchAll(/(\w+) *[=!]/g)].map(([, label]) => label!);
}

/** The names under which a metric's series are queried. */
export function seriesOf({ name, type }: Metric): string[] {
  return type === MetricType.HISTOGRAM ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name];
}
