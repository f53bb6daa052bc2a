import {
  startLoyaltySimulator,
  startPaymentSimulator,
  type SimulatedAccount,
  type SimulatedCard,
} from '../src/index.ts';
import type { LoyaltySimulatorOptions, PaymentSimulatorOptions, Simulator } from '../src/index.ts';

const credentials = 'integration:secret';

/** Beyond 2^53 and odd: a double cannot hold it. */
export const annId = '7100000000000000001';
export const benId = '7100000000000000003';

const person = (firstName: string) => ({
  firstName,
  lastName: 'Rivera',
  email: `${firstName.toLowerCase()}@example.com`,
  optIn: false,
});

const accounts: SimulatedAccount[] = [
  {
    accountId: annId,
    printedCardNumber: '6000201000200841',
    user: person('Ann'),
    lots: [
      { walletCode: 1, points: 5_000, expiresOn: '2026-12-31' },
      { walletCode: 1, points: 7_050, expiresOn: '2026-06-30' },
    ],
  },
  { accountId: benId, printedCardNumber: '6000201000200858', user: person('Ben') },
];

const card = (acctid: string, token: string): SimulatedCard => ({
  ...{ profileid: '10000000000000000001', acctid, token, accttype: 'VISA', expiry: '1228', name: 'Ann Rivera' },
  ...{ walletpay: 0, defaultacct: acctid === '1' ? 1 : 0 },
});

/** A clock that stands until it is moved. */
export const fakeClock = (start = '2026-03-10T12:00:00.000Z') => {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    move: (milliseconds: number) => {
      at += milliseconds;
    },
  };
};

export const startLoyalty = (options: Partial<LoyaltySimulatorOptions> = {}) =>
  startLoyaltySimulator({ book: ':memory:', credentials, now: fakeClock().now, accounts, ...options });

export const startPayment = (options: Partial<PaymentSimulatorOptions> = {}) =>
  startPaymentSimulator({
    ...{ book: ':memory:', credentials, now: fakeClock().now },
    cards: [card('1', '9418594164541111'), card('2', '9418594164544242')],
    ...options,
  });

interface CallOptions {
  readonly method?: string;
  readonly body?: object | string;
  readonly credentials?: string;
  readonly signal?: AbortSignal;
}

/** One HTTP call, answered as text, since the digits of the wire matter. */
export const callText = async (url: string, options: CallOptions = {}) => {
  const { body } = options;
  const response = await fetch(url, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Basic ${btoa(options.credentials ?? credentials)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return { status: response.status, text: await response.text() };
};

type Json = Record<string, unknown>;

/** The same with every number as the string of its digits. */
export const call = async (url: string, options: CallOptions = {}): Promise<{ status: number; body: Json }> => {
  const { status, text } = await callText(url, options);
  const quoted = text.replaceAll(/(?<=[:[,])-?\d+(\.\d+)?(?=[,\]}])/g, '"$&"');
  return { status, body: JSON.parse(quoted) as Json };
};

export const setFaults = (simulator: Simulator, plan: object) =>
  call(`${simulator.adminUrl}/faults`, { method: 'PUT', body: plan });

/** A read of the admin port; its numbers are small. */
export const admin = async <Report>(simulator: Simulator, path: string): Promise<Report> =>
  JSON.parse((await callText(`${simulator.adminUrl}/${path}`)).text) as Report;

/** URL of a loyalty service. */
export const rest = (simulator: Simulator, name: string) => `${simulator.url}/rest/26.6/${name}.json`;

/** URL of a read of one account. */
export const accountUrl = (simulator: Simulator, accountId: string) =>
  `${rest(simulator, 'guest/accountInformation')}?authentication=b2b&merchantId=1000&accountId=${accountId}`;

/** URL of a payment service. */
export const gateway = (simulator: Simulator, path: string) => `${simulator.url}/cardconnect/rest/${path}`;

export const headerInfo = (posTransactionId: string, day = '2026-03-10') => ({
  ...{ merchantId: 1000, storeCode: '0042', operatorId: '0', terminalId: '1', posTransactionId },
  ...{ posTransactionDatetime: `${day} 12:00`, senderId: 'POS', programId: 'PX' },
});

export const annCard = { printedCardNumber: '6000201000200841' };

/** Body of an addRedeem for Ann. */
export const addRedeem = (posTransactionId: string, change: { add?: string; redeem?: string }) =>
  JSON.stringify({
    headerInfo: headerInfo(posTransactionId),
    cardInfo: annCard,
    addWalletContents: change.add === undefined ? [] : [{ walletCode: 1, quantity: Number(change.add) }],
    redeemWalletContents: change.redeem === undefined ? [] : [{ walletCode: 1, quantity: Number(change.redeem) }],
  });
