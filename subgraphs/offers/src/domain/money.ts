/** An amount in minor units of its currency (ISO 4217). */
export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}
