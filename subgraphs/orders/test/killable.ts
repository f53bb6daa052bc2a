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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same object whose asynchronous functions, its own and inherited ones, at any depth, go through the gate. */
export const killable = <Value extends object>(value: Value, gate: Gate): Value =>
  new Proxy(value, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return isObject(member) ? killable(member, gate) : member;
      return (...values: unknown[]) => gate.pass(() => Reflect.apply(member, target, values) as Promise<unknown>);
    },
  });
