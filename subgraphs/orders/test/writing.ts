import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qsr/identity';
import { guestViewer, type SeededSubgraph } from '@qsr/testkit';
import { expect } from 'vitest';
import { world } from './world.ts';

/** A restaurant that is always open and hands food over in every way. */
export const openStore = world.stores.find(({ code }) => code === 'LAX01')!;
/** One that closes at night. */
export const dayStore = world.stores.find(({ code }) => code === 'NYC02')!;

export const itemNamed = (name: string) => world.menu.items.find(({ copy }) => copy.en.name === name)!;
export const groupsOf = (name: string) =>
  itemNamed(name).modifierGroupIds.map((id) => world.menu.modifierGroups.find((group) => group.id === id)!);

/** Sold at any hour; its one group of choices takes from none to some. */
export const cookie = itemNamed('Brown Butter Cookie');

const errors = 'userErrors { code message path retryable }';
const cart = `cart { id version customer { id } handoffMode requestedFor subtotal { amountMinor currency }
  lines { id quantity unitPrice { amountMinor } total { amountMinor } menuItem { id } modifiers { modifierId quantity } }
  benefits { offers { id } rewards { id } pointsToBurn } }`;
const quote = `quote { id cartVersion status expiresAt warnings pointsToBurn amountDue { amountMinor }
  lines { id unitPrice { amountMinor } } discounts { source amount { amountMinor } offer { id } reward { id } }
  rejectedBenefits { reason points offer { id } reward { id } }
  totals { subtotal { amountMinor } discountTotal { amountMinor } taxTotal { amountMinor } tipTotal { amountMinor } total { amountMinor } }
  customerId accrualBase { amountMinor } cart { id version } }`;
const method = 'paymentMethod { id type brand last4 isDefault }';

const selections = {
  createCart: cart,
  addCartLine: cart,
  updateCartLine: cart,
  removeCartLine: cart,
  selectCartBenefits: cart,
  attachMember: cart,
  createQuote: quote,
  addPaymentMethod: method,
  removePaymentMethod: method,
};

type Mutation = keyof typeof selections;

const inputTypeOf = (mutation: Mutation) => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;

/** What a mutation answered: its payload, what it cost, and errors of fields. */
export interface Mutated {
  // Untyped as on the wire.
  readonly payload: any;
  readonly calls: any;
  readonly errors: any;
}

/** Sends mutations with an input; a key of its own is made unless the input has one. */
export const mutations =
  (orders: SeededSubgraph, viewer: Viewer = guestViewer) =>
  async (mutation: Mutation, input: object): Promise<Mutated> => {
    const query = `mutation ($input: ${inputTypeOf(mutation)}) { ${mutation}(input: $input) { ${selections[mutation]} ${errors} } }`;
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors: fieldErrors, extensions } = await orders.ask(query, { viewer, variables });
    return { payload: data?.[mutation], calls: extensions?.calls, errors: fieldErrors };
  };

/** A refusal as it must look: with its code, the way to what is wrong, and a sentence. */
export const refusal = (code: string, path: readonly string[] | null, retryable = false) => [
  { code, path: path && ['input', ...path], retryable, message: expect.stringMatching(/^[A-Z].*[.?]$/) },
];

export const cartInput = { storeId: openStore.id, channel: 'APP', handoffMode: 'PICKUP' };

const modifiersNamed = (name: string) => groupsOf(name).flatMap(({ modifiers }) => modifiers);

/** The id of a modifier by its code. */
export const modifierOf = (name: string, code: string): string =>
  modifiersNamed(name).find((modifier) => modifier.code === code)!.id;

/** Sold in the afternoon, with a bun that must be chosen. */
export const burger = itemNamed('Larkfield Classic');
export const bun = { modifierId: modifierOf('Larkfield Classic', 'potato-bun') };

const available = new Set(
  world.menu.modifierGroups
    .flatMap(({ modifiers }) => modifiers)
    .filter((modifier) => modifier.available)
    .map(({ id }) => id),
);

/** Whether a line can be had in the always open restaurant in the afternoon. */
export const isSold = ({
  menuItemId,
  modifiers,
}: {
  menuItemId: string;
  modifiers: readonly { modifierId: string }[];
}) => {
  const item = world.menu.items.find(({ id }) => id === menuItemId)!;
  const isServed = item.dayparts.includes('ALL_DAY') || item.dayparts.includes('AFTERNOON');
  return (
    isServed &&
    !item.unavailableStoreIds.includes(openStore.id) &&
    modifiers.every(({ modifierId }) => available.has(modifierId))
  );
};

/** A new and empty cart of the viewer. */
export const newCart = async (orders: SeededSubgraph, viewer: Viewer): Promise<{ id: string; version: number }> =>
  (await mutations(orders, viewer)('createCart', cartInput)).payload.cart;
