import { ulid } from '@qsr/subgraph/ids';

const pattern = new RegExp(`^pmt_(${ulid})_(\\d{1,10})$`);

/** A card in the vault of the legacy payment system. */
export interface VaultCard {
  /** Number of the account in the owner's vault profile. */
  readonly accountId: string;
  readonly type: 'CARD' | 'WALLET_PAY';
  readonly brand: string;
  readonly last4: string | null;
  /** 1 to 12. */
  readonly expiryMonth: number;
  /** Four digits. */
  readonly expiryYear: number;
  readonly isDefault: boolean;
}

/** A card as its owner knows it. */
export interface PaymentMethod extends Omit<VaultCard, 'accountId'> {
  readonly id: string;
  readonly customerId: string;
}

/** The id says whose the payment method is: the vault knows no owners, and so needs no register beside it. */
export const paymentMethodOf = (customerId: string, { accountId, ...card }: VaultCard): PaymentMethod => ({
  ...card,
  id: `pmt_${customerId.slice('cus_'.length)}_${accountId}`,
  customerId,
});

/** The customer whose payment method has this id; null when no payment method can have it. */
export const ownerOfPaymentMethod = (id: string): string | null => {
  const owner = pattern.exec(id)?.[1];
  return owner === undefined ? null : `cus_${owner}`;
};

/** Number of the account in its owner's vault profile; null when no payment method can have this id. */
export const accountOfPaymentMethod = (id: string): string | null => pattern.exec(id)?.[2] ?? null;

/** Whether two cards that have the same number, one after the other, are one. */
export const isSameCard = (one: PaymentMethod, other: PaymentMethod): boolean =>
  one.id === other.id &&
  one.brand === other.brand &&
  one.last4 === other.last4 &&
  one.expiryMonth === other.expiryMonth &&
  one.expiryYear === other.expiryYear;
