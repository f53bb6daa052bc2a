import type { Stack } from '@qsr/local-stack/stack';

/** A payment of the payment system's own book. Amounts are minor units, instants RFC 3339 or null. */
export interface Payment {
  readonly retref: string;
  readonly type: string;
  /** The payment that a refund gives back. */
  readonly original: string | null;
  readonly orderid: string;
  readonly amount: number;
  readonly captured: number;
  readonly outcome: string;
  readonly capturedAt: string | null;
  readonly settledAt: string | null;
  readonly voidedAt: string | null;
  readonly refunded: number;
}

/** A transaction of the loyalty system's own book. Points are hundredths. */
export interface Posting {
  readonly pxTransactionId: string;
  readonly accountId: string;
  readonly requestType: string;
  readonly posTransactionId: string;
  readonly reverses: string | null;
  readonly movements: ReadonlyArray<{ readonly operationType: number; readonly points: number }>;
}

/** An account of the loyalty system; points are hundredths. */
export interface LegacyAccount {
  readonly accountId: string;
  /** The customer it was made for. */
  readonly customerNumber: string | null;
  readonly wallets: ReadonlyArray<{ readonly walletCode: number; readonly points: number }>;
}

/** An order of the point of sale's own book. */
export interface PosOrder {
  readonly orderId: string;
  readonly status: string;
  readonly submittedAt: string | null;
}

/** A change in the point of sale's book. */
export interface PosChange {
  readonly orderId: string;
  readonly status: string;
}

/** What the simulated systems hold to have happened. */
export interface Books {
  readonly payments: readonly Payment[];
  readonly postings: readonly Posting[];
  readonly accounts: readonly LegacyAccount[];
  readonly posOrders: readonly PosOrder[];
  readonly posChanges: readonly PosChange[];
}

/** The admin port of a simulated system. */
export const adminOf = (stack: Pick<Stack, 'announced'>, system: string): string => {
  const url = stack.announced(system).get(`${system}-admin`);
  if (url === undefined) throw new Error(`${system} announced no admin port`);
  return url;
};

const read = async <Book>(stack: Stack, system: string): Promise<Book> => {
  const response = await fetch(`${adminOf(stack, system)}/book`);
  if (!response.ok) throw new Error(`${system} does not show its book: HTTP ${response.status}`);
  return (await response.json()) as Book;
};

export const readBooks = async (stack: Stack): Promise<Books> => {
  const [payment, loyalty, pos] = await Promise.all([
    read<{ payments: Payment[] }>(stack, 'legacy-payment'),
    read<{ accounts: LegacyAccount[]; transactions: Posting[] }>(stack, 'legacy-loyalty'),
    read<{ orders: PosOrder[]; changes: PosChange[] }>(stack, 'pos'),
  ]);
  return {
    payments: payment.payments,
    postings: loyalty.transactions,
    accounts: loyalty.accounts,
    posOrders: pos.orders,
    posChanges: pos.changes,
  };
};
