import type { Stack } from '@qsr/local-stack/stack';
import { send } from './client.ts';
import type { Market } from './intentions.ts';
import { operations } from './operations.ts';
import type { ChaosOptions } from './options.ts';
import { keyOf } from './random.ts';

/** How many offers there are that cannot serve all who ask, and how many of them have to be activated first. */
const kinds = 4;
const toActivate = 1;
/** Capacity of each: fewer than will ask for it. */
const capOf = (checkouts: number): number => Math.max(2, Math.floor(checkouts / 25));

const scarceOffer = (turn: number, checkouts: number) => ({
  code: `CHAOS-${turn}`,
  kind: 'AMOUNT_OFF',
  status: 'LIVE',
  startsAt: '2020-01-01T00:00:00.000Z',
  effect: { scope: 'SUBTOTAL', amountOff: { amountMinor: 100 + turn, currency: 'USD' } },
  requiresActivation: turn < toActivate,
  caps: { total: capOf(checkouts), perCustomer: 2, perCheck: 1 },
});

/** Makes the offers as staff does, and answers their ids. Throws when they are refused. */
export const createScarceOffers = async (
  stack: Stack,
  { seed, checkouts }: ChaosOptions,
): Promise<Pick<Market, 'offerIds' | 'offerIdsToActivate'>> => {
  const token = await stack.token('staff');
  const ids = await Promise.all(
    Array.from({ length: kinds }, async (_, turn) => {
      const input = { idempotencyKey: keyOf(seed, 'offer', turn), ...scarceOffer(turn, checkouts) };
      const mutation = { field: 'upsertOffer', query: operations.upsertOffer, input, token };
      const { payload, refusals } = await send(stack.url, mutation, () => undefined);
      if (payload.offer == null) throw new Error(`the offer was refused: ${JSON.stringify(refusals)}`);
      return payload.offer.id as string;
    }),
  );
  return { offerIds: ids, offerIdsToActivate: ids.slice(0, toActivate) };
};
