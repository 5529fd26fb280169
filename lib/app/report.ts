import type { SynthesisResult } from '../synth';

/** Says what a synthesis changed on standard output, and its warnings on standard error. */
export function report(outdir: string, { written, unchanged, removed, unclaimed, warnings }: SynthesisResult): void {
  const left = unclaimed.map(
    (path) => `${outdir}/${path}: an earlier version wrote it, for this app or another; remove it if no app needs it`,
  );
  for (const warning of [...warnings, ...left]) console.error(`warning: ${warning}`);
  const lines = [...written, ...removed.map((path) => `${path} (removed)`)].map((line) => `${outdir}/${line}`);
  // a single one: a terminal takes its time for each
  console.log(
    [...lines, `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`].join('\n'),
  );
}
