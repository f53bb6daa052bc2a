import type { CustomerFact, LedgerEntryFact, LoyaltyAccountFact, ProgramFact, World } from '@qsr/seed';
import { putAccount, type SimulatedAccount } from '../loyalty/simulated-account.ts';
import { writeSettings, type LoyaltyBook } from '../loyalty/system.ts';
import type { Movement, NewTransaction } from '../loyalty/transactions.ts';
import type { SeedTarget } from './seed-book.ts';

const POINT = 100;
const UNREGISTERED_CARDS = 20;
const UNREGISTERED_BASE = 7_300_000_000_000_000_001n;

/** An account that the legacy system knows. */
type Known = LoyaltyAccountFact & { readonly legacyAccountId: string; readonly cardNumber: string };

const isKnown = (account: LoyaltyAccountFact | null): account is Known =>
  account !== null && account.legacyAccountId !== null && account.cardNumber !== null;

/** Whether the customer's latest word on marketing by e-mail is yes. */
const optedIn = ({ consents }: CustomerFact): boolean =>
  consents.findLast(({ purpose, channel }) => purpose === 'MARKETING' && channel === 'EMAIL')?.status === 'GRANTED';

const accountOf = (customer: CustomerFact, account: Known, { tiers, wallet }: ProgramFact): SimulatedAccount => {
  const { profile } = customer;
  const tier = tiers.find(({ code }) => code === account.tierCode);
  return {
    accountId: account.legacyAccountId,
    printedCardNumber: account.cardNumber,
    status: account.status === 'PENDING_ENROLLMENT' ? 'ACTIVE' : account.status,
    tierCode: tier?.rank ?? 0,
    tierLabel: tier?.name ?? account.tierCode,
    enrolledOn: (account.enrolledAt ?? profile.createdAt).slice(0, 10),
    customerNumber: customer.id,
    user: {
      firstName: profile.givenName,
      lastName: profile.familyName,
      email: profile.email.address,
      mobilePhone: profile.phone?.number,
      optIn: optedIn(customer),
    },
    lots: account.lots.map(({ remaining, expiresOn }) => ({
      ...{ walletCode: wallet.legacyWalletCode, points: remaining * POINT, expiresOn },
    })),
  };
};

/** The entry that is taken back whole; the legacy system knows no other reversal. */
const reversedBy = (entry: LedgerEntryFact, { entries }: Known): LedgerEntryFact | undefined =>
  entries.find(({ id, points }) => id === entry.reversalOf && points === -entry.points);

const operationOf = (points: number, isReversal: boolean): Movement['operationType'] => {
  if (isReversal) return points < 0 ? 3 : 4;
  return points < 0 ? 2 : 1;
};

const transactionOf = (entry: LedgerEntryFact, pxTransactionId: string, account: Known): NewTransaction => {
  const occurredAt = entry.postedAt ?? entry.occurredAt;
  const reverses = reversedBy(entry, account)?.legacyTransactionId ?? null;
  return {
    pxTransactionId,
    pxAuthCode: pxTransactionId.slice(-6),
    accountId: account.legacyAccountId,
    requestType: reverses === null ? 'addRedeem' : 'reverse',
    storeCode: entry.storeCode ?? 'corp',
    businessDay: occurredAt.slice(0, 10),
    posTransactionId: entry.id,
    occurredAt,
    reverses,
    reply: null,
  };
};

/** Plastic cards that nobody has registered yet, to be linked by whoever holds them. */
const writeUnregisteredCards = (loyalty: LoyaltyBook, { wallet }: ProgramFact): void => {
  for (let index = 1; index <= UNREGISTERED_CARDS; index += 1) {
    const expiresOn = '2099-12-31';
    putAccount(loyalty, {
      accountId: String(UNREGISTERED_BASE + 2n * BigInt(index)),
      printedCardNumber: `6299900000${String(index).padStart(6, '0')}`,
      registrationCode: String(1_000 + index),
      lots: [{ walletCode: wallet.legacyWalletCode, points: 100 * index * POINT, expiresOn }],
    });
  }
};

const writeCatalogue = (loyalty: LoyaltyBook, program: ProgramFact): void => {
  const { wallet, earnRates, pointsLifeDays } = program;
  loyalty.wallets.define(wallet.legacyWalletCode, wallet.name);
  writeUnregisteredCards(loyalty, program);
  const rate = earnRates[0];
  if (rate === undefined) return;
  writeSettings(loyalty, {
    earnPoints: rate.points * POINT,
    perMinor: rate.money.amountMinor,
    pointsLifeDays,
  });
};

const writeCustomer = (loyalty: LoyaltyBook, customer: CustomerFact, { program }: World): void => {
  const account = customer.loyalty;
  if (!isKnown(account)) return;
  putAccount(loyalty, accountOf(customer, account, program));
  for (const entry of account.entries) {
    if (entry.legacyTransactionId === null) continue;
    const transaction = transactionOf(entry, entry.legacyTransactionId, account);
    const operationType = operationOf(entry.points, transaction.reverses !== null);
    const movement = { walletCode: program.wallet.legacyWalletCode, operationType };
    loyalty.transactions.add(transaction, [{ ...movement, points: Math.abs(entry.points) * POINT }]);
  }
};

/** What the legacy loyalty system knows of the world: accounts, lots and posted transactions. */
export const loyaltyTarget = (loyalty: LoyaltyBook): SeedTarget => ({
  book: loyalty.book,
  catalogue: ({ program }) => writeCatalogue(loyalty, program),
  customer: (customer, world) => writeCustomer(loyalty, customer, world),
});
