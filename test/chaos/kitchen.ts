import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** An order as the book of the point of sale shows it. */
interface PosOrder {
  readonly orderId: string;
  readonly status: string;
}

const next: Readonly<Record<string, string>> = {
  ACCEPTED: 'prepare',
  IN_PREPARATION: 'ready',
  READY: 'complete',
};

/** One order in fifteen is not made; which one follows from its id. */
const isRefused = (orderId: string): boolean => createHash('sha256').update(orderId).digest().readUInt32BE() % 15 === 0;

const actionFor = ({ orderId, status }: PosOrder): string | undefined =>
  status === 'PENDING' ? (isRefused(orderId) ? 'reject' : 'accept') : next[status];

/** The staff of the restaurants: takes or refuses every order, and hands it out, a step at a time. */
export interface Kitchen {
  /** Resolves when it has gone home; nothing is left undone by then that was there. */
  close(): Promise<void>;
}

const stepMs = 250;
/** Actions at the same time. */
const hands = 8;

/** `admin` names the admin port as it is now: it moves when the point of sale is killed. */
export const openKitchen = (admin: () => string): Kitchen => {
  const closing = new AbortController();
  const act = async (order: PosOrder): Promise<void> => {
    const action = actionFor(order);
    if (action === undefined) return;
    // An order that a guest has just cancelled refuses it, which is fine.
    await fetch(`${admin()}/orders/${order.orderId}/${action}`, { method: 'POST' }).then((response) => response.text());
  };
  const round = async (): Promise<void> => {
    const response = await fetch(`${admin()}/book`);
    const { orders } = (await response.json()) as { orders: readonly PosOrder[] };
    const queue = orders.filter((order) => actionFor(order) !== undefined);
    const work = async (): Promise<void> => {
      for (let order = queue.shift(); order !== undefined; order = queue.shift()) await act(order);
    };
    await Promise.all(Array.from({ length: hands }, work));
  };
  const loop = (async () => {
    while (!closing.signal.aborted) {
      // A point of sale that is down is asked again.
      await round().catch(() => undefined);
      await sleep(stepMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await loop;
    },
  };
};
