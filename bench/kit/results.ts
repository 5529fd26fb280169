import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { HTTP_ADD_ON_VERSION, KEDA_VERSION } from '../../lib/platform/versions';

const FOLDER = join(__dirname, '../results');

/** Where and with what a run was made on a cluster. */
export function circumstances(): object {
  const version = JSON.parse(execFileSync('kubectl', ['version', '--output=json'], { encoding: 'utf8' }));
  const { date, ...others } = machine();
  return {
    date,
    kubernetes: version.serverVersion.gitVersion,
    keda: KEDA_VERSION,
    httpAddOn: HTTP_ADD_ON_VERSION,
    ...others,
  };
}

/** On which machine a run was made. */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    kernel: release(),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim(),
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** A Markdown table, its columns aligned; cells that a row lacks are empty. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => head.map((_, column) => String(row[column] ?? '')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [first, ...others] = cells.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

/** Writes `results/<name>.json` and `.md`, and prints the latter. */
export function writeResults(name: string, data: object, markdown: string, facts: object = circumstances()): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify({ circumstances: facts, ...data }, null, 1)}\n`);
  const where = Object.entries(facts).map(([key, value]) => `${key} ${value}`);
  writeFileSync(join(FOLDER, `${name}.md`), `# ${name}\n\n${markdown}\n\n${where.join(', ')}\n`);
  console.log(markdown);
}

/** A ratio with two digits. */
export function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}
