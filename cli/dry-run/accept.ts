import { type Kubectl, linesOf } from '../cluster/kubectl';

/** Applies files, counts what was accepted and keeps the complaints. */
export class Acceptance {
  public readonly complaints: string[] = [];

  constructor(private readonly kubectl: Kubectl) {}

  /** How many objects of a file are accepted; undefined when it complains of one. */
  public async accept(label: string, file: string, ...flags: string[]): Promise<{ count: number; quiet: boolean }> {
    const said = await this.kubectl.attempt('apply', '--server-side', '--validate=strict', ...flags, '-f', file);
    const lines = linesOf(withoutAdvice(said.complaint));
    if (!said.ok && lines.length === 0) lines.push('error: kubectl failed');
    this.complaints.push(...lines.map((line) => `${label}: ${line}`));
    return { count: linesOf(said.out).length, quiet: lines.length === 0 };
  }

  public get warnings(): number {
    return this.complaints.filter(isWarning).length;
  }

  public get hasErrors(): boolean {
    return !this.complaints.every(isWarning);
  }
}

const isWarning = (line: string) => line.includes('Warning:');

/** kubectl's advice to force a conflict is not for here. */
function withoutAdvice(text: string): string {
  return text.replace(/^Please review the fields above[\s\S]*?^See https.*$/m, '');
}
