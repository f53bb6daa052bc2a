import type { World } from '@qsr/seed';

/** Values of the seeded business that operations may name as `$defaultStoreId` and the like in their variables. */
export type ExampleValues = ReadonlyMap<string, string | number>;

const unfinished = new Set(['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY', 'OUT_FOR_DELIVERY']);

/** Examples that show something: a store that is open at any hour, and what belongs to the default customer. */
export const exampleValues = (world: World): ExampleValues => {
  const store = world.stores.find(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders);
  const { orders, quote, cart } = world.customer(0);
  const values = {
    defaultCustomerId: world.defaultCustomerId,
    defaultStoreId: store?.id,
    defaultStoreLatitude: store?.position.latitude,
    defaultStoreLongitude: store?.position.longitude,
    activeOrderId: orders.findLast(({ status }) => unfinished.has(status))?.id,
    completedOrderId: orders.findLast(({ status }) => status === 'COMPLETED')?.id,
    cartId: cart?.id,
    quoteId: quote?.id,
  };
  return new Map(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[`$${name}`, value] as const])),
  );
};
