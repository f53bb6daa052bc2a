import { startPaymentSimulator, type PaymentSimulatorOptions, type Simulator } from '@qsr/simulators';
import { onTestFinished } from 'vitest';
import { createPaymentClient, type PaymentClientOptions } from '../src/index.ts';
import { adminOf, unhurried } from './system.ts';

const credentials = 'merchant:secret';

export const profileId = '19000000000000000001';

export const startPayment = async (
  options: Partial<PaymentSimulatorOptions> = {},
  clientOptions: Partial<PaymentClientOptions> = {},
) => {
  const card = { profileid: profileId, expiry: '0731', name: 'Ann Example', walletpay: 0, defaultacct: 1 } as const;
  const simulator = await startPaymentSimulator({
    ...{ book: ':memory:', credentials },
    cards: [{ ...card, acctid: '1', token: '9418594164541111', accttype: 'DISC' }],
    ...options,
  });
  const client = createPaymentClient({
    url: `${simulator.url}/cardconnect/rest`,
    ...{ credentials, merchantId: '800000000264', mode: 'single' },
    ...{ limits: unhurried, writeLimits: unhurried },
    ...clientOptions,
  });
  onTestFinished(async () => {
    await simulator.close();
    await client.close();
  });
  return { simulator, client, admin: adminOf(simulator) };
};

interface Payment {
  readonly type: 'AUTH' | 'REFUND';
  readonly amount: number;
  readonly captured: number;
  readonly voidedAt: string | null;
}

/** What the gateway's book holds under one of our ids. */
export const paymentsOf = async ({ adminUrl }: Simulator, attemptId: string): Promise<readonly Payment[]> => {
  const response = await fetch(`${adminUrl}/book?orderid=${attemptId}`);
  return ((await response.json()) as { payments: Payment[] }).payments;
};
