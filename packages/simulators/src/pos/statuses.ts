/** Where an order stands in the restaurant. */
export type OrderStatus =
  'PENDING' | 'ACCEPTED' | 'REJECTED' | 'IN_PREPARATION' | 'READY' | 'OUT_FOR_DELIVERY' | 'COMPLETED' | 'CANCELLED';

/** What the staff does with an order. */
export const actions = ['accept', 'reject', 'prepare', 'ready', 'hand-out', 'complete', 'cancel'] as const;
export type Action = (typeof actions)[number];

interface Transition {
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
}

const transitions: Readonly<Record<Action, Transition>> = {
  accept: { from: ['PENDING'], to: 'ACCEPTED' },
  reject: { from: ['PENDING'], to: 'REJECTED' },
  prepare: { from: ['ACCEPTED'], to: 'IN_PREPARATION' },
  ready: { from: ['IN_PREPARATION'], to: 'READY' },
  'hand-out': { from: ['READY'], to: 'OUT_FOR_DELIVERY' },
  complete: { from: ['READY', 'OUT_FOR_DELIVERY'], to: 'COMPLETED' },
  cancel: { from: ['PENDING', 'ACCEPTED', 'IN_PREPARATION'], to: 'CANCELLED' },
};

/** The status that an action leads to; undefined where it makes no sense. Done again, it leads to where it led. */
export const after = (action: Action, status: OrderStatus): OrderStatus | undefined => {
  const { from, to } = transitions[action];
  return from.includes(status) || status === to ? to : undefined;
};

/** Until the kitchen starts, the guest may still cancel. */
export const cancellable: ReadonlySet<OrderStatus> = new Set(['PENDING', 'ACCEPTED']);

/** From here on nothing happens to an order any more. */
export const ended: ReadonlySet<OrderStatus> = new Set(['REJECTED', 'COMPLETED', 'CANCELLED']);
