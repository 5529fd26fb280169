import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifests';
import type { Target } from './target';

/** A file for kubectl with these objects; the next one takes its place. */
export function fileOf({ folder }: Target, manifests: readonly Manifest[]): string {
  const file = join(folder, 'selected.yaml');
  writeFileSync(file, manifests.map(({ text }) => `---\n${text}${text.endsWith('\n') ? '' : '\n'}`).join(''), {
    mode: 0o600,
  });
  return file;
}
