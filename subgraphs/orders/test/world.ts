import { createWorld, type CustomerFact } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { commandSecrets, startSeeded } from '@qsr/testkit';
import { cartsTable, indexedCart } from '../src/repository/carts.ts';
import { ordersTable } from '../src/repository/orders.ts';
import { quotesTable } from '../src/repository/quotes.ts';
import { catalogue, ofCustomers } from '../src/seed/loads.ts';
import { cartItem, orderItem, quoteItem } from '../src/seed/items.ts';
import { createOrders, type OrdersOptions } from '../src/server.ts';

export const world = createWorld({ anchor: '2026-03-01T00:00:00.000Z', customers: 40 });
export const customers: readonly CustomerFact[] = [...world.customers()];

/** The first customer, who has something of everything, and another one with orders and a cart. */
export const ann = customers[0]!;
export const ben = customers.find(({ id, cart, orders }) => id !== ann.id && cart !== null && orders.length > 1)!;

/** Ann's cart, quote and an order of hers as if a guest had made them. */
export const guest = { cartId: 'crt_guest', quoteId: 'qte_guest', orderId: 'ord_guest' };

/** A cart of Ann's that became an order. */
export const checkedOut = indexedCart({ ...cartItem(ann.cart!), id: 'crt_checkedout', status: 'CHECKED_OUT' });

/** A customer with 60 orders, one a minute. */
export const regular = {
  id: 'cus_00000000000000000000000000',
  orders: Array.from({ length: 60 }, (_, minute) => ({
    ...orderItem(ann.orders[minute % ann.orders.length]!),
    id: `ord_regular${minute}`,
    customerId: 'cus_00000000000000000000000000',
    listedForCustomerId: 'cus_00000000000000000000000000',
    activeForCustomerId: undefined,
    placedAt: new Date(Date.parse(world.anchor) - minute * 60_000).toISOString(),
  })),
};

const ownerless = {
  customerId: undefined,
  openForCustomerId: undefined,
  listedForCustomerId: undefined,
  activeForCustomerId: undefined,
};

const loads = (): readonly Load[] => [
  ...catalogue(world),
  ...ofCustomers(customers),
  load(cartsTable, [{ ...cartItem(ann.cart!), ...ownerless, id: guest.cartId }, checkedOut]),
  load(quotesTable, [{ ...quoteItem(ann.quote!, ann.cart!), ...ownerless, id: guest.quoteId, cartId: guest.cartId }]),
  load(ordersTable, [{ ...orderItem(ann.orders[0]!), ...ownerless, id: guest.orderId }, ...regular.orders]),
];

/** A legacy payment system that nobody runs. */
const nowhere = {
  url: 'http://127.0.0.1:1/cardconnect/rest',
  credentials: 'a:b',
  merchantId: '1',
  mode: 'bulk',
} as const;

/** Services and systems that nobody runs. */
const alone = {
  busUrl: 'sns+http://127.0.0.1:1/test',
  commands: { offersUrl: 'http://127.0.0.1:1', loyaltyUrl: 'http://127.0.0.1:1', secrets: commandSecrets },
  pos: { url: 'http://127.0.0.1:1', credentials: 'a:b' },
} as const;

/** The subgraph over a store that holds the world. `parts` are the services and systems that somebody runs. */
export const startOrders = async (legacy: OrdersOptions['legacy'] = nowhere, parts: Partial<OrdersOptions> = {}) => {
  let store = '';
  const seeded = await startSeeded({
    create: (storeUrl) => {
      store = storeUrl;
      return createOrders({ ...alone, ...parts, storeUrl, legacy });
    },
    loads: loads(),
    anchor: world.anchor,
  });
  return { ...seeded, storeUrl: store };
};

/** The subgraph under test, and where its store is. */
export type Orders = Awaited<ReturnType<typeof startOrders>>;
