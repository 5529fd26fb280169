import * as cdk8s from 'cdk8s';
import * as lib from '../../lib';
import { docComments } from '../../scripts/doc-comments';
import { entriesOf, TABLES } from './tables';

const COMMENTS = docComments();
const SCOPE = { ...lib, Duration: cdk8s.Duration, Size: cdk8s.Size };

/** What a doc comment's `@default` is, as TypeScript has it. */
function evaluate(expression: string): unknown {
  return new Function(...Object.keys(SCOPE), `return (${expression});`)(...Object.values(SCOPE));
}

const ALL = TABLES.flatMap((table) => entriesOf(table).map(([prop, entry]) => [`${table.of}.${prop}`, entry] as const));
const REQUIRED = new Set(ALL.filter(([, { required }]) => required).map(([name]) => name));
const PROPS = [...new Map(ALL.filter(([name, { required }]) => required || !REQUIRED.has(name)))];
const written = [...COMMENTS].filter(([, comment]) => comment.default && !comment.default.startsWith('- '));

test.each(written)('%s: the default in its doc comment is an expression', (_, comment) => {
  expect(evaluate(comment.default!)).toBeDefined();
});

test.each(PROPS)('%s: its doc comment says the default that the table has', (name, entry) => {
  const said = COMMENTS.get(name)?.default;
  if (entry.required) expect(said).toBeUndefined();
  else if (entry.default === undefined) expect(said).toMatch(/^- ./);
  else {
    expect([name, said]).toEqual([name, expect.stringMatching(/^[^-]/)]);
    expect(entry.write!(evaluate(said!))).toEqual(entry.write!(entry.default));
  }
});
