import { Document, Scalar, type Tags, visit } from 'yaml';

// what Go's reader, which is kubectl's, takes for the end of a line or leaves out; and CR, which all take for one
const BREAKS = /[\r\u2028\u2029\ufeff]/;
const ESCAPES: { readonly [character: string]: string } = {
  '\u2028': '\\L',
  '\u2029': '\\P',
  '\ufeff': '\\uFEFF',
};

// each is a number to some reader: YAML 1.2 has 0o7, Go 0O7, 0X1F and 0B1, and leaves out "_" wherever it stands
const NUMBER = /^[-+]?(0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+|(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?)$/i;
// as numbers, dates and times begin; and what begins so and is none to any reader: flags, JSON paths, versions, networks,
// addresses, amounts
const NUMERIC = /^[-+.\d]/;
const NO_NUMBER = /^([-.]{1,2}[a-z].*|\d+(\.\d+){2,}([/:]\d+)?|(\d+[a-z]{1,2})+)$/i;
// YAML 1.1 has a meaning for them
const MARK = /^(<<|=)$/;
// lines that are read back from a block whatever the reader: none to count spaces in, at the beginning or the end
const BLOCK = /^\S(.*\S)?\n?$/s;

/** A manifest as the package `yaml` writes it, for readers of YAML 1.1 and of YAML 1.2: what the emitter is held against. */
export function packageYaml(manifest: unknown): string {
  // YAML 1.1 is what kubectl and Argo CD read
  const document = new Document(manifest, { version: '1.1', keepUndefined: true, customTags: withoutMerge });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && !survives(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  // all of them are in double quotes now
  return text.replace(/[\u2028\u2029\ufeff]/g, (character) => ESCAPES[character]!);
}

// it would write the key "<<" in its own way, which is not a text
function withoutMerge(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:merge');
}

/** Whether every reader reads a text back from the form that is chosen for it. */
function survives(text: string): boolean {
  if (BREAKS.test(text) || MARK.test(text) || NUMBER.test(text.replaceAll('_', ''))) return false;
  if (NUMERIC.test(text) && !text.includes('\n') && !NO_NUMBER.test(text)) return false;
  return text.includes('\n') ? BLOCK.test(text) : !text.includes('\t');
}
