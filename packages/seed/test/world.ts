import { createWorld, type CustomerFact, type OrderFact, type World } from '../src/index.ts';

export const ANCHOR = '2026-03-01T00:00:00.000Z';

/** Worlds are pure, so that all tests of a file share one. */
export const world: World = createWorld({ anchor: ANCHOR, customers: 1000 });
export const customers: readonly CustomerFact[] = [...world.customers()];
export const orders: readonly OrderFact[] = customers.flatMap((customer) => customer.orders);
export const accounts = customers.map(({ loyalty }) => loyalty).filter((account) => account !== null);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Values that occur more than once. */
export const repeated = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

/** Every value found under `key`, however deep. */
export const deepValues = (value: unknown, key: string): readonly unknown[] => {
  const found: unknown[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, member] of Object.entries(node)) {
        if (name === key) found.push(member);
        visit(member);
      }
    }
  };
  visit(value);
  return found;
};
