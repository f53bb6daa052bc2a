/** An account as the legacy loyalty system, the owner of posted balances, last told it. Plain data: it may be stored. */
export interface LegacyAccount {
  /** 64-bit id in digits. */
  readonly accountId: string;
  /** Posted, spendable, whole points; fractions are rounded down. Below zero after the reversal of spent points. */
  readonly points: number;
  /** The same with its fraction, as the legacy system writes it. */
  readonly pointsDecimal: string;
  /** Soonest first; whole points of each lot. */
  readonly expirations: ReadonlyArray<{ readonly points: number; readonly expiresOn: string }>;
  readonly tierCode: string;
  /** RFC 3339 instant of the moment when it was asked for. */
  readonly asOf: string;
}

/** What a transaction did to a wallet. The voids take an earlier one back. */
export type WalletOperation = 'ADD' | 'SUBTRACT' | 'VOID_ADD' | 'VOID_SUBTRACT';

/** One posted transaction of the legacy system's history. */
export interface LegacyTransaction {
  /** 64-bit id in digits. */
  readonly transactionId: string;
  /** The id its sender gave it: ours, for what this product has posted. */
  readonly posTransactionId: string;
  /** RFC 3339. */
  readonly occurredAt: string;
  readonly type: string;
  readonly storeCode: string;
  readonly reversed: boolean;
  /** Whole points and the exact decimal, never negative: the operation says the direction. */
  readonly changes: ReadonlyArray<{
    readonly walletCode: number;
    readonly operation: WalletOperation;
    readonly points: number;
    readonly pointsDecimal: string;
  }>;
}

/** Both days are inclusive, `YYYY-MM-DD`, in UTC. */
export interface HistoryQuery {
  readonly from: string;
  readonly to: string;
  /** Most transactions answered, newest first. */
  readonly limit: number;
}
