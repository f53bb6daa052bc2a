import type { OfferEvaluation } from '@qsr/commands';
import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import type { Work } from '../context.ts';
import { ineligibilityReasons, newcomer, type Circumstances } from '../domain/eligibility.ts';
import type { Offer } from '../domain/offer.ts';
import type { Usage } from '../domain/usage.ts';
import { entryOf } from '../domain/wallet.ts';

/** Which offers somebody would like to use, where and when (RFC 3339). */
export interface EvaluateInput {
  readonly customerId: string | null;
  readonly storeId: string;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly at: string;
  readonly offerIds: readonly string[];
}

/** The effect without what is absent, as the contract wants it. */
const effectOf = ({ effect, kind, minimumSubtotal, stacking, caps, id }: Offer): OfferEvaluation => ({
  offerId: id,
  eligible: true,
  kind,
  effect: { ...effect, menuItemIds: effect.menuItemIds && [...effect.menuItemIds] },
  stacking,
  minimumSubtotal,
  perCheck: caps.perCheck,
});

const factsOf = async ({ customerId, storeId, offerIds }: EvaluateInput, { repositories }: Work) => {
  const keys = [...new Set(offerIds)].map((id) => ({ partition: id }));
  const ofCustomer = { partition: customerId ?? '' };
  const [offers, usages, wallet, standing, store] = await Promise.all([
    repositories.offers.table.getMany(keys),
    repositories.offerUsage.table.getMany(keys),
    customerId === null ? null : repositories.customerOffers.table.get(ofCustomer),
    customerId === null ? null : repositories.customerStandings.table.get(ofCustomer),
    repositories.storeScopes.table.get({ partition: storeId }),
  ]);
  return {
    offers: new Map(offers.flatMap((offer) => (offer === null ? [] : [[offer.id, offer]]))),
    usages: new Map(usages.flatMap((usage) => (usage === null ? [] : [[usage.offerId, usage as Usage]]))),
    entries: wallet?.entries ?? [],
    customer: standing ?? newcomer,
    store,
  };
};

/** What each offer would give, or the first reason why it cannot be used. Reads only; many offers cost as much as one. */
export const evaluateOffers = async (input: EvaluateInput, work: Work): Promise<{ offers: OfferEvaluation[] }> => {
  const { offers, usages, entries, customer, store } = await factsOf(input, work);
  const { channel, handoffMode, at, offerIds } = input;
  const circumstances: Circumstances = { now: new Date(at), store, channel, handoffMode };
  const evaluated = offerIds.map((offerId): OfferEvaluation => {
    const offer = offers.get(offerId);
    if (offer === undefined) return { offerId, eligible: false, reason: 'NOT_IN_AUDIENCE' };
    const candidate = { offer, customer, usage: usages.get(offerId) ?? {}, entry: entryOf(entries, offerId) };
    const [reason] = ineligibilityReasons(candidate, circumstances);
    return reason === undefined ? effectOf(offer) : { offerId, eligible: false, reason };
  });
  return { offers: evaluated };
};
