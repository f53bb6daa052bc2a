import type { Daypart, HandoffMode, MoneyFact, SalesChannel } from '../../facts/common.ts';
import type { DiscountScope, OfferKind, OfferStatus, RedemptionCapsFact } from '../../facts/offers.ts';

type Copy = readonly [title: string, description: string, badge?: string];

export interface EffectRow {
  readonly scope: DiscountScope;
  readonly amountOff?: MoneyFact;
  readonly percentOffBps?: number;
  readonly fixedPrice?: MoneyFact;
  readonly bonusPoints?: number;
  readonly pointsMultiplierPercent?: number;
  /** Slugs of menu items. */
  readonly items?: readonly string[];
  readonly buyQuantity?: number;
  readonly getQuantity?: number;
  readonly maxDiscount?: MoneyFact;
}

export interface OfferRow {
  readonly code: string;
  readonly kind: OfferKind;
  readonly status: OfferStatus;
  /** First and last day, relative to the anchor. */
  readonly days: readonly [from: number, to: number | null];
  readonly effect: EffectRow;
  readonly en: Copy;
  readonly es: Copy;
  readonly channels?: readonly SalesChannel[];
  readonly handoffModes?: readonly HandoffMode[];
  readonly dayparts?: readonly Daypart[];
  readonly groups?: readonly string[];
  readonly minimum?: MoneyFact;
  readonly exclusive?: true;
  readonly exclusivityGroup?: string;
  readonly priority?: number;
  readonly activate?: true;
  readonly caps?: Partial<RedemptionCapsFact>;
  /** Codes of segments. */
  readonly segments?: readonly string[];
  readonly claimCodes?: ReadonlyArray<{ readonly code: string; readonly maxClaims: number }>;
}

/** US cents. */
export const usd = (amountMinor: number): MoneyFact => ({ amountMinor, currency: 'USD' });
