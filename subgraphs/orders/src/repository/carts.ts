import type { StoreSession, Stored, TableSpec } from '@qsr/store';
import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import { after } from '@qsr/subgraph/instants';
import type { Aggregate } from '@qsr/subgraph/writing';
import type { BenefitSelection } from '../domain/benefits.ts';
import type { Line } from '../domain/lines.ts';
import type { Owned } from '../domain/ownership.ts';
import type { DeliveryAddress } from './orders.ts';

/** The cart aggregate: one item, keyed by id. Amounts are minor units of `currency`, instants RFC 3339 in UTC. */
export interface CartItem extends Aggregate, Owned {
  readonly id: string;
  readonly status: 'OPEN' | 'CHECKED_OUT';
  /** The checkout that closed it. */
  readonly checkedOutBy?: string | undefined;
  /** The customer while the cart is open; absent otherwise, so that the index holds open carts only. */
  readonly openForCustomerId?: string | undefined;
  /** The item of a guest's cart may vanish then; absent for a customer's, who may come back to it whenever they like. */
  readonly keptUntil?: string | undefined;
  readonly storeId: string;
  readonly currency: string;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly lines: readonly Line[];
  readonly benefits: BenefitSelection;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type StoredCart = Stored<CartItem>;

export const cartsTable: TableSpec<CartItem> = {
  name: 'carts',
  key: { partition: 'id' },
  expiresAt: 'keptUntil',
  indexes: { openByCustomer: { partition: 'openForCustomerId', sort: 'createdAt' } },
};

/**
 * Milliseconds for which a guest's cart is kept after its last change: nobody who comes back later would know its id any
 * more. Longer than its quotes, which lead to it.
 */
const guestCartKeptMs = 7 * 86_400_000;

/** The index and the end of a cart follow from the rest of it: every write passes through here. */
export const indexedCart = (cart: Omit<CartItem, 'openForCustomerId' | 'keptUntil'>): CartItem => ({
  ...cart,
  openForCustomerId: cart.status === 'OPEN' ? cart.customerId : undefined,
  keptUntil: cart.customerId === undefined ? after(new Date(cart.updatedAt), guestCartKeptMs) : undefined,
});

/** Access: by id; the newest open one of a customer. */
export const cartRepository = (session: StoreSession) => {
  const table = session.table(cartsTable);
  return {
    table,
    newestOpenOf: async (customerId: string): Promise<StoredCart | null> => {
      const page = await table.query({
        index: 'openByCustomer',
        partition: customerId,
        order: 'descending',
        limit: 1,
      });
      return page.entries[0]?.item ?? null;
    },
  };
};
