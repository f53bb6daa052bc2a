import type { Random } from '../kernel/random.ts';
import type { VaultCardFact, VaultFact } from '../facts/customers.ts';
import type { Person } from './person.ts';

const digits = (dice: Random, length: number): string => Array.from({ length }, () => dice.int(0, 9)).join('');

/** A token of the payment system: starts with 9, as no card number does, and ends with the card's last four. */
export const paymentToken = (last4: string, dice: Random): string => `9${digits(dice, 11)}${last4}`;

const card = (at: number, year: number, dice: Random): VaultCardFact => {
  const last4 = digits(dice, 4);
  return {
    acctId: String(at + 1),
    type: dice.chance(20) ? 'WALLET_PAY' : 'CARD',
    token: paymentToken(last4, dice),
    brand: dice.weighted([
      ['Visa', 50],
      ['Mastercard', 30],
      ['American Express', 12],
      ['Discover', 8],
    ]),
    last4,
    expiryMonth: dice.int(1, 12),
    expiryYear: year + dice.int(1, 4),
    isDefault: at === 0,
  };
};

/** A third of the guests has never stored a card. */
export const vaultOf = (person: Person, anchor: number): VaultFact | null => {
  const dice = person.dice('vault');
  if (!person.isDefault && dice.chance(30)) return null;
  const count = person.isDefault
    ? 2
    : dice.weighted([
        [0, 5],
        [1, 55],
        [2, 28],
        [3, 12],
      ]);
  const year = new Date(anchor).getUTCFullYear();
  return {
    profileId: `1${digits(dice, 9)}${String(person.index).padStart(10, '0')}`,
    cards: Array.from({ length: count }, (_, at) => card(at, year, dice)),
  };
};
