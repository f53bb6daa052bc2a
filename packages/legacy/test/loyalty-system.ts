import { startLoyaltySimulator, type LoyaltySimulatorOptions, type Simulator } from '@qsr/simulators';
import { onTestFinished } from 'vitest';
import { createLoyaltyClient, type LoyaltyClientOptions } from '../src/index.ts';
import { adminOf, unhurried } from './system.ts';

const credentials = 'integration:secret';
export const annCard = '6000201000200841';
export const benCard = '6000201000200858';

const accounts = [
  {
    accountId: '7100000000000000001',
    printedCardNumber: annCard,
    lots: [{ walletCode: 1, points: 50_000, expiresOn: '2030-12-31' }],
  },
  { accountId: '7100000000000000003', printedCardNumber: benCard, registrationCode: '4711' },
];

export const startLoyalty = async (
  options: Partial<LoyaltySimulatorOptions> = {},
  clientOptions: Partial<LoyaltyClientOptions> = {},
) => {
  const simulator = await startLoyaltySimulator({ book: ':memory:', credentials, accounts, ...options });
  const connect = (more: Partial<LoyaltyClientOptions> = {}) => {
    const client = createLoyaltyClient({
      url: `${simulator.url}/rest/26.6`,
      ...{ credentials, merchantId: '100', mode: 'fanout' },
      ...{ limits: unhurried, writeLimits: unhurried },
      ...clientOptions,
      ...more,
    });
    onTestFinished(() => client.close());
    return client;
  };
  onTestFinished(() => simulator.close());
  const client = connect();
  return { simulator, client, connect, admin: adminOf(simulator) };
};

interface Book {
  readonly accounts: ReadonlyArray<{
    readonly accountId: string;
    readonly customerNumber: string | null;
    readonly optIn: boolean;
    readonly textCampaignOptIn: boolean;
    readonly wallets: ReadonlyArray<{ readonly points: number }>;
  }>;
  readonly transactions: ReadonlyArray<{ readonly posTransactionId: string; readonly pxTransactionId: string }>;
}

export const bookOf = async ({ adminUrl }: Simulator) => (await (await fetch(`${adminUrl}/book`)).json()) as Book;
