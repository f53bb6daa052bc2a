import { z } from 'zod';
import { endpoint, faultLines, type Answer, type Endpoint } from '../core/endpoint.ts';
import { integerField } from '../core/wire.ts';
import type { OrderRow } from './orders.ts';
import { changeReply, orderReply, refusal } from './replies.ts';
import { cancellable, ended } from './statuses.ts';
import type { PosSystem } from './system.ts';

const service = (name: string, method: 'GET' | 'PUT' | 'POST', path: string) => ({
  name,
  methods: [method],
  paths: [`/pos/${path}`],
  invalid: (error: z.core.$ZodError) => refusal('INVALID', faultLines(error).join('; ')),
});

const orderParams = z.object({ orderId: z.string().min(1).max(100) });

const submitParams = orderParams.extend({
  number: z.string().min(1),
  storeCode: z.string().min(1),
  handoffMode: z.string().min(1),
  /** Of the store; without it the day in UTC. */
  businessDate: z.iso.date().optional(),
  /** When the guest wants it; without it as soon as possible. */
  requestedFor: z.iso.datetime({ offset: true }).nullish(),
  lines: z.array(z.looseObject({ name: z.string().min(1), quantity: integerField() })).min(1),
  totals: z.looseObject({ currency: z.string().regex(/^[A-Z]{3}$/), total: integerField() }),
  contact: z.looseObject({}).nullish(),
  deliveryAddress: z.looseObject({}).nullish(),
});

const MINUTE_MS = 60_000;

const promiseMs = (handoffMode: string) => (handoffMode === 'DELIVERY' ? 35 : 12) * MINUTE_MS;

/** Again, also with other contents, it is the order that there is. */
const submit = (system: PosSystem, { orderId, ...ticket }: z.output<typeof submitParams>): Answer => {
  const { orders } = system;
  const existing = orders.byId(orderId);
  if (existing !== undefined) return orderReply(existing);
  const now = system.now();
  const at = now.toISOString();
  const { number, storeCode, handoffMode, requestedFor, businessDate = at.slice(0, 10) } = ticket;
  orders.submit(
    orderId,
    {
      ...{ number, storeCode, handoffMode, businessDate, submittedAt: at, ticket: JSON.stringify(ticket) },
      checkNumber: orders.nextCheckNumber(storeCode, businessDate),
      promisedAt: requestedFor ?? new Date(now.getTime() + promiseMs(handoffMode)).toISOString(),
    },
    { status: system.mode() === 'automatic' ? 'ACCEPTED' : 'PENDING', at, reason: null },
  );
  const order = orders.byId(orderId);
  return order === undefined ? refusal('FAILED', 'The order was not kept') : orderReply(order);
};

const cancelled = (order: OrderRow | undefined, yes: boolean): object => ({
  ...(order && orderReply(order)),
  cancelled: yes,
});

/** A guest's wish: too late once the kitchen works on it. One that never came is never taken. */
const cancel = ({ orders, now }: PosSystem, orderId: string): Answer => {
  const order = orders.byId(orderId);
  const next = { status: 'CANCELLED', at: now().toISOString() } as const;
  if (order === undefined) orders.forbid(orderId, { ...next, reason: 'cancelled before it was submitted' });
  else if (cancellable.has(order.status)) orders.setStatus(orderId, { ...next, reason: 'cancelled by the guest' });
  else if (order.status !== 'CANCELLED') return cancelled(order, false);
  return cancelled(orders.byId(orderId), true);
};

const checkInParams = orderParams.extend({ spot: z.string().max(100).default('') });

const checkIn = ({ orders }: PosSystem, { orderId, spot }: z.output<typeof checkInParams>): Answer => {
  const order = orders.byId(orderId);
  if (order === undefined) return refusal('NOT_FOUND', 'There is no such order');
  if (ended.has(order.status)) return { ...orderReply(order), checkedIn: false };
  orders.setSpot(orderId, spot);
  return { ...orderReply({ ...order, spot }), checkedIn: true };
};

const changesParams = z.object({
  after: integerField().default(0),
  limit: integerField().default(100),
});

/** The API of the POS. */
export const orderEndpoints = (system: PosSystem): Endpoint[] => [
  endpoint({
    ...service('orders/submit', 'PUT', 'orders/:orderId'),
    params: submitParams,
    answer: (params) => system.book.transaction(() => submit(system, params)),
  }),
  endpoint({
    ...service('orders/find', 'GET', 'orders/:orderId'),
    params: orderParams,
    answer: ({ orderId }) => {
      const order = system.orders.byId(orderId);
      return order === undefined ? refusal('NOT_FOUND', 'There is no such order') : orderReply(order);
    },
  }),
  endpoint({
    ...service('orders/cancel', 'POST', 'orders/:orderId/cancel'),
    params: orderParams,
    answer: ({ orderId }) => system.book.transaction(() => cancel(system, orderId)),
  }),
  endpoint({
    ...service('orders/check-in', 'POST', 'orders/:orderId/check-in'),
    params: checkInParams,
    answer: (params) => system.book.transaction(() => checkIn(system, params)),
  }),
  endpoint({
    ...service('changes', 'GET', 'changes'),
    params: changesParams,
    answer: ({ after, limit }) => ({
      changes: system.orders.changes(after, Math.min(limit, 1_000)).map(changeReply),
      last: system.orders.lastChange(),
    }),
  }),
];
