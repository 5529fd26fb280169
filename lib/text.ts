// C0 but tab and line ends, DEL, C1 but NEL, what Unicode sets aside at the end of its first plane, half a character
const UNREADABLE = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff\p{Surrogate}]/u;

/** What is wrong with a text that no YAML reader takes; undefined when nothing is. */
export function unreadable(text: string): string | undefined {
  const found = UNREADABLE.exec(text);
  if (!found) return undefined;
  const number = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `holds U+${number}, which YAML cannot carry; allowed: text without control characters and half characters`;
}
