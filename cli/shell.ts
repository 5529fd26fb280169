/** A word as a POSIX shell reads it back. */
export function quote(word: string): string {
  return /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command for a POSIX shell: each value is one word of it, each list as many. */
export function command(texts: TemplateStringsArray, ...values: (string | number | undefined | string[])[]): string {
  return texts.reduce(
    (line, text, index) => line + [values[index - 1] ?? ''].flat().map(String).map(quote).join(' ') + text,
  );
}
