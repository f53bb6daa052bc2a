import { update } from '@qsr/subgraph/writing';
import type { WalletEntry } from '../domain/customer-offer.ts';
import { entryOf, uncounted, withEntry } from '../domain/wallet.ts';
import type { Work } from '../context.ts';
import { withEntries, type CustomerOffersItem } from '../repository/customer-offers.ts';

const withCounting = (
  entries: readonly WalletEntry[],
  of: readonly WalletEntry[],
  counting: WalletEntry['counting'],
): readonly WalletEntry[] => of.reduce((all, entry) => withEntry(all, { ...entry, counting }), entries);

/** The next try: its token is the version that it is written as, which nobody else gets. */
const intend = (customerId: string, { repositories, signal, now }: Work) => {
  let token = 0;
  return update<CustomerOffersItem>({
    table: repositories.customerOffers.table,
    key: { partition: customerId },
    signal,
    step: (wallet) => {
      const waiting = uncounted(wallet.entries);
      if (waiting.length === 0) return null;
      token = wallet.version + 1;
      const entries = withCounting(wallet.entries, waiting, { token, done: false });
      return { state: withEntries(wallet, entries, now().toISOString()), silently: true };
    },
  }).then((wallet) => ({ wallet, token }));
};

/** Says that those of our token are counted. Others are in later hands. */
const conclude = (customerId: string, token: number, { repositories, signal, now }: Work) =>
  update<CustomerOffersItem>({
    table: repositories.customerOffers.table,
    key: { partition: customerId },
    signal,
    step: (wallet) => {
      const ours = uncounted(wallet.entries).filter(({ counting }) => counting?.token === token);
      const entries = withCounting(wallet.entries, ours, { token, done: true });
      return ours.length === 0 ? null : { state: withEntries(wallet, entries, now().toISOString()), silently: true };
    },
  });

/** Counts a customer among those who activated an offer: once, however often they do and whoever dies on the way. */
export const countActivations = async (customerId: string, work: Work): Promise<number> => {
  const { wallet, token } = await intend(customerId, work);
  const ours = uncounted(wallet?.entries ?? []).filter(({ counting }) => token > 0 && counting?.token === token);
  const key = `activate/${customerId}`;
  const at = work.now().toISOString();
  const add = { activated: 1 };
  await Promise.all(ours.map(({ offerId }) => work.tallies.usage.place(offerId, { key, token, add, limits: {}, at })));
  const after = ours.length === 0 ? null : await conclude(customerId, token, work);
  await Promise.all(
    ours.map(({ offerId }) => {
      const counting = entryOf(after?.entries ?? [], offerId)?.counting;
      const counts = counting?.done === true && counting.token === token;
      return work.tallies.usage.settle(offerId, { key, token, counts });
    }),
  );
  return ours.length;
};
