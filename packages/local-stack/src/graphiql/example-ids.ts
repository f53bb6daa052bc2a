import type { World } from '@qsr/seed';

/** Values of the seeded business that operations may name as `$defaultStoreId` and the like in their variables. */
export type ExampleValues = ReadonlyMap<string, string | number>;

const unfinished = new Set(['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY', 'OUT_FOR_DELIVERY']);

/** An item that can be ordered without choosing anything. */
const isComplete = (
  { menu }: World,
  { modifierGroupIds, unavailableStoreIds }: World['menu']['items'][number],
): boolean =>
  unavailableStoreIds.length === 0 &&
  menu.modifierGroups.every(({ id, min }) => min === 0 || !modifierGroupIds.includes(id));

/** Examples that show something: a store that is open at any hour, and what belongs to the default customer. */
export const exampleValues = (world: World): ExampleValues => {
  const store = world.stores.find(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders);
  const { orders, offers, quote } = world.customer(0);
  const plain = world.menu.items.find((item) => item.dayparts.includes('ALL_DAY') && isComplete(world, item));
  const values = {
    defaultCustomerId: world.defaultCustomerId,
    defaultStoreId: store?.id,
    defaultStoreLatitude: store?.position.latitude,
    defaultStoreLongitude: store?.position.longitude,
    activeOrderId: orders.findLast(({ status }) => unfinished.has(status))?.id,
    completedOrderId: orders.findLast(({ status }) => status === 'COMPLETED')?.id,
    quoteId: quote?.id,
    quoteAmountDue: quote?.amountDue,
    quoteCurrency: quote?.currency,
    menuItemId: plain?.id,
    availableOfferId: offers.find(({ state }) => state === 'AVAILABLE')?.offerId,
  };
  return new Map(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[`$${name}`, value] as const])),
  );
};
