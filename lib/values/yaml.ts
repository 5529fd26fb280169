import { isBlock, lineText } from './yaml-text';

/** A longer key has to say that it is one. */
const LONGEST_KEY = 1024;
/** The end of a line and the indentation of the next one, by depth. */
const LINES = ['\n'];
/** As the text of each of them is. */
const KEYS = new Map<string, string>();
const MAX_KEYS = 10_000;

/**
 * Writes a manifest so that readers of YAML 1.1, which are those of kubectl and Argo CD, and of YAML 1.2 see the same. It
 * knows what manifests are made of, maps, lists, texts, numbers and booleans, and nothing else of YAML.
 */
export function toYaml(manifest: unknown): string {
  written = '';
  if (isCollection(manifest)) writeCollection(manifest, 0);
  else writeScalar(manifest, 1);
  return `${written}\n`;
}

type Collection = readonly unknown[] | { readonly [key: string]: unknown };

/** What there is of the text: one that grows costs less than many that are put together. */
let written = '';

/** The lines of a map or list, the first one without its indentation. */
function writeCollection(value: Collection, depth: number): void {
  let first = true;
  if (Array.isArray(value)) {
    for (const item of value) {
      written += first ? '- ' : `${line(depth)}- `;
      writeInner(item, depth);
      first = false;
    }
    if (first) written += '[]';
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (!first) written += line(depth);
    writeEntry(key, item, depth);
    first = false;
  }
  if (first) written += '{}';
}

function writeEntry(key: string, value: unknown, depth: number): void {
  const name = keyText(key);
  const below = isCollection(value) && (Array.isArray(value) ? value : Object.keys(value)).length > 0;
  if (name.length > LONGEST_KEY) written += `? ${name}${line(depth)}: `;
  else if (below) written += `${name}:${line(depth + 1)}`;
  else written += `${name}: `;
  writeInner(value, depth);
}

/** Manifests have the same few keys. */
function keyText(key: string): string {
  let text = KEYS.get(key);
  if (text === undefined) {
    text = lineText(key);
    if (KEYS.size < MAX_KEYS) KEYS.set(key, text);
  }
  return text;
}

function writeInner(value: unknown, depth: number): void {
  if (isCollection(value)) writeCollection(value, depth + 1);
  else writeScalar(value, depth + 1);
}

function writeScalar(value: unknown, depth: number): void {
  if (typeof value === 'string') written += isBlock(value) ? block(value, line(depth)) : lineText(value);
  else if (typeof value === 'number') written += numberText(value);
  else written += String(value ?? null);
}

/** Without a fraction some readers take an exponent for a text. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(value).replace(/^(-?\d+)e/, '$1.0e');
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
