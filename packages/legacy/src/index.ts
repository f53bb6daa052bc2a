export type { LegacyClientOptions, LegacySessionOptions, Limits, Log } from './options.ts';
export type { HistoryQuery, LegacyAccount, LegacyTransaction, WalletOperation } from './loyalty/account.ts';
export {
  createLoyaltyClient,
  type LoyaltyClient,
  type LoyaltyClientOptions,
  type LoyaltySession,
} from './loyalty/client.ts';
export {
  createAccountReader,
  type AccountCache,
  type AccountReader,
  type AccountReaderOptions,
  type AccountReading,
  type AccountReadings,
  type AccountSnapshots,
  type Freshness,
} from './loyalty/reader.ts';
export type { StoredCard } from './payment/card.ts';
export {
  createPaymentClient,
  type PaymentClient,
  type PaymentClientOptions,
  type PaymentSession,
} from './payment/client.ts';
