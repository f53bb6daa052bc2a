import type { EventEnvelope } from '@qsr/events';
import { earnedBy } from '../domain/accrual.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import { entryIn, newEntry, withEntries, type AccountEntry } from '../domain/entries.ts';
import { missingRefundEntries } from '../domain/refund-entries.ts';
import { tierStatus } from '../domain/tier.ts';
import { settledWithout } from '../events/publish.ts';
import { entryIds } from '../ids.ts';
import { changeAccount, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { programOfAccount, type StoredProgram } from '../repository/programs.ts';
import { memberOrWaiting, type OrderEventParts } from './order-events.ts';

type Completed = EventEnvelope<'orders.order.completed'>;

interface Terms {
  readonly program: StoredProgram;
  readonly now: Date;
}

const accrualOf = (account: StoredLoyaltyAccount, { data }: Completed, { program, now }: Terms): AccountEntry => {
  const occurredAt = new Date(data.at).toISOString();
  const day = dayOf(occurredAt);
  const { tier } = tierStatus(program, account.qualifyingDays, day);
  const earned = earnedBy(
    { ...data, accrualBase: { amountMinor: data.accrualBase, currency: data.currency } },
    { earnRates: program.earnRates, multiplierPercent: tier.earnMultiplierPercent },
  );
  return newEntry(
    {
      ...earned,
      id: entryIds.accrual(data.orderId),
      type: 'ACCRUAL',
      walletCode: program.pointsWallet.code,
      orderId: data.orderId,
      storeCode: data.storeCode,
      description: `Earned with order ${data.number}`,
      occurredAt,
      expiresOn: addDays(day, program.pointsLifeDays),
      countsOn: day,
    },
    now,
  );
};

/**
 * Enters the points of a completed order, once (I4), and what refunds that came before it take back. Whether it is
 * there is asked of the account first and of the ledger second: an entry leaves the account only for the ledger.
 */
export const accrueOrder = async (parts: OrderEventParts, event: Completed, signal?: AbortSignal): Promise<void> => {
  const { repositories, now, nudge } = parts;
  const account = await memberOrWaiting(parts, event);
  if (account === null) return;
  const { orderId } = event.data;
  const id = entryIds.accrual(orderId);
  const program = await programOfAccount(repositories, account);
  await changeAccount({
    table: repositories.accounts.table,
    account,
    now: now(),
    signal,
    step: async (current) => {
      if (entryIn(current, id) !== undefined) return null;
      if ((await repositories.ledger.table.get({ partition: id })) !== null) return null;
      const accrual = accrualOf(current, event, { program, now: now() });
      if (accrual.points === 0 && accrual.qualifyingPoints === 0) {
        return { state: current, events: settledWithout(current, accrual, now().toISOString()), silently: true };
      }
      const refunds = current.refunds.filter((refund) => refund.orderId === orderId);
      const rules = { ids: entryIds, pointsLifeDays: program.pointsLifeDays, now: now() };
      const reversals = missingRefundEntries([accrual], refunds, rules);
      return { state: withEntries(current, [accrual, ...reversals]) };
    },
  });
  nudge();
};
