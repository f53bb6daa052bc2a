import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ask, type Answer } from './client.ts';
import type { TestStack } from './stack.ts';

const refusals = 'userErrors { code message path retryable }';

/** Whoever changes something. Without a token: a guest. */
export interface Shopper {
  readonly token: string | undefined;
  /** Sends a mutation with a key of its own, unless the input has one. `selection` is of the payload. */
  send(mutation: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<Answer>;
  /** As `send`; expects that it is done, and answers the payload. */
  done(mutation: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<any>;
  /** Asks a question; expects no errors. */
  ask(query: string): Promise<any>;
}

const inputType = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

export const shopper = (stack: () => TestStack, token: string | undefined): Shopper => {
  const as = token === undefined ? {} : { token };
  const send: Shopper['send'] = (mutation, input, selection) =>
    ask(
      stack(),
      `mutation ($input: ${inputType(mutation)}!) { ${mutation}(input: $input) { ${selection} ${refusals} } }`,
      { ...as, variables: { input: { idempotencyKey: randomUUID(), ...input } } },
    );
  return {
    token,
    send,
    done: async (mutation, input, selection) => {
      const { data, errors } = await send(mutation, input, selection);
      expect(errors, mutation).toBeUndefined();
      expect(data[mutation].userErrors, mutation).toStrictEqual([]);
      return data[mutation];
    },
    ask: async (query) => {
      const { data, errors } = await ask(stack(), query, as);
      expect(errors).toBeUndefined();
      return data;
    },
  };
};

/** What a shopper puts into a cart, and what to use on it. */
export interface Basket {
  readonly lines: ReadonlyArray<{ readonly menuItemId: string; readonly quantity: number }>;
  readonly offerIds?: readonly string[];
  readonly rewardIds?: readonly string[];
  readonly pointsToBurn?: number;
}

/** A store that is open at any hour, and things that it sells at any hour without a choice to make. */
export const counterOf = ({ world }: TestStack) => {
  const store = world.stores.find(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders)!;
  const required = new Set(world.menu.modifierGroups.filter(({ min }) => min > 0).map(({ id }) => id));
  const items = world.menu.items.filter(
    ({ dayparts, modifierGroupIds, unavailableStoreIds }) =>
      dayparts.includes('ALL_DAY') &&
      !modifierGroupIds.some((id) => required.has(id)) &&
      !unavailableStoreIds.includes(store.id),
  );
  return { store, items };
};

/** A cart as its shopper wants it. */
export const fillCart = async (
  who: Shopper,
  storeId: string,
  basket: Basket,
): Promise<{ id: string; version: number }> => {
  let { cart } = await who.done(
    'createCart',
    { storeId, channel: 'APP', handoffMode: 'PICKUP' },
    'cart { id version }',
  );
  for (const line of basket.lines) {
    ({ cart } = await who.done('addCartLine', { cartId: cart.id, ...line }, 'cart { id version }'));
  }
  const { offerIds = [], rewardIds = [], pointsToBurn = 0 } = basket;
  if (offerIds.length + rewardIds.length + pointsToBurn === 0) return cart;
  const benefits = { cartId: cart.id, offerIds, rewardIds, pointsToBurn };
  return (await who.done('selectCartBenefits', benefits, 'cart { id version }')).cart;
};

export const quoteFields = `quote { id amountDue { amountMinor currency } pointsToBurn discounts { source amount { amountMinor } }
  rejectedBenefits { reason } warnings }`;

/** One card for all that is due. */
export const cardFor = (
  { amountDue }: { readonly amountDue: { readonly amountMinor: number } },
  paymentToken = 'tok_approved',
) => (amountDue.amountMinor === 0 ? [] : [{ type: 'CARD', amount: amountDue, paymentToken }]);

/** The order once `condition` holds of it; fails when that takes more than `timeoutMs`. */
export const eventually = async <Value>(
  look: () => Promise<Value>,
  condition: (value: Value) => boolean,
  timeoutMs = 30_000,
): Promise<Value> => {
  let value: Value | undefined;
  const seen = async (): Promise<boolean> => condition((value = await look()));
  await expect.poll(seen, { timeout: timeoutMs, interval: 250, message: JSON.stringify(value) }).toBe(true);
  return value!;
};
