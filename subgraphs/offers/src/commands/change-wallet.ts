import { changeOnce, keyError, type Decision } from '@qsr/subgraph/writing';
import type { Stored } from '@qsr/store';
import type { Context } from '../context.ts';
import { entryOf } from '../domain/wallet.ts';
import { newcomer, type Candidate } from '../domain/eligibility.ts';
import type { CustomerOffersItem } from '../repository/customer-offers.ts';
import { offerError, payloadOf, refused, type Payload } from './payload.ts';

type Wallet = Stored<CustomerOffersItem>;

/** Carries out a mutation on the signed-in customer's own wallet, once. `decide` has no effects. */
export const changeWallet = async (
  mutation: string,
  { input, context }: { readonly input: { readonly idempotencyKey: string }; readonly context: Context },
  decide: (wallet: Wallet) => Promise<Decision<CustomerOffersItem, Payload>>,
): Promise<Payload> => {
  const { viewer, repositories, now, signal } = context;
  const call = { viewer, mutation, input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refused(offerError(keyFault));
  const customerId = viewer.customerId ?? '';
  await repositories.customerOffers.ensure(customerId);
  const table = repositories.customerOffers.table;
  const result = await changeOnce({ table, key: { partition: customerId }, call, now: now(), signal, decide });
  return payloadOf(result);
};

/** What an activation is judged by; null for an offer that does not exist. */
export const candidateOf = async (
  { customerId, entries }: CustomerOffersItem,
  offerId: string,
  { repositories }: Pick<Context, 'repositories'>,
): Promise<Candidate | null> => {
  const [offer, usage, standing] = await Promise.all([
    repositories.offers.table.get({ partition: offerId }),
    repositories.offerUsage.table.get({ partition: offerId }),
    repositories.customerStandings.table.get({ partition: customerId }),
  ]);
  if (offer === null) return null;
  return { offer, entry: entryOf(entries, offerId), customer: standing ?? newcomer, usage: usage ?? {} };
};

/** A refusal that is remembered under the key. */
export const refusal = (...error: Parameters<typeof refused>): { readonly refused: Payload } => ({
  refused: refused(...error),
});
