import { startPaymentSimulator, type SimulatedCard } from '@qsr/simulators';
import { customers, startOrders } from './world.ts';

const credentials = 'merchant:secret';

const cards = (): SimulatedCard[] =>
  customers.flatMap(({ vault, profile }) =>
    (vault?.cards ?? []).map((card) => ({
      profileid: vault!.profileId,
      acctid: card.acctId,
      token: card.token,
      accttype: 'VISA' as const,
      expiry: `${String(card.expiryMonth).padStart(2, '0')}${card.expiryYear % 100}`,
      name: profile.givenName,
      walletpay: card.type === 'WALLET_PAY' ? (1 as const) : (0 as const),
      defaultacct: card.isDefault ? (1 as const) : (0 as const),
    })),
  );

/** The subgraph with a simulated payment system that holds the world's cards. `break` gives that system faults. */
export const startWithVault = async (mode: 'bulk' | 'single') => {
  await using opened = new AsyncDisposableStack();
  const simulator = opened.use(await startPaymentSimulator({ book: ':memory:', credentials, mode, cards: cards() }));
  const url = `${simulator.url}/cardconnect/rest`;
  const orders = opened.use(await startOrders({ url, credentials, merchantId: '101', mode }));
  const running = opened.move();
  const breakVault = (faults: object) =>
    fetch(`${simulator.adminUrl}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
  /** Ids of all profiles that the vault has. */
  const profiles = async (): Promise<ReadonlySet<string>> => {
    const book = (await (await fetch(`${simulator.adminUrl}/book`)).json()) as { cards: Array<{ profileid: string }> };
    return new Set(book.cards.map(({ profileid }) => profileid));
  };
  return { ...orders, break: breakVault, profiles, [Symbol.asyncDispose]: () => running.disposeAsync() };
};
