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
