import { update } from '@qsr/subgraph/writing';
import type { Work } from '../context.ts';
import { fitsCustomerCaps, type Use, type WalletEntry } from '../domain/customer-offer.ts';
import {
  ineligibilityReasons,
  newcomer,
  type CustomerStanding,
  type IneligibilityReason,
} from '../domain/eligibility.ts';
import type { Counters } from '../domain/marks.ts';
import type { Offer } from '../domain/offer.ts';
import { reserveMark, taking, type Line, type Refusal } from '../domain/reservation.ts';
import type { StoreScope } from '../domain/store-scope.ts';
import { entryOf, hasUses, lapsedUses, withoutLapsed, withoutUses, withReservedUses } from '../domain/wallet.ts';
import { withEntries, type CustomerOffersItem } from '../repository/customer-offers.ts';
import type { ReservationItem } from '../repository/reservations.ts';

/** `anew`: everything that can stand in the way is judged. `caps`: the guest has paid already; only caps count. */
export type Strictness = 'anew' | 'caps';

/** What lines are judged by. */
interface Facts {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly customer: CustomerStanding;
  readonly store: StoreScope | null;
}

const factsOf = async ({ lines, customerId, storeId }: ReservationItem, { repositories }: Work): Promise<Facts> => {
  const [offers, standing, store] = await Promise.all([
    repositories.offers.table.getMany(lines.map(({ offerId }) => ({ partition: offerId }))),
    customerId === null ? null : repositories.customerStandings.table.get({ partition: customerId }),
    repositories.storeScopes.table.get({ partition: storeId }),
  ]);
  const known = offers.flatMap((offer) => (offer === null ? [] : [[offer.id, offer] as const]));
  return { offers: new Map(known), customer: standing ?? newcomer, store };
};

interface Judged {
  readonly line: Line;
  readonly entry: WalletEntry | null;
  readonly facts: Facts;
}

/**
 * The first reason against a line. The daypart was right when the quote was made, and a quote holds for its minutes.
 * Total cap and budget are not looked at here: the counters themselves refuse.
 */
const reasonAgainst = (
  { line, entry, facts: { offers, customer, store } }: Judged,
  { channel }: ReservationItem,
  { strictness, now }: { readonly strictness: Strictness; readonly now: Date },
): IneligibilityReason | null => {
  const offer = offers.get(line.offerId);
  if (offer === undefined) return 'NOT_IN_AUDIENCE';
  if (strictness === 'anew') {
    const reasons = ineligibilityReasons({ offer, entry, customer, usage: {} }, { now, store, channel });
    const [reason] = reasons.filter((one) => one !== 'WRONG_DAYPART');
    if (reason !== undefined) return reason;
    if (line.uses > offer.caps.perCheck) return 'CUSTOMER_CAP_REACHED';
  }
  const fits = fitsCustomerCaps(offer, entry, { count: line.uses, now, timeZone: store?.timeZone ?? 'UTC' });
  return fits ? null : 'CUSTOMER_CAP_REACHED';
};

const refusalsOf = (
  entries: readonly WalletEntry[],
  { item, facts }: { readonly item: ReservationItem; readonly facts: Facts },
  judging: { readonly strictness: Strictness; readonly now: Date },
): Refusal[] =>
  item.lines.flatMap((line) => {
    const reason = reasonAgainst({ line, entry: entryOf(entries, line.offerId), facts }, item, judging);
    return reason === null ? [] : [{ offerId: line.offerId, reason }];
  });

/** Whose time is up but whose checkout has committed: nobody came to say so in the wallet yet. */
const committedAmong = async (uses: readonly Use[], { repositories }: Work): Promise<(use: Use) => boolean> => {
  const checkoutIds = uses.flatMap(({ checkoutId }) => (checkoutId === undefined ? [] : [checkoutId]));
  if (checkoutIds.length === 0) return () => false;
  const found = await repositories.reservations.table.getMany(checkoutIds.map((id) => ({ partition: id })));
  const committed = new Set(
    found
      .flatMap((item) => (item?.status === 'COMMITTED' ? item.lines : []))
      .filter(({ reversal }) => reversal?.status !== 'DONE')
      .map(({ redemptionId }) => redemptionId),
  );
  return ({ redemptionId }) => committed.has(redemptionId);
};

/**
 * Takes the customer's share: one conditional write of their wallet. Uses whose time is up make room, and are taken out
 * as they do: a checkout that commits late sees by that whether its place was given away. Guests have no share.
 */
export const takeUses = async (
  item: ReservationItem,
  { until, strictness }: { readonly until: string; readonly strictness: Strictness },
  work: Work,
): Promise<readonly Refusal[]> => {
  const { customerId, lines } = item;
  if (lines.length === 0) return [];
  const facts = await factsOf(item, work);
  if (customerId === null) return refusalsOf([], { item, facts }, { strictness, now: work.now() });
  await work.repositories.customerOffers.ensure(customerId);
  let refusals: readonly Refusal[] = [];
  await update<CustomerOffersItem>({
    table: work.repositories.customerOffers.table,
    key: { partition: customerId },
    signal: work.signal,
    step: async (wallet) => {
      const now = work.now();
      const keepsItsPlace = strictness === 'caps' && hasUses(wallet.entries, lines);
      const others = withoutUses(wallet.entries, lines);
      const lapsed = lapsedUses(
        others,
        lines.map(({ offerId }) => offerId),
        now,
      );
      const counting = withoutLapsed(others, lapsed, await committedAmong(lapsed, work));
      refusals = keepsItsPlace ? [] : refusalsOf(counting, { item, facts }, { strictness, now });
      if (refusals.length > 0) return null;
      const own = withReservedUses(keepsItsPlace ? wallet.entries : counting, item, { at: now.toISOString(), until });
      return { state: withEntries(wallet, own, now.toISOString()) };
    },
  });
  return refusals;
};

const limitsOf = ({ caps: { total, budget } }: Offer): Counters => ({
  ...(total === null ? {} : { taken: total }),
  ...(budget === null ? {} : { [`spent${budget.currency}`]: budget.amountMinor }),
});

/** Takes from total caps and budgets. `overtaken`: a later try of the same checkout is at it. */
export const takeTotals = async (
  item: ReservationItem,
  { repositories, tallies, now }: Work,
): Promise<readonly Refusal[] | 'overtaken'> => {
  const offers = await repositories.offers.table.getMany(item.lines.map(({ offerId }) => ({ partition: offerId })));
  const answers = await Promise.all(
    item.lines.map(async (line, place) => {
      const offer = offers[place];
      const limits = offer == null ? {} : limitsOf(offer);
      const at = now().toISOString();
      const placement = { key: reserveMark(item.checkoutId), token: item.attempt, add: taking(line), limits, at };
      return { line, placed: await tallies.usage.place(line.offerId, placement) };
    }),
  );
  if (answers.some(({ placed }) => 'fenced' in placed)) return 'overtaken';
  return answers.flatMap(({ line: { offerId }, placed }) => {
    if (!('full' in placed)) return [];
    return [
      { offerId, reason: placed.full === 'taken' ? ('TOTAL_CAP_REACHED' as const) : ('BUDGET_EXHAUSTED' as const) },
    ];
  });
};
