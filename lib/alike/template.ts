import { ensure } from '../ensure';
import { mayHoldSecret } from '../secrets';
import { identityOf } from '../synth/order';
import { mayBeUnreadable } from '../synth/texts';
import { lineText } from '../values/yaml-text';

/** In what functions of one group differ. */
export interface Own {
  readonly project: string;
  readonly name: string;
  readonly image: string;
}

/** Files that a template fills; of the first one it is seen that it does so rightly. */
export interface Filling {
  readonly environment: string;
  readonly template: Template;
  readonly owns: readonly Own[];
}

/** A text and the values in it in turns, as `String.split` gives them: each second one is the key of a value. */
type Parts = readonly (string | keyof Own)[];

// what stands before the text of a line: its indentation, the marks of lists, its key
const LINE = /^((?: {2}|- )*(?:[^\s"'|?]+: )?)(\S.*)$/;
const BLOCK = /(?:: |- )\|-?$/m;
const IDENTITY =
  /^apiVersion: (.*)\nkind: (.*)\nmetadata:\n(?: {4}.*\n| {2}(?:annotations|labels):.*\n)* {2}name: ([^"'].*)\n(?: {2}namespace: (.*)\n)?/;

/** A file but for its header, with places for what is a function's own. */
export class Template {
  /**
   * Makes a template of the file of a function with names that stand nowhere else in it. Undefined where these are in a place
   * that is not a text on one line, or the file may hold a secret or what a reader does not take.
   */
  public static of(file: string, own: Own): Template | undefined {
    const body = file.slice(file.indexOf('\n') + 1);
    if (BLOCK.test(body) || mayHoldSecret(body) || mayBeUnreadable(body)) return undefined;
    const holds = (text: string) => text.includes(own.name) || text.includes(own.project);
    const fixed: string[] = [''];
    const places: number[] = [];
    const texts = new Map<string, number>();
    for (const line of body.split(/(?<=\n)/)) {
      const [, before = '', text = ''] = LINE.exec(line.slice(0, -1)) ?? [];
      const isOwn = text === own.image || holds(line);
      if (!isOwn) {
        fixed[fixed.length - 1] += line;
        continue;
      }
      if (holds(before) || !(text === own.image || holds(text)) || lineText(text) !== text) return undefined;
      fixed[fixed.length - 1] += before;
      places.push(ensure(texts, text, () => texts.size));
      fixed.push('\n');
    }
    const objects = body.split(/^---\n/m).map((object) => IDENTITY.exec(object)?.slice(1));
    if (!objects.every((object) => object !== undefined) || mayChangePlaces(objects, holds)) return undefined;
    const identities = objects.map((object) => {
      const [apiVersion, kind, name, namespace] = object as [string, string, string, string | undefined];
      return partsOf(identityOf({ apiVersion, kind, metadata: { name, namespace } }), own);
    });
    return new Template(
      fixed,
      places,
      [...texts.keys()].map((text) => (text === own.image ? ['', 'image', ''] : partsOf(text, own))),
      identities,
    );
  }

  private constructor(
    private readonly fixed: readonly string[],
    /** Which of the texts stands after each part that is fixed. */
    private readonly places: readonly number[],
    private readonly texts: readonly Parts[],
    private readonly identities: readonly Parts[],
  ) {}

  /** The file of a function but for its header; undefined where it may hold a secret or what a reader does not take. */
  public fill(own: Own): string | undefined {
    const texts = this.texts.map((parts) => lineText(filled(parts, own)));
    const all = texts.join('\n');
    if (mayHoldSecret(all) || mayBeUnreadable(all)) return undefined;
    let file = this.fixed[0]!;
    for (let index = 0; index < this.places.length; index++)
      file += texts[this.places[index]!]! + this.fixed[index + 1]!;
    return file;
  }

  /** The objects of a function, as a cluster tells them apart. */
  public identitiesOf(own: Own): string[] {
    return this.identities.map((parts) => filled(parts, own));
  }
}

/** Objects of one kind stand in the order of their namespaces and names. */
function mayChangePlaces(objects: readonly string[][], isOwn: (text: string) => boolean): boolean {
  return objects.some(([, kind, name = '', namespace], index) =>
    objects.some(
      (other, at) => at !== index && other[1] === kind && (isOwn(name) || isOwn(other[2]!) || other[3] !== namespace),
    ),
  );
}

function partsOf(text: string, { name, project }: Own): Parts {
  return text
    .split(new RegExp(`(${name}|${project})`))
    .map((part) => (part === name ? 'name' : part === project ? 'project' : part));
}

function filled(parts: Parts, own: Own): string {
  let text = parts[0]!;
  for (let index = 1; index < parts.length; index += 2) text += own[parts[index] as keyof Own] + parts[index + 1]!;
  return text;
}
