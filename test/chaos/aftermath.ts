import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '@qsr/local-stack/stack';
import type { Customer } from './customer.ts';
import type { Intention } from './intentions.ts';

/** What is wanted of an order after it was placed. `staff` is a token. */
interface Wish {
  readonly stack: Stack;
  readonly staff: string;
  readonly orderId: string;
  readonly intention: Intention;
}

interface SeenOrder {
  readonly status: string;
  readonly paymentStatus: string;
  readonly lines: ReadonlyArray<{ readonly id: string; readonly quantity: number }>;
  readonly check: { readonly totals: { readonly total: { readonly amountMinor: number; readonly currency: string } } };
}

const query =
  'query ($id: ID!) { order(id: $id) { status paymentStatus lines { id quantity } check { totals { total { amountMinor currency } } } } }';

const over = new Set(['COMPLETED', 'CANCELLED', 'REJECTED']);
const patienceMs = 45_000;

const look = async ({ stack, staff, orderId }: Wish): Promise<SeenOrder | null> => {
  const response = await fetch(`${stack.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${staff}` },
    body: JSON.stringify({ query, variables: { id: orderId } }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data } = (await response.json()) as { data?: { order?: SeenOrder | null } };
  return data?.order ?? null;
};

/** Waits until the order is over; null when that takes too long, which the audit will see. */
const whenOver = async (wish: Wish): Promise<SeenOrder | null> => {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const order = await look(wish).catch(() => null);
    if (order !== null && over.has(order.status)) return order;
    await sleep(500);
  }
  return null;
};

const someLine = ({ lines: [line] }: SeenOrder): object =>
  line === undefined ? {} : { lines: [{ lineId: line.id, quantity: 1 }] };

const someAmount = ({ check }: SeenOrder): object => {
  const { amountMinor, currency } = check.totals.total;
  return { amount: { amountMinor: Math.max(1, Math.floor(amountMinor / 4)), currency } };
};

/** What is given back: one refund after the other, each by as many of the staff at the same time as it has keys. */
type Refund = readonly [what: object, ...keys: readonly string[]];

const refundsOf = ({ aftermath, index }: Intention, order: SeenOrder): readonly Refund[] => {
  switch (aftermath) {
    case 'nothing':
    case 'cancel':
      return [];
    case 'refund all':
      return [[{}, 'refund']];
    case 'refund line':
      return [[someLine(order), 'refund']];
    case 'refund amount':
      return [[someAmount(order), 'refund']];
    case 'refund in parts':
      return [
        [index % 2 === 0 ? someLine(order) : someAmount(order), 'refund'],
        [{}, 'refund rest'],
      ];
    case 'refund raced':
      return [[{}, 'refund', 'refund too']];
  }
};

/** Cancels an order at once, or gives back of it once it is handed over. A refusal is an answer like any other. */
export const followUp = async (customer: Customer, wish: Wish): Promise<void> => {
  const { orderId, intention } = wish;
  if (intention.aftermath === 'cancel') {
    await customer.call('cancelOrder', 'cancel', { orderId, reason: 'changed my mind' });
    return;
  }
  const order = await whenOver(wish);
  if (order === null || order.status !== 'COMPLETED') return;
  for (const [what, ...keys] of refundsOf(intention, order)) {
    const input = { orderId, reason: 'not as ordered', ...what };
    await Promise.all(keys.map((key) => customer.call('refundOrder', key, input)));
  }
};
