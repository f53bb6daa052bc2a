import type { LoyaltyClient } from '@qsr/legacy';
import type { StoreSession, Table } from '@qsr/store';
import type { LegacyPoints } from '../src/posting/parts.ts';

/** What `kill -9` looks like from inside: nothing after it happens. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Counts the steps of a process, and ends it at one of them: before its effect or after. */
export const createFuse = (killAt = Number.POSITIVE_INFINITY, after = false) => {
  let steps = 0;
  let dead = false;
  const guard = async <Value>(effect: () => Promise<Value>): Promise<Value> => {
    steps += 1;
    const last = steps === killAt;
    if (dead || (last && !after)) {
      dead = true;
      throw new Killed();
    }
    const value = await effect();
    if (last) dead = true;
    // What was under way when the process died has its effect, and nobody hears of it.
    if (dead) throw new Killed();
    return value;
  };

  const table = <Item>(inner: Table<Item>): Table<Item> => ({
    get: (key) => guard(() => inner.get(key)),
    getMany: (keys) => guard(() => inner.getMany(keys)),
    query: (query) => guard(() => inner.query(query)),
    create: (item) => guard(() => inner.create(item)),
    replace: (item, version) => guard(() => inner.replace(item, version)),
    remove: (key, version) => guard(() => inner.remove(key, version)),
    increment: (key, attribute, by) => guard(() => inner.increment(key, attribute, by)),
  });

  return {
    session: (inner: StoreSession): StoreSession => ({ table: (spec) => table(inner.table(spec)) }),
    legacy: (inner: LegacyPoints): LegacyPoints => ({
      postOnce: (posting, options) => guard(() => inner.postOnce(posting, options)),
      reverseOnce: (reversal, options) => guard(() => inner.reverseOnce(reversal, options)),
      posted: (accountId) => guard(() => inner.posted(accountId)),
    }),
    /** What enrolments and rounds use of it. */
    client: (inner: LoyaltyClient): LoyaltyClient => ({
      ...inner,
      session: (options) => {
        const session = inner.session(options);
        // Of a DataLoader only its look-up is used.
        const accounts = Object.create(session.accounts) as typeof session.accounts;
        accounts.load = (accountId) => guard(() => session.accounts.load(accountId));
        return { accounts, history: (accountId, query) => guard(() => session.history(accountId, query)) };
      },
      writes: (options) => {
        const writes = inner.writes(options);
        return { ...writes, enrol: (member) => guard(() => writes.enrol(member)) };
      },
    }),
    steps: () => steps,
    isDead: () => dead,
  };
};

export type Fuse = ReturnType<typeof createFuse>;
