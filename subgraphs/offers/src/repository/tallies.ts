import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@qsr/errors';
import type { StoreSession, Table } from '@qsr/store';
import { place, settle, type Placed, type Placement, type Settlement } from '../domain/marks.ts';
import { claimCodesTable, type ClaimCodeItem } from './claim-codes.ts';
import { withMarksIndex, type MarkedItem } from './marked-item.ts';
import { offerUsageTable, type OfferUsageItem } from './offer-usage.ts';

/** One item of hot counters, by key. */
export interface Tally {
  place(key: string, placement: Placement): Promise<Placed>;
  settle(key: string, settlement: Settlement): Promise<void>;
}

/** The hot counters of a process. */
export interface Tallies {
  readonly usage: Tally;
  readonly codes: Tally;
}

/** Marks an item holds at most: it must stay well below what the store takes, and far more than a rush brings. */
const mostMarks = 2_500;
const longestPauseMs = 40;
const mostTries = 200;

interface Waiting<Item> {
  readonly change: (item: Item) => Item;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

interface TallyOptions<Item> {
  readonly table: Table<Item>;
  /** What an item that is not there yet counts as; null when it cannot come into being here. */
  readonly fresh: (key: string) => Item | null;
}

/** Writes a batch of changes into one item; repeats it from the reading on when another process was faster. */
const createWriter = <Item extends MarkedItem>({ table, fresh }: TallyOptions<Item>) => {
  const writeOnce = async (key: string, batch: ReadonlyArray<Waiting<Item>>): Promise<boolean> => {
    const present = await table.get({ partition: key });
    const before: Item | null = present ?? fresh(key);
    if (before === null) throw new AppError('INTERNAL_SERVER_ERROR', `there are no counters of ${key}`);
    const after = batch.reduce((item, { change }) => change(item), before);
    if (after === before) return true;
    return present === null
      ? table.create(withMarksIndex(after))
      : table.replace(withMarksIndex(after), present.version);
  };
  return async (key: string, batch: ReadonlyArray<Waiting<Item>>): Promise<void> => {
    for (let tries = 1; !(await writeOnce(key, batch)); tries += 1) {
      if (tries >= mostTries) throw new AppError('DOWNSTREAM_TIMEOUT', 'too many writers at once');
      await pause(Math.random() * Math.min(longestPauseMs, 2 ** tries));
    }
  };
};

/**
 * Writes what many ask of one item together: while one conditional write is under way the others queue, and the next
 * write takes them all. So 200 at once cost a handful of writes instead of 200 that lose to each other, and writers only
 * meet those of other processes.
 */
const createQueue = <Item extends MarkedItem>(options: TallyOptions<Item>) => {
  const write = createWriter(options);
  const queues = new Map<string, Waiting<Item>[]>();

  const drain = async (key: string, queue: Waiting<Item>[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0);
      await write(key, batch).then(
        () => batch.forEach(({ done }) => done()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      );
    }
    queues.delete(key);
  };

  return (key: string, change: (item: Item) => Item): Promise<void> =>
    new Promise((done, failed) => {
      const queue = queues.get(key);
      if (queue !== undefined) {
        queue.push({ change, done, failed });
        return;
      }
      const started = [{ change, done, failed }];
      queues.set(key, started);
      void drain(key, started);
    });
};

const createTally = <Item extends MarkedItem>(options: TallyOptions<Item>): Tally => {
  const enqueue = createQueue(options);
  return {
    place: async (key, placement) => {
      let answer: Placed | undefined;
      await enqueue(key, (item) => {
        const isCrowded =
          Object.keys(item.marks ?? {}).length >= mostMarks && item.marks?.[placement.key] === undefined;
        const [next, placed] = isCrowded ? [item, undefined] : place(item, placement);
        answer = placed;
        return next;
      });
      if (answer === undefined) throw new AppError('DOWNSTREAM_UNAVAILABLE', `too many at once of ${key}`);
      return answer;
    },
    settle: (key, settlement) => enqueue(key, (item) => settle(item, settlement)),
  };
};

/** Made once a process: what it writes together is what came together there. */
export const createTallies = (session: StoreSession): Tallies => ({
  usage: createTally<OfferUsageItem>({ table: session.table(offerUsageTable), fresh: (offerId) => ({ offerId }) }),
  codes: createTally<ClaimCodeItem>({ table: session.table(claimCodesTable), fresh: () => null }),
});
