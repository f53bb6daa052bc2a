import type { CustomerFact, OrderFact, VaultCardFact, VaultFact } from '@qsr/seed';
import type { NewPayment } from '../payment/payments.ts';
import type { PaymentBook } from '../payment/system.ts';
import type { NewCard } from '../payment/vault.ts';
import type { SeedTarget } from './seed-book.ts';

type PaymentFact = NonNullable<OrderFact['check']['tenders'][number]['payment']>;

const cardTypes = { Visa: 'VISA', Mastercard: 'MC', 'American Express': 'AMEX', Discover: 'DISC' } as const;

const monthAndYear = ({ expiryMonth, expiryYear }: VaultCardFact): string =>
  `${String(expiryMonth).padStart(2, '0')}${String(expiryYear % 100).padStart(2, '0')}`;

const cardsOf = (vault: VaultFact, name: string): NewCard[] =>
  vault.cards.map((card) => ({
    profileid: vault.profileId,
    acctid: card.acctId,
    token: card.token,
    accttype: cardTypes[card.brand],
    expiry: monthAndYear(card),
    name,
    walletpay: card.type === 'WALLET_PAY' ? 1 : 0,
    defaultacct: card.isDefault ? 1 : 0,
  }));

const authorisationOf = (payment: PaymentFact, merchid: string, currency: string): NewPayment => ({
  retref: payment.retref,
  type: 'AUTH',
  original: null,
  orderid: payment.attemptId,
  merchid,
  token: payment.token,
  profileid: payment.profileId,
  acctid: payment.acctId,
  expiry: payment.expiry,
  currency,
  amount: payment.amount,
  captured: payment.capturedAt === null ? 0 : payment.amount,
  authcode: payment.authCode,
  outcome: 'approved',
  authorizedAt: payment.authorizedAt,
  capturedAt: payment.capturedAt,
  settledAt: payment.settledAt,
  voidedAt: payment.voidedAt,
});

const refundsOf = (authorisation: NewPayment, { refunds }: PaymentFact): NewPayment[] =>
  refunds.map(({ retref, amount, refundedAt }) => ({
    ...authorisation,
    ...{ retref, amount, captured: amount },
    type: 'REFUND',
    original: authorisation.retref,
    orderid: '',
    authorizedAt: refundedAt,
    capturedAt: refundedAt,
    settledAt: refundedAt,
  }));

const writeOrder = ({ payments }: PaymentBook, { check, currency }: OrderFact, merchid: string): void => {
  for (const { payment } of check.tenders) {
    if (payment === null) continue;
    const authorisation = authorisationOf(payment, merchid, currency);
    for (const row of [authorisation, ...refundsOf(authorisation, payment)]) payments.add(row);
  }
};

const writeCustomer = (book: PaymentBook, { vault, profile, orders }: CustomerFact, merchid: string): void => {
  const name = `${profile.givenName} ${profile.familyName}`;
  for (const card of vault === null ? [] : cardsOf(vault, name)) book.vault.put(card);
  for (const order of orders) writeOrder(book, order, merchid);
};

/** What the legacy payment system knows of the world: the vault, and the payments of one merchant. */
export const paymentTarget = (payment: PaymentBook, merchid: string): SeedTarget => ({
  book: payment.book,
  catalogue: () => undefined,
  customer: (customer) => writeCustomer(payment, customer, merchid),
});
