import type { NewAccount } from './accounts.ts';
import type { LoyaltyBook } from './system.ts';

/** An account to put into the book. Points are hundredths. */
export interface SimulatedAccount {
  /** 64-bit integer, as digits. */
  readonly accountId: string;
  readonly printedCardNumber: string;
  /** Asked for by method `card`; a card without one is opened by its number alone. */
  readonly registrationCode?: string;
  readonly status?: NewAccount['status'];
  readonly tierCode?: number;
  readonly tierLabel?: string;
  /** ISO 8601 date. */
  readonly enrolledOn?: string;
  readonly customerNumber?: string;
  readonly user?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly mobilePhone?: string | undefined;
    readonly optIn: boolean;
  };
  readonly lots?: ReadonlyArray<{ readonly walletCode: number; readonly points: number; readonly expiresOn: string }>;
}

const wrapped = (user: SimulatedAccount['user']): string =>
  JSON.stringify({
    style: 'typed',
    ...(user && {
      firstName: [user.firstName],
      lastName: [user.lastName],
      email: [user.email],
      ...(user.mobilePhone === undefined ? {} : { mobilePhone: [user.mobilePhone] }),
      optIn: user.optIn,
    }),
  });

/** Puts an account into the book with a balance that no transaction explains; leaves one alone that is there. */
export const putAccount = (loyalty: LoyaltyBook, account: SimulatedAccount): void => {
  const { accountId, printedCardNumber, user } = account;
  if (loyalty.accounts.byId(accountId) !== undefined) return;
  loyalty.accounts.add({
    accountId,
    printedCardNumber,
    status: account.status ?? 'ACTIVE',
    tierCode: account.tierCode ?? 0,
    tierLabel: account.tierLabel ?? 'Member',
    enrolledOn: account.enrolledOn ?? '2024-01-01',
    email: user?.email ?? null,
    mobilePhone: user?.mobilePhone ?? null,
    customerNumber: account.customerNumber ?? null,
    optIn: user?.optIn === true ? 1 : 0,
    userFields: wrapped(user),
    password: null,
  });
  if (account.registrationCode !== undefined) {
    loyalty.accounts.setRegistrationCode(printedCardNumber, account.registrationCode);
  }
  for (const { walletCode, points, expiresOn } of account.lots ?? []) {
    if (!loyalty.wallets.knows(walletCode)) loyalty.wallets.define(walletCode, `Wallet ${walletCode}`);
    loyalty.wallets.credit({ accountId, walletCode }, points, expiresOn);
  }
};
