import type { EventEnvelope } from '@qsr/events';
import { withEntries } from '../domain/entries.ts';
import type { LedgerEntryRecord } from '../domain/ledger.ts';
import { missingRefundEntries } from '../domain/refund-entries.ts';
import type { RefundRecord } from '../domain/refunds.ts';
import { entryIds } from '../ids.ts';
import { changeAccount, type LoyaltyAccountItem } from '../repository/accounts.ts';
import { programOfAccount } from '../repository/programs.ts';
import { memberOrWaiting, type OrderEventParts } from './order-events.ts';

type Refunded = EventEnvelope<'orders.order.refunded'>;

const recordOf = ({ data, time }: Refunded): RefundRecord => ({
  refundId: data.refundId,
  orderId: data.orderId,
  baseReturned: data.accrualBaseReturned,
  baseTotal: data.accrualBaseTotal,
  pointsReturned: data.pointsReturned,
  last: data.last,
  at: new Date(time).toISOString(),
});

/** All that an order has caused: what the account carries, and what has left it for the ledger. Read in that order. */
const historyOf = async (
  { repositories }: Pick<OrderEventParts, 'repositories'>,
  account: LoyaltyAccountItem,
  orderId: string,
): Promise<LedgerEntryRecord[]> => {
  const carried = account.entries.filter((entry) => entry.orderId === orderId);
  const order = await repositories.orders.table.get({ partition: orderId });
  const left = (order?.entryIds ?? []).filter((id) => !carried.some((entry) => entry.id === id));
  const filed = await repositories.ledger.table.getMany(left.map((partition) => ({ partition })));
  return [...carried, ...filed.filter((entry) => entry !== null)];
};

/**
 * Takes back earned points and gives back spent ones by what was refunded, once a refund (I5). The refund itself is
 * remembered with the account: what it takes back may be booked later than it comes, since events have no order.
 */
export const refundOrder = async (parts: OrderEventParts, event: Refunded, signal?: AbortSignal): Promise<void> => {
  const { repositories, now, nudge } = parts;
  const account = await memberOrWaiting(parts, event);
  if (account === null) return;
  const refund = recordOf(event);
  const { pointsLifeDays } = await programOfAccount(repositories, account);
  await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    signal,
    step: async (current) => {
      if (current.refunds.some(({ refundId }) => refundId === refund.refundId)) return null;
      const refunds = [...current.refunds, refund];
      const history = await historyOf(parts, current, refund.orderId);
      const ofOrder = refunds.filter(({ orderId }) => orderId === refund.orderId);
      const entries = missingRefundEntries(history, ofOrder, { ids: entryIds, pointsLifeDays, now: now() });
      return { state: withEntries({ ...current, refunds }, entries), silently: entries.length === 0 };
    },
  });
  nudge();
};
