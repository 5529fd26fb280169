const OBEYED = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text of others without what a terminal would obey: a control character becomes its escape, such as `\u001b`. */
export function visible(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** As `visible`, for texts with lines of our own: newlines stay. JSON stays the same value. */
export function visibleLines(text: string): string {
  return text.replace(OBEYED, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
