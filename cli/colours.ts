/** Gives a text a colour of ECMA-48, such as 31 for red. */
export type Paint = (code: number, text: string) => string;

/** Whether colours go to a stream: to a terminal, unless NO_COLOR says otherwise; not to a file or a pipe. */
export function hasColours({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true && !process.env.NO_COLOR;
}

export function painter(colours: boolean): Paint {
  return (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
}
