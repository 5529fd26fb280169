// most texts of manifests: names, paths, images, hosts with ports; none of them is anything else to any reader, but for
// the words below
const USUAL = /^[A-Za-z/][-\w./@+=,]*(?::[-\w./@+=,]+)*$/;
// what YAML 1.1 takes for a boolean, nothing or no number
const WORD =
  /^(?:|~|null|Null|NULL|y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const LONGEST_WORD = 5;
// a number to the package `yaml`
const EXPONENT = /^[-+]?\.?e[-+]?\d+$/i;

// where a text without quotes would end, or be a comment, a list, a map, an anchor, a tag …
const MARKED = /^[ ,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|: | #|[ :]$/;

// what Go's reader, which is kubectl's, takes for the end of a line or leaves out; CR, which all take for one; and what
// is not text
const UNSAFE = /[\u2028\u2029\ufeff\p{Surrogate}]|[^\P{Cc}\t\n]/u;
const ESCAPES: { readonly [character: string]: string } = {
  '\u2028': '\\L',
  '\u2029': '\\P',
  '\ufeff': '\\uFEFF',
  // or a reader would take the space for indentation
  ' \\n': '\\ \\n',
};

// each is a number to some reader: YAML 1.2 has 0o7, Go 0O7, 0X1F and 0B1, and leaves out "_" wherever it stands
const NUMBER = /^[-+]?(0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+|(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?)$/i;
// as numbers, dates and times begin; and what begins so and is none to any reader: flags, JSON paths, versions, networks,
// addresses, amounts
const NUMERIC = /^[-+.\d]/;
const NO_NUMBER = /^([-.]{1,2}[a-z].*|\d+(\.\d+){2,}([/:]\d+)?|(\d+[a-z]{1,2})+)$/i;
// YAML 1.1 has a meaning for them
const MERGE_OR_VALUE = /^(<<|=)$/;
// lines that are read back from a block whatever the reader: none to count spaces in, at the beginning or the end
const BLOCK = /^\S(.*\S)?\n?$/s;

/** A text on one line, in quotes where some reader would take it for something else. */
export function lineText(text: string): string {
  if (USUAL.test(text)) return isWord(text) ? `"${text}"` : text;
  if (text.includes('\n') || text.includes('\t') || !survives(text)) return doubleQuoted(text);
  if (!MARKED.test(text) && !isWord(text)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : doubleQuoted(text);
}

/** Whether a text is written as a block of lines. */
export function isBlock(text: string): boolean {
  return text.includes('\n') && BLOCK.test(text) && survives(text);
}

function isWord(text: string): boolean {
  return (text.length <= LONGEST_WORD && WORD.test(text)) || EXPONENT.test(text);
}

/** Whether every reader reads a text back that has no quotes which let it escape characters. */
function survives(text: string): boolean {
  if (UNSAFE.test(text) || MERGE_OR_VALUE.test(text) || NUMBER.test(text.replaceAll('_', ''))) return false;
  return !NUMERIC.test(text) || text.includes('\n') || NO_NUMBER.test(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029\ufeff]| \\n/g, (found) => ESCAPES[found]!);
}
