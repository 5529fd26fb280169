import type { Fault } from '../../../fields';

// expr-lang 1.17.8, as KEDA 2.21.0 has it: builtin/builtin.go, those that give or take numbers
const FUNCTIONS =
  'abs all any bitnot ceil concat count filter find findIndex findLast findLastIndex first flatten float floor get int last len map max mean median min none one reduce reverse round sort sum take uniq'.split(
    ' ',
  );
const WORDS = 'and contains else endsWith false if in let matches nil not or startsWith true'.split(' ');

// what is not a name: texts, comments, members, numbers, and pointers such as #acc
const OTHERS =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/.*|\?\.\s*\w+|\.[A-Za-z_]\w*|#\w*|\b\d\w*(?:\.\w+)?/g;
const TEXTS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g;
const CALL = /([\p{L}_$][\p{L}\p{N}_$]*)\s*\(/gu;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** What is wrong with a formula whatever the triggers are, if anything. */
export function formulaFault(formula: string): Fault | undefined {
  // KEDA puts float( ) around it
  if (formula.replace(TEXTS, ' ').match(/\/\/.*$/))
    return { reason: 'ends with a comment, which hides the bracket that KEDA adds', allowed: '/* a comment */' };
  const rest = formula.replace(OTHERS, ' ');
  if (!isBalanced(rest))
    return { reason: 'has brackets that do not match', allowed: 'an expression such as (a + b) / 2' };
  const unknown = [...rest.matchAll(CALL)]
    .map(([, name]) => name!)
    .find((name) => !FUNCTIONS.includes(name) && !WORDS.includes(name));
  return unknown === undefined
    ? undefined
    : { reason: `calls ${unknown}, which expr-lang does not have`, allowed: FUNCTIONS.join(', ') };
}

/** The names in a formula that stand for triggers. */
export function namesIn(formula: string): string[] {
  const rest = formula.replace(OTHERS, ' ');
  const own = [...rest.matchAll(/\blet\s+([\p{L}_$][\p{L}\p{N}_$]*)/gu)].map(([, name]) => name);
  const names = [...rest.replace(CALL, ' (').matchAll(NAME)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !WORDS.includes(name) && !own.includes(name));
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
    const closes = { ')': '(', ']': '[', '}': '{' }[bracket];
    if (closes === undefined) open.push(bracket);
    else if (open.pop() !== closes) return false;
  }
  return open.length === 0;
}
