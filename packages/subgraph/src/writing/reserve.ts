import type { Key, Table } from '@qsr/store';

/** That something which only one may have belongs to somebody, since an instant (RFC 3339, UTC). */
export interface Reserved {
  readonly reservedAt: string;
}

/** What somebody wants to have for themselves. */
export interface Reservation<Item extends Reserved> {
  /** Its item has what is reserved as its key: being created is what makes it unique. */
  readonly table: Table<Item>;
  readonly key: Key;
  readonly mine: Item;
  /** What becomes of one's own when it is reserved again; default: `mine`. */
  readonly again?: (present: Item) => Item;
  readonly isMine: (present: Item) => boolean;
  /** Whether whoever reserved it has it now: false when they never came to be, or have another one by now. */
  readonly isHeld: (present: Item) => Promise<boolean>;
}

/** How long whoever reserved something may take to write the aggregate that has it, in ms. */
const graceMs = 15 * 60_000;

/**
 * Gives what is wanted to whoever wants it unless another one has it; false when one has. What nobody holds is taken over
 * after a while, so that a crash blocks nobody for long and nobody needs to give anything back. Reserving again what is
 * one's own moves its version, so that it cannot be taken over at the same time.
 */
export const reserve = async <Item extends Reserved>(reservation: Reservation<Item>, now: Date): Promise<boolean> => {
  const { table, key, mine, again = () => mine, isMine, isHeld } = reservation;
  for (;;) {
    if (await table.create(mine)) return true;
    const present = await table.get(key);
    if (present === null) continue;
    const isOwn = isMine(present);
    const isFresh = Date.parse(present.reservedAt) + graceMs > now.getTime();
    if (!isOwn && (isFresh || (await isHeld(present)))) return false;
    if (await table.replace(isOwn ? again(present) : mine, present.version)) return true;
  }
};

/** Gives back at once what was reserved for somebody who did not get it, or did not come to be. */
export const release = async <Item extends Reserved>({
  table,
  key,
  isMine,
}: Pick<Reservation<Item>, 'table' | 'key' | 'isMine'>): Promise<void> => {
  const present = await table.get(key);
  if (present !== null && isMine(present)) await table.remove(key, present.version);
};
