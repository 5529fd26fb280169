import type { Fault, Path, Problem } from './problem';

/** Where settings come from: in code a setting has the name of its prop, in YAML that of its key. */
export type Door = 'code' | 'yaml';

/** Where a value stands, and whom to tell what is wrong with it. */
export class Place {
  /** The outermost place; what is wrong below it is added to `problems`. */
  public static root(door: Door, problems: Problem[]): Place {
    return new Place(door, problems);
  }

  private constructor(
    public readonly door: Door,
    public readonly problems: Problem[],
    private readonly parent?: Place,
    private readonly step?: string | number,
  ) {}

  public in(step: string | number): Place {
    return new Place(this.door, this.problems, this, step);
  }

  public get path(): Path {
    return this.parent ? [...this.parent.path, this.step!] : [];
  }

  public report(problem: Fault & Partial<Problem>): void {
    this.problems.push({ path: this.path, ...problem });
  }

  /** Reports a value that has not the form; there is none to return. */
  public refuse(value: unknown, allowed: string): undefined {
    this.report({ value, reason: 'is invalid', allowed });
  }
}
