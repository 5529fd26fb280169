/** An amount of processor time, in cores. */
export class Cpu {
  /** Thousandths of a core. */
  public static millis(amount: number): Cpu {
    return new Cpu(amount);
  }

  /** Whole or fractional cores. */
  public static cores(amount: number): Cpu {
    return new Cpu(Math.round(amount * 1000));
  }

  private constructor(
    /** Thousandths of a core. */
    public readonly millicores: number,
  ) {
    if (!Number.isInteger(millicores) || millicores <= 0) {
      throw new RangeError(`cpu of ${millicores} millicores; allowed: a whole number above 0`);
    }
  }

  /** As a Kubernetes quantity, such as `100m`. */
  public toQuantity(): string {
    return this.millicores % 1000 === 0 ? String(this.millicores / 1000) : `${this.millicores}m`;
  }
}

/** The form of an amount of CPU in a declaration: thousandths of a core are the smallest part. */
export const CPU_PATTERN = /^(?=.*[1-9])([0-9]{1,9}m|[0-9]{1,6}(\.[0-9]{1,3})?)$/;

/** Parses `100m`, `1` or `0.5`. */
export function parseCpu(text: string): Cpu {
  return text.endsWith('m') ? Cpu.millis(Number(text.slice(0, -1))) : Cpu.cores(Number(text));
}
