/** The first lines of many, and how many more there are. */
export function shorten(lines: string[], shown: number): string[] {
  return lines.length > shown ? [...lines.slice(0, shown), `and ${lines.length - shown} more`] : lines;
}
