import type { Id, Instant, Locale, MediaFact, SalesChannel } from './common.ts';

export type HomeModuleFact =
  | {
      readonly type: 'HERO_BANNER';
      readonly id: Id;
      readonly title: string;
      readonly subtitle: string | null;
      readonly image: MediaFact;
      readonly callToAction: { readonly label: string; readonly deepLink: string };
    }
  | { readonly type: 'OFFER_CAROUSEL'; readonly id: Id; readonly title: string; readonly offerIds: readonly Id[] }
  | { readonly type: 'MENU_HIGHLIGHTS'; readonly id: Id; readonly title: string; readonly itemIds: readonly Id[] }
  | { readonly type: 'LOYALTY_PANEL'; readonly id: Id; readonly title: string; readonly guestTitle: string }
  | { readonly type: 'TEXT_PANEL'; readonly id: Id; readonly title: string | null; readonly body: string };

export interface HomeScreenFact {
  readonly id: Id;
  /** One draft or published state of a screen. */
  readonly revision: Id;
  readonly channel: SalesChannel;
  readonly locale: Locale;
  /** Null: every store without a screen of its own. */
  readonly storeId: Id | null;
  /** Null: a draft, for preview only. */
  readonly publishedAt: Instant | null;
  readonly modules: readonly HomeModuleFact[];
}

export interface ContentPageFact {
  readonly id: Id;
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: Instant;
}

export type LegalDocumentType = 'TERMS' | 'PRIVACY_NOTICE' | 'LOYALTY_TERMS' | 'MARKETING_CONSENT';

/** The version in force at a time is the one with the latest `effectiveFrom` before it. */
export interface LegalDocumentFact {
  readonly id: Id;
  readonly type: LegalDocumentType;
  readonly version: string;
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  readonly effectiveFrom: Instant;
}

export interface ContentFact {
  readonly homeScreens: readonly HomeScreenFact[];
  readonly pages: readonly ContentPageFact[];
  readonly legalDocuments: readonly LegalDocumentFact[];
}
