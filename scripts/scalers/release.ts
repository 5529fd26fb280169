import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareScalers, formatScalers, SCALERS_FILE, type Scalers, scalersOfSource } from './pinned';

const README = 'crds/scalers/README.md';
const MAX_LINES = 80;

/** The scalers of a release of KEDA, from its source. */
export async function scalersOfRelease(version: string, get = fetch): Promise<Scalers> {
  const url = `https://github.com/kedacore/keda/archive/refs/tags/v${version}.tar.gz`;
  const fail = (why: string) => new Error(`${url}: ${why}; allowed: a release that exists, or --source <folder>`);
  const response = await get(url).catch((error: Error) => {
    throw fail(String(error.cause instanceof Error ? error.cause.message : error.message));
  });
  if (!response.ok) throw fail(`status ${response.status}`);
  const folder = mkdtempSync(join(tmpdir(), 'keda-'));
  try {
    const input = Buffer.from(await response.arrayBuffer());
    execFileSync('tar', ['-xzf', '-', '-C', folder, '--strip-components=1'], {
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return scalersOfSource(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pins scalers, and of which release they are. */
export function pinScalers(root: string, version: string, scalers: Scalers): void {
  writeFileSync(join(root, SCALERS_FILE), formatScalers(scalers));
  const readme = readFileSync(join(root, README), 'utf8');
  writeFileSync(join(root, README), readme.replace(/ of v[0-9.]+[0-9]/, ` of v${version}`));
}

/** What differs between two sets, as lines of a report. */
export function differencesText(before: Scalers, after: Scalers): string[] {
  const lines = compareScalers(before, after);
  if (lines.length === 0) return ['Scalers: no difference'];
  const differ = new Set(lines.map((line) => line.split(' ')[1]!));
  const added = [...differ].filter((type) => !before[type]);
  const gone = [...differ].filter((type) => !after[type]);
  const changed = differ.size - added.length - gone.length;
  return [
    `Scalers: ${changed} of ${Object.keys(before).length} changed, ${added.length} new, ${gone.length} gone`,
    ...lines.slice(0, MAX_LINES).map((line) => `  ${line}`),
    ...(lines.length > MAX_LINES ? [`  and ${lines.length - MAX_LINES} more, in \`git diff ${SCALERS_FILE}\``] : []),
    ...(lines.some((line) => line.startsWith('-'))
      ? ['A scaler or parameter is gone, or a new one is required: look through the triggers of functions/ first.']
      : []),
  ];
}
