const LINES = 3;
const COMPLAINT = /\b(fatal|panic|panicked|exception|[a-z]*error)\b/i;

/** The lines of a log that say what went wrong, else the last ones. */
export function tellingIn(log: string[]): string[] {
  const complaints = log.filter((line) => COMPLAINT.test(line));
  return complaints.length > 0 ? complaints.slice(0, LINES) : log.slice(-LINES);
}
