/** What is wrong with a value, and what would be right. */
export interface Fault {
  /** A predicate, such as "is out of range". */
  readonly reason: string;
  readonly allowed: string;
}
