import { amountText } from './amounts.ts';
import { outcomeOf } from './outcomes.ts';
import type { PaymentRow } from './payments.ts';
import { accountTypeOf, type CardRow, type Vault } from './vault.ts';

type Payment = Omit<PaymentRow, 'sequence'>;

const settlementStatus = (payment: Payment): string => {
  if (outcomeOf(payment.outcome).respstat !== 'A') return 'Declined';
  if (payment.voidedAt !== null) return 'Voided';
  if (payment.settledAt !== null) return 'Accepted';
  return payment.capturedAt === null ? 'Authorized' : 'Queued for Capture';
};

/** What every answer about one payment starts with. After a capture, `amount` is what was captured. */
export const paymentReply = (payment: Payment): object => ({
  ...outcomeOf(payment.outcome),
  respproc: 'PPS',
  retref: payment.retref,
  merchid: payment.merchid,
  orderId: payment.orderid,
  amount: amountText(payment.capturedAt === null ? payment.amount : payment.captured, payment.currency),
  currency: payment.currency,
  setlstat: settlementStatus(payment),
});

/** That of the stored card, else what the token says; undefined when it says nothing. */
const networkOf = ({ token, profileid, acctid }: Payment, vault: Vault): CardRow['accttype'] | undefined => {
  const card = profileid === null || acctid === null ? undefined : vault.card(profileid, acctid);
  return card?.accttype ?? accountTypeOf(token);
};

export const authReply = (payment: Payment, vault: Vault): object => ({
  ...paymentReply(payment),
  token: payment.token,
  account: payment.token,
  expiry: payment.expiry,
  accttype: networkOf(payment, vault),
  ...(outcomeOf(payment.outcome).respstat === 'A' && {
    authcode: payment.authcode,
    avsresp: 'Y',
    cvvresp: 'M',
    ...(payment.profileid !== null && { profileid: payment.profileid, acctid: payment.acctid }),
  }),
});

const dateText = (instant: string) => instant.slice(0, 10).replaceAll('-', '');

/** What an inquiry says: the payment as it stands now. */
export const inquiryReply = (payment: Payment, refunded: number, vault: Vault): object => {
  const approved = outcomeOf(payment.outcome).respstat === 'A' && payment.voidedAt === null;
  const authorisation = approved && payment.type === 'AUTH';
  const settled = payment.settledAt !== null;
  return {
    ...authReply(payment, vault),
    authdate: dateText(payment.authorizedAt),
    ...(payment.capturedAt !== null && { capturedate: dateText(payment.capturedAt) }),
    voidable: authorisation && !settled ? 'Y' : 'N',
    refundable: authorisation && settled && refunded < payment.captured ? 'Y' : 'N',
    refundtotal: amountText(refunded, payment.currency),
    ...(payment.original !== null && { originalretref: payment.original }),
  };
};

export const cardReply = (card: CardRow): object => ({
  profileid: card.profileid,
  acctid: card.acctid,
  token: card.token,
  accttype: card.accttype,
  expiry: card.expiry,
  name: card.name,
  walletpay: card.walletpay === 1 ? 'Y' : 'N',
  defaultacct: card.defaultacct === 1 ? 'Y' : 'N',
});
