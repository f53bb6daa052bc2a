/** Thrown by everything that a process does after it was killed. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Counts what a process does outside of itself; from the `at`th time on, before or after the effect, it does no more. */
export class Gate {
  private done = 0;
  readonly at: number;
  readonly isBefore: boolean;

  constructor(at: number, isBefore: boolean) {
    this.at = at;
    this.isBefore = isBefore;
  }

  async pass<Value>(act: () => Promise<Value>): Promise<Value> {
    this.done += 1;
    if (this.done > this.at || (this.done === this.at && this.isBefore)) throw new Killed('killed before');
    const value = await act();
    if (this.done >= this.at) throw new Killed('killed after');
    return value;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The same object whose asynchronous functions, at any depth, go through the gate. */
export const killable = <Value extends object>(value: Value, gate: Gate): Value =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (typeof member === 'function') {
        const act = member as (...values: unknown[]) => Promise<unknown>;
        return [name, (...values: unknown[]) => gate.pass(() => act.apply(value, values))];
      }
      return [name, isPlain(member) ? killable(member, gate) : member];
    }),
  ) as Value;
