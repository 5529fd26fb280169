/** A map as most declarations are. */
export interface SimpleMap {
  [key: string]: string | number | boolean | SimpleMap;
}

const REMARK = '#[ \\p{L}\\p{N}\\p{P}\\p{S}]*';
const COMMENT = new RegExp(`^ *${REMARK}$`, 'u');
const LINE = new RegExp(`^( *)([A-Za-z][\\w./-]*):(?: +([^\\s"'#]\\S*|"[^"]*"|'[^']*'))?(?: +${REMARK})?$`, 'u');
// names, also with {}, paths, images, hosts with ports; amounts and versions; texts in quotes that need them for nothing
const TEXT = /^(?:[A-Za-z/][-\w./@{}]*(?::[-\w./@{}]+)*|\d+[A-DF-Za-df-np-wyz]\w*|\d+\.\d+\.[-\w.]+)$/;
const QUOTED = /^(?:"([ !#-[\]-~]*)"|'([ -&(-~]*)')$/;
const WORD = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL)$/;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Deeper than declarations that are simple. */
const MAX_DEPTH = 10;

/**
 * Reads a text that uses nothing of YAML but maps on lines of their own, texts, whole numbers, booleans and remarks: a tenth of
 * the time that a parser takes which knows all of YAML and where everything stands. Undefined for any other text.
 */
export function readSimple(text: string): SimpleMap | undefined {
  const maps: { readonly indent: number; readonly map: SimpleMap }[] = [{ indent: 0, map: {} }];
  // the key that has no value yet
  let open: string | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || COMMENT.test(line)) continue;
    const [, space, key, given] = LINE.exec(line) ?? [];
    if (space === undefined || key === undefined || WORD.test(key)) return undefined;
    const map = mapAt(maps, space.length, open);
    if (map === undefined || Object.hasOwn(map, key)) return undefined;
    open = given === undefined ? key : undefined;
    const value = given === undefined ? '' : valueIn(given);
    if (value === undefined) return undefined;
    map[key] = value;
  }
  const { map } = maps[0]!;
  return open !== undefined || Object.keys(map).length === 0 ? undefined : map;
}

/** The map that a line of an indentation belongs to; undefined where it is not one of those that are open. */
function mapAt(maps: { indent: number; map: SimpleMap }[], indent: number, open?: string): SimpleMap | undefined {
  const { indent: last, map: outer } = maps.at(-1)!;
  if (open !== undefined) {
    if (indent <= last || maps.length > MAX_DEPTH) return undefined;
    const map: SimpleMap = {};
    outer[open] = map;
    maps.push({ indent, map });
    return map;
  }
  while (maps.length > 1 && maps.at(-1)!.indent > indent) maps.pop();
  const { indent: found, map } = maps.at(-1)!;
  return found === indent ? map : undefined;
}

function valueIn(text: string): SimpleMap[string] | undefined {
  if (TEXT.test(text)) return WORD.test(text) ? (text === 'true' ? true : text === 'false' ? false : undefined) : text;
  if (NUMBER.test(text)) return Number(text);
  if (text === '{}') return {};
  const [, double, single] = QUOTED.exec(text) ?? [];
  return double ?? single;
}
