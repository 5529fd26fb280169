// C0 but tab and line ends, DEL, C1, what Unicode sets aside at the end of its first plane, half a character; a YAML
// reader takes U+0085, but an API server turns it into a space: it reads what is applied as YAML once more
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\p{Surrogate}]/u;

/** What is wrong with a text that does not reach the cluster as it is; undefined when nothing is. */
export function unreadable(text: string): string | undefined {
  const found = UNREADABLE.exec(text);
  if (!found) return undefined;
  const number = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `holds U+${number}, which YAML cannot carry; allowed: text without control characters and half characters`;
}
