import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export type Named = readonly [name: string, project: string, image: string];

/** One of so many functions over a tenth as many projects. */
export function functionOf(index: number, count: number): Named {
  const digest = index.toString(16).padStart(64, '0');
  return [`f${index}`, `p${index % Math.max(1, count / 10)}`, `ghcr.io/acme/f${index}@sha256:${digest}`];
}

/** Declares functions in a folder; for helm they are one file of values. */
export function declare(folder: string, count: number): void {
  mkdirSync(join(folder, 'environments'), { recursive: true });
  writeFileSync(join(folder, 'environments/production.yaml'), 'domain: fn.example.com\nplatform: false\n');
  const values = ['functions:'];
  for (let index = 0; index < count; index++) {
    const [name, project, image] = functionOf(index, count);
    mkdirSync(join(folder, 'functions', project), { recursive: true });
    writeFileSync(declarationOf(folder, index, count), `runtime: go\nimage: ${image}\n`);
    values.push(`- {name: ${name}, project: ${project}, image: '${image}'}`);
  }
  writeFileSync(join(folder, 'values.yaml'), `${values.join('\n')}\n`);
}

export function declarationOf(folder: string, index: number, count: number): string {
  const [name, project] = functionOf(index, count);
  return join(folder, 'functions', project, `${name}.yaml`);
}

/** A module that makes the objects of any function as those of the first one are, of what was written for that. */
export function objectsModule(written: string): string {
  const [name, project, image] = functionOf(0, 10);
  const objects = JSON.stringify(parseAllDocuments(written).map((document) => document.toJS()));
  const source = objects
    .replaceAll(image, '$' + '{image}')
    .replace(new RegExp(`"([^"]*\\b(?:${name}|${project})\\b[^"]*|[^"]*\\$\\{[^"]*)"`, 'g'), (_, text: string) => {
      const named = text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), '$' + '{name}');
      return `\`${named.replaceAll(new RegExp(`\\b${project}\\b`, 'g'), '$' + '{project}')}\``;
    });
  return `${functionOf}\nmodule.exports = { functionOf, objectsOf: (name, project, image) => (${source}) };\n`;
}
