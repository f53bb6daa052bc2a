export type {
  ConnectionOptions,
  LegacyClientOptions,
  LegacySessionOptions,
  Limits,
  Log,
  WriteLimits,
} from './options.ts';
export type { NotSent, Refused, Unknown, Unsettled } from './outcome.ts';
export type { HistoryQuery, LegacyAccount, LegacyTransaction, WalletOperation } from './loyalty/account.ts';
export {
  createLoyaltyClient,
  type LoyaltyClient,
  type LoyaltyClientOptions,
  type LoyaltySession,
  type LoyaltyWrites,
} from './loyalty/client.ts';
export type { CardProof, EnrolmentOutcome, LegacyMember, NewMember } from './loyalty/member.ts';
export type {
  LegacyPosting,
  NewPosting,
  NewReversal,
  PostingKey,
  PostingOutcome,
  PostingRefusal,
  RequestType,
  SettledPosting,
} from './loyalty/posting.ts';
export type { OnceOptions } from './loyalty/postings.ts';
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
  type PaymentWrites,
} from './payment/client.ts';
export { isVoided } from './payment/payment.ts';
export type {
  AuthorizationOutcome,
  ChargedCard,
  LegacyPayment,
  NewAuthorization,
  NewRefund,
  PaymentChange,
  PaymentChangeOutcome,
  PaymentRefusal,
  PaymentSource,
} from './payment/payment.ts';
export type {
  NewPaymentMethod,
  NewProfile,
  OpenedProfile,
  RemovedPaymentMethod,
  SavedPaymentMethod,
} from './payment/vault.ts';
export { createPosClient, type PosClient, type PosClientOptions, type PosSession } from './pos/client.ts';
export type {
  PosCancellation,
  PosChange,
  PosChanges,
  PosCheck,
  PosCheckIn,
  PosLine,
  PosOrder,
  PosOrderState,
  PosStatus,
  PosSubmission,
} from './pos/order.ts';
