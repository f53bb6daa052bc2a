import type { Stored } from '@qsr/store';
import { update } from '@qsr/subgraph/writing';
import type { Work } from '../context.ts';
import { isOpen, reversalSettlementOf, settlementOf, type Line } from '../domain/reservation.ts';
import { withCommittedUses, withoutUses } from '../domain/wallet.ts';
import { withEntries, type CustomerOffersItem } from '../repository/customer-offers.ts';
import type { RedemptionItem } from '../repository/redemptions.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { closeReservation } from './write-reservation.ts';

const isReversed = ({ reversal }: Line): boolean => reversal?.status === 'DONE';

const settleCounters = async (item: ReservationItem, { tallies }: Work): Promise<void> => {
  await Promise.all(
    item.lines.map(async (line) => {
      const settlements = [settlementOf(item, line), reversalSettlementOf(item, line)].filter((one) => one !== null);
      // In this order: what was reserved is on the order before it is given back.
      for (const settlement of settlements) await tallies.usage.settle(line.offerId, settlement);
    }),
  );
};

const settledEntries = ({ status, attempt, lines }: ReservationItem, { entries }: CustomerOffersItem) =>
  status === 'COMMITTED'
    ? withoutUses(withCommittedUses(entries, lines), lines.filter(isReversed))
    : withoutUses(entries, lines, attempt);

const settleWallet = async (item: ReservationItem, { repositories, signal, now }: Work): Promise<void> => {
  if (item.customerId === null || item.lines.length === 0) return;
  await update<CustomerOffersItem>({
    table: repositories.customerOffers.table,
    key: { partition: item.customerId },
    signal,
    step: (wallet) => ({ state: withEntries(wallet, settledEntries(item, wallet), now().toISOString()) }),
  });
};

const redemptionStatus = (item: ReservationItem, line: Line): RedemptionItem['status'] => {
  if (item.status === 'RESERVED') return 'RESERVED';
  if (item.status !== 'COMMITTED') return 'RELEASED';
  return isReversed(line) ? 'REVERSED' : 'COMMITTED';
};

const redemptionOf = (item: ReservationItem, line: Line, occurredAt: string): RedemptionItem => ({
  id: line.redemptionId,
  offerId: line.offerId,
  customerId: item.customerId,
  orderId: item.orderId ?? null,
  orderRef: item.orderRef,
  storeCode: item.storeCode,
  status: redemptionStatus(item, line),
  discount: line.discount,
  occurredAt,
  checkoutId: item.status === 'COMMITTED' ? null : item.checkoutId,
  reservedUntil: item.status === 'RESERVED' ? item.reservedUntil : null,
  revision: item.revision,
});

const writeRedemption = async (redemption: RedemptionItem, { repositories }: Work): Promise<void> => {
  const { table } = repositories.redemptions;
  for (;;) {
    const present = await table.get({ partition: redemption.id });
    // Whoever comes late with an older state changes nothing.
    if (present !== null && (present.revision ?? 0) >= (redemption.revision ?? 0)) return;
    const written =
      present === null ? await table.create(redemption) : await table.replace(redemption, present.version);
    if (written) return;
  }
};

/** Shows what marketing lists: one redemption a line, from the moment that it was reserved. */
export const showRedemptions = async (item: ReservationItem, work: Work): Promise<void> => {
  const { reservedAt } = item;
  if (reservedAt === null) return;
  await Promise.all(item.lines.map((line) => writeRedemption(redemptionOf(item, line, reservedAt), work)));
};

/**
 * Brings counters, wallet and redemptions to what an ended reservation says. Any number may do it at once and again.
 */
export const settleReservation = async (item: Stored<ReservationItem>, work: Work): Promise<void> => {
  if (isOpen(item)) return;
  await Promise.all([settleCounters(item, work), settleWallet(item, work), showRedemptions(item, work)]);
  const isUnderWay = item.lines.some(({ reversal }) => reversal?.status === 'INTENT');
  if (!isUnderWay && item.due !== undefined) await closeReservation(item, work);
};
