const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Does something once: when told, or when the process ends, also by a signal. */
export function atEnd(action: () => void): () => void {
  const stops = Object.entries(SIGNALS).map(([signal, number]) => [signal, () => process.exit(128 + number)] as const);
  const once = () => {
    process.off('exit', once);
    for (const [signal, stop] of stops) process.off(signal, stop);
    action();
  };
  process.prependListener('exit', once); // the last first, as it may need what was before
  for (const [signal, stop] of stops) process.on(signal, stop);
  return once;
}
