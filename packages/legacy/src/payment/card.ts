/** A card in the vault of the legacy payment system. The token it is charged by stays there. */
export interface StoredCard {
  readonly profileId: string;
  /** Number within the profile. */
  readonly accountId: string;
  readonly type: 'CARD' | 'WALLET_PAY';
  /** Visa, Mastercard, American Express, Discover, or what the system calls it. */
  readonly brand: string;
  readonly last4: string | null;
  /** 1 to 12. */
  readonly expiryMonth: number;
  /** Four digits. */
  readonly expiryYear: number;
  readonly isDefault: boolean;
}
