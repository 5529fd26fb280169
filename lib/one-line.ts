/** Longest value shown, and longest word outside of quotes: no path or host name that a machine takes is longer. */
const MAX_VALUE = 80;
const MAX_WORD = 300;
/** Longest message; room for a list of all that is allowed. */
const MAX_LINE = 2000;

// what ends a line, moves a terminal's cursor, or changes the order in which text is shown; and half a character
const UNSHOWN = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const SHORT: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A message as one line of bounded length that is safe to print, whatever the values in it hold. */
export function oneLine(message: string): string {
  // the first cut bounds the work of what follows
  const shown = escapeText(cutMiddle(message, 2 * MAX_LINE))
    // whoever reads a log need not be one who knows the password
    .replace(/(:\/\/[^\s/?#:@"]*):[^\s/?#@"]+@/g, '$1:…@')
    .replace(/"([^"]*)"/g, (quoted, value: string) =>
      value.length > MAX_VALUE ? `"${shorten(value, MAX_VALUE)}"` : quoted,
    )
    .replace(/[^\s"]+/g, (word) => shorten(word, MAX_WORD));
  return cutMiddle(shown, MAX_LINE);
}

/** The beginning of a text, at most `length` characters with the mark of what is left out. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${first(text, length - 1)}…` : text;
}

/** Shows control characters, and others that are not seen as such, by their number. */
function escapeText(text: string): string {
  return text.replace(
    UNSHOWN,
    (character) => SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// a message ends with what is allowed
function cutMiddle(text: string, length: number): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 1) / 2);
  return `${first(text, half)}…${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}

// not half a character
function first(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
