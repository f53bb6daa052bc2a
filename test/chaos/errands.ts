import type { Customer } from './customer.ts';
import type { Intention, Market } from './intentions.ts';
import { randomOf, type Random } from './random.ts';

/** The address that the customer of a checkout signs up with: its own, whatever is tried how often. */
export const emailOf = (seed: number, index: number): string => `chaos.${seed}.${index}@example.com`;

/** Edition of every legal text that is in force. */
const edition = '2.0';
const occasion = { source: 'APP', jurisdiction: 'US-CA' };

const decisions = (random: Random) =>
  (['EMAIL', 'SMS'] as const)
    .slice(0, random.between(1, 2))
    .map((channel) => ({ purpose: 'MARKETING', channel, granted: random.chance(0.5), policyVersion: edition }));

const signUp = async (customer: Customer, random: Random, email: string): Promise<string | null> => {
  const answer = await customer.call('signUp', 'sign up', {
    ...occasion,
    givenName: 'Robin',
    email,
    locale: 'en-US',
    termsVersion: edition,
    consents: decisions(random),
  });
  return answer?.payload.customer?.id ?? null;
};

/** Does what somebody does before they order. Answers as whom they go on: who signs up is a customer from then on. */
export const runErrand = async (
  customer: Customer,
  { seed, market }: { readonly seed: number; readonly market: Market },
  { index, errand, customerId }: Intention,
): Promise<string | null> => {
  const random = randomOf(seed, 'errands', index);
  switch (errand) {
    case 'nothing':
      break;
    case 'sign up':
      return signUp(customer, random, emailOf(seed, index));
    case 'consent':
      await customer.call('recordConsents', 'consent', { ...occasion, consents: decisions(random) });
      break;
    case 'activate':
      await customer.call('activateOffer', 'activate', { offerId: random.pick(market.offerIdsToActivate) });
      break;
    case 'claim':
      await customer.call('claimOfferCode', 'claim', { code: random.pick(market.promoCodes) });
      break;
  }
  return customerId;
};
