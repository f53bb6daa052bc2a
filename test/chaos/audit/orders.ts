import type { Journey } from '../journey.ts';
import type { Item } from '../tables.ts';
import { groupBy, sum, type Findings } from './findings.ts';
import { idsOf, type Promised } from './promises.ts';
import { isCommitted, nameOf, type RunWorld } from './world.ts';

/** What customers were told exists; one quote and one cart became one order at most. */
const auditJourneys = (journeys: readonly Journey[], { orders }: RunWorld, findings: Findings): void => {
  const byId = new Map(orders.map((order) => [order['id'], order]));
  for (const { index, orderId } of journeys) {
    if (orderId !== null && !byId.has(orderId))
      findings.add('lost', `checkout ${index}: order ${orderId} does not exist`);
  }
  const told = new Set(journeys.map(({ orderId }) => orderId));
  for (const order of orders.filter(isCommitted))
    if (!told.has(order['id'])) findings.add('doubled', `${nameOf(order)} was made, and no customer was told`);
  for (const by of ['quoteId', 'cartId']) {
    for (const [id, group] of groupBy(orders.filter(isCommitted), ({ checkout }) => checkout[by])) {
      if (group.length > 1) findings.add('doubled', `${id} became ${group.map(nameOf).join(' and ')}`);
    }
  }
};

/** The restaurant works on what was paid, and on nothing else. */
const auditRestaurant = ({ orders, posOrders, posChanges }: RunWorld, findings: Findings): void => {
  const byId = new Map(orders.map((order) => [order['id'], order]));
  const theirs = new Map(posOrders.map((order) => [order.orderId, order]));
  for (const { orderId, status, submittedAt } of posOrders) {
    if (submittedAt === null) continue;
    const order = byId.get(orderId);
    if (order === undefined) findings.add('doubled', `the restaurant has ${orderId}, which is no order`);
    else if (status !== order['status'])
      findings.add('lost', `${nameOf(order)} is ${order['status']}, in the restaurant ${status}`);
  }
  for (const order of orders.filter(isCommitted)) {
    if (!theirs.has(order['id'])) findings.add('lost', `${nameOf(order)} never came to the restaurant`);
  }
  for (const [orderId, changes] of groupBy(posChanges, (change) => change.orderId)) {
    const handed = changes.filter(({ status }) => status === 'COMPLETED').length;
    if (handed > 1) findings.add('doubled', `${orderId} was handed out ${handed} times`);
  }
};

/** What customers were told about carts and cancellations came about, once. */
const auditPromises = (promises: readonly Promised[], { carts, orders }: RunWorld, findings: Findings): void => {
  const cancelled = new Set(orders.filter(({ status }) => status === 'CANCELLED').map(({ id }) => id));
  for (const { operation, ids, checkout } of promises) {
    if (operation === 'cancelOrder' && !ids.every((id) => cancelled.has(id)))
      findings.add('lost', `checkout ${checkout}: order ${ids.join()} was to be cancelled`);
  }
  const told = idsOf(promises, 'createCart');
  const added = groupBy(
    promises.filter(({ operation }) => operation === 'addCartLine'),
    ({ input }) => String(input['cartId']),
  );
  for (const { id, lines } of carts) {
    if (!told.has(id)) findings.add('doubled', `cart ${id}: nobody was told`);
    const pieces = sum(lines.map(({ quantity }: Item) => quantity));
    const wanted = sum((added.get(id) ?? []).map(({ input }) => Number(input['quantity'])));
    if (pieces < wanted) findings.add('lost', `cart ${id}: ${pieces} of ${wanted} pieces`);
    if (pieces > wanted) findings.add('doubled', `cart ${id}: ${pieces} pieces instead of ${wanted}`);
  }
};

/** What customers were told. */
interface Told {
  readonly journeys: readonly Journey[];
  readonly promises: readonly Promised[];
}

/** Orders against what customers were told and what the restaurants have. */
export const auditOrders = (world: RunWorld, { journeys, promises }: Told, findings: Findings): void => {
  auditJourneys(journeys, world, findings);
  auditPromises(promises, world, findings);
  auditRestaurant(world, findings);
};
