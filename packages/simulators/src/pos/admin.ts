import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { orderReply, refusal } from './replies.ts';
import { actions, after, type Action } from './statuses.ts';
import type { PosMode, PosSystem } from './system.ts';

const actParams = z.strictObject({ orderId: z.string(), action: z.enum(actions) });
const actBody = z.strictObject({ reason: z.string().optional() }).nullish();
const modeBody = z.strictObject({ mode: z.enum(['manual', 'automatic']) });
const filter = z.strictObject({
  /** Only this order. */
  orderId: z.string().optional(),
  /** Only orders with a status from this instant on. */
  since: z.iso.datetime().optional(),
});

interface Act {
  readonly orderId: string;
  readonly action: Action;
  readonly reason: string | null;
}

const act = ({ orders, now }: PosSystem, { orderId, action, reason }: Act, reply: FastifyReply) => {
  const order = orders.byId(orderId);
  if (order === undefined) return reply.code(404).send(refusal('NOT_FOUND', 'There is no such order'));
  const status = after(action, order.status);
  if (status === undefined) {
    return reply.code(409).send(refusal('INVALID', `An order that is ${order.status} cannot ${action}`));
  }
  if (status !== order.status) orders.setStatus(orderId, { status, at: now().toISOString(), reason });
  return orderReply(orders.byId(orderId) ?? order);
};

const selectOrders = `SELECT orderId, number, storeCode, handoffMode, businessDate, checkNumber, promisedAt, submittedAt,
  status, statusAt, reason, spot, ticket FROM orders WHERE (?1 IS NULL OR orderId = ?1) AND statusAt >= ?2
  ORDER BY sequence`;

const selectChanges = 'SELECT * FROM changes WHERE (?1 IS NULL OR orderId = ?1) AND at >= ?2 ORDER BY sequence';

/** What the staff does, whether the restaurant runs by itself, and ground truth for checks: oldest first. */
export const servePosAdmin = (app: FastifyInstance, system: PosSystem, setMode: (mode: PosMode) => void): void => {
  app.post('/orders/:orderId/:action', (request, reply) => {
    const { orderId, action } = actParams.parse(request.params);
    const reason = actBody.parse(request.body)?.reason ?? null;
    return system.book.transaction(() => act(system, { orderId, action, reason }, reply));
  });
  app.get('/mode', () => ({ mode: system.mode() }));
  app.post('/mode', (request) => {
    setMode(modeBody.parse(request.body).mode);
    return { mode: system.mode() };
  });
  app.get('/book', (request) => {
    const { orderId = null, since = '' } = filter.parse(request.query);
    const orders = system.book.all(selectOrders, orderId, since);
    return {
      orders: orders.map(({ ticket, ...order }) => ({
        ...order,
        ticket: typeof ticket === 'string' ? (JSON.parse(ticket) as unknown) : null,
      })),
      changes: system.book.all(selectChanges, orderId, since),
    };
  });
};
