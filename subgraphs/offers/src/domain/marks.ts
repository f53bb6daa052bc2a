/** Numbers by name. */
export type Counters = Readonly<Record<string, number>>;

/** What somebody added to counters and has not settled yet. */
export interface Mark {
  /** Which try it was; a later try of the same thing has a higher one. */
  readonly token: number;
  readonly added: Counters;
  /** RFC 3339, UTC. */
  readonly since: string;
}

/**
 * Counters that are right whoever dies when. A bare increment cannot be repeated: whoever died after it leaves a count
 * that nobody can tell from one that was never made. So what is added is written down beside the counters, in the same
 * conditional write:
 *
 * 1. whoever wants to count first writes its try into the item that decides (the reservation, the wallet): one
 *    conditional write gives it a token that nobody else has, higher than those before;
 * 2. `place` adds to the counters, within their limits, and leaves a mark with the token. Doing it again finds the mark.
 *    A later try takes back what an earlier one added, and an earlier one that wakes up late finds itself fenced;
 * 3. the deciding item says how it ended, in one conditional write that only the holder of the latest token can make;
 * 4. `settle` takes the mark away and keeps, moves or takes back what it added, by what the deciding item says.
 *
 * A process that dies leaves a mark; a try that was overtaken may leave one even after the end. Neither can be settled
 * wrongly, since the deciding item knows the one token that counts. Until a sweep settles them, they hold capacity that
 * is free: a cap may be reached too early for a moment and is never passed.
 */
export interface Marked {
  readonly marks?: Readonly<Record<string, Mark>> | undefined;
}

/** A try to count. */
export interface Placement {
  /** What is counted, the same for every try. */
  readonly key: string;
  readonly token: number;
  readonly add: Counters;
  /** What counters must not pass; a counter that is not among them has no limit. */
  readonly limits: Counters;
  readonly at: string;
}

/** `full`: the first counter whose limit forbids it. `fenced`: a later try is there. */
export type Placed = { readonly placed: true } | { readonly full: string } | { readonly fenced: true };

/** How a try ended. `then` is added when it counts. */
export interface Settlement {
  readonly key: string;
  readonly token: number;
  readonly counts: boolean;
  readonly then?: Counters;
}

const numberAt = (item: object, name: string): number => (item as Record<string, number | undefined>)[name] ?? 0;

const added = <Item extends object>(item: Item, amounts: Counters, sign: 1 | -1 = 1): Item => ({
  ...item,
  ...Object.fromEntries(Object.entries(amounts).map(([name, by]) => [name, numberAt(item, name) + sign * by])),
});

const withoutMark = <Item extends Marked>(item: Item, key: string): Item => ({
  ...item,
  marks: Object.fromEntries(Object.entries(item.marks ?? {}).filter(([present]) => present !== key)),
});

/** Counts a try once, whatever it is repeated. The item is the same object when nothing changes. */
export const place = <Item extends Marked>(item: Item, { key, token, add, limits, at }: Placement): [Item, Placed] => {
  const present = item.marks?.[key];
  if (present !== undefined && present.token > token) return [item, { fenced: true }];
  if (present?.token === token) return [item, { placed: true }];
  const before = present === undefined ? item : added(withoutMark(item, key), present.added, -1);
  const after = added(before, add);
  // Only what grows can pass a limit: one that was lowered afterwards keeps nobody from giving back.
  const full = Object.keys(add).find((name) => {
    const limit = limits[name];
    return limit !== undefined && (add[name] ?? 0) > 0 && numberAt(after, name) > limit;
  });
  if (full !== undefined) return [before, { full }];
  const marks = { ...after.marks, [key]: { token, added: add, since: at } };
  return [{ ...after, marks }, { placed: true }];
};

/** Settles a try, and with it all that were before it, which count for nothing. A later one is left alone. */
export const settle = <Item extends Marked>(item: Item, { key, token, counts, then = {} }: Settlement): Item => {
  const present = item.marks?.[key];
  if (present === undefined || present.token > token) return item;
  const without = withoutMark(item, key);
  return counts && present.token === token ? added(without, then) : added(without, present.added, -1);
};

/** Since when the oldest mark waits; undefined when there is none. */
export const oldestMark = ({ marks = {} }: Marked): string | undefined =>
  Object.values(marks)
    .map(({ since }) => since)
    .sort()[0];
