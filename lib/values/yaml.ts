import { isBlock, lineText } from './yaml-text';

/** A longer key has to say that it is one. */
const LONGEST_KEY = 1024;
/** The end of a line and the indentation of the next one, by depth. */
const LINES = ['\n'];

/**
 * Writes a manifest so that readers of YAML 1.1, which are those of kubectl and Argo CD, and of YAML 1.2 see the same. It
 * knows what manifests are made of, maps, lists, texts, numbers and booleans, and nothing else of YAML.
 */
export function toYaml(manifest: unknown): string {
  return `${isCollection(manifest) ? collection(manifest, 0) : scalar(manifest, 1)}\n`;
}

type Collection = readonly unknown[] | { readonly [key: string]: unknown };

/** The lines of a map or list, the first one without its indentation. */
function collection(value: Collection, depth: number): string {
  let text = '';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    for (const item of value) text += `${text === '' ? '' : line(depth)}- ${inner(item, depth)}`;
    return text;
  }
  for (const [key, item] of Object.entries(value)) text += (text === '' ? '' : line(depth)) + entry(key, item, depth);
  return text === '' ? '{}' : text;
}

function entry(key: string, value: unknown, depth: number): string {
  const name = lineText(key);
  if (name.length > LONGEST_KEY) return `? ${name}${line(depth)}: ${inner(value, depth)}`;
  const below = isCollection(value) && (Array.isArray(value) ? value : Object.keys(value)).length > 0;
  return `${name}:${below ? line(depth + 1) : ' '}${inner(value, depth)}`;
}

function inner(value: unknown, depth: number): string {
  return isCollection(value) ? collection(value, depth + 1) : scalar(value, depth + 1);
}

function scalar(value: unknown, depth: number): string {
  if (typeof value === 'string') return isBlock(value) ? block(value, line(depth)) : lineText(value);
  // without a fraction some readers take it for a text
  if (typeof value === 'number') return String(value).replace(/^(-?\d+)e/, '$1.0e');
  return String(value ?? null);
}

function block(text: string, indentation: string): string {
  const lines = text.replace(/\n+(?=.)/gs, (ends) => ends.slice(1) + indentation);
  return `|${text.endsWith('\n') ? '' : '-'}${indentation}${lines.replace(/\n$/, '')}`;
}

function line(depth: number): string {
  LINES[depth] ??= `${line(depth - 1)}  `;
  return LINES[depth];
}

function isCollection(value: unknown): value is Collection {
  return typeof value === 'object' && value !== null;
}
