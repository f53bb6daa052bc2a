import type { Id, Instant } from './facts/common.ts';
import type { ContentFact } from './facts/content.ts';
import type { CustomerFact } from './facts/customers.ts';
import type { ProgramFact, RewardFact } from './facts/loyalty.ts';
import type { MenuFact } from './facts/menu.ts';
import type { OfferFact, OfferUsageFact } from './facts/offers.ts';
import type { SegmentFact } from './facts/segments.ts';
import type { StoreFact } from './facts/stores.ts';

export interface WorldOptions {
  /** UTC midnight, for example `2026-03-01T00:00:00.000Z`. Nothing has happened after it. */
  readonly anchor: Instant;
  readonly customers: number;
  /** Another seed, another business of the same kind. */
  readonly seed?: string;
}

/**
 * One business whose facts agree with one another, whoever stores them. Ids of the catalogue (stores, menu, offers,
 * rewards, segments, content) and of customers do not depend on the anchor, so documents may quote them.
 */
export interface World {
  readonly anchor: Instant;
  readonly stores: readonly StoreFact[];
  readonly menu: MenuFact;
  readonly offers: readonly OfferFact[];
  readonly segments: readonly SegmentFact[];
  readonly program: ProgramFact;
  readonly rewards: readonly RewardFact[];
  readonly content: ContentFact;
  readonly customerCount: number;
  /** Customer 0, whose facts show something of everything. */
  readonly defaultCustomerId: Id;
  /** Pure function of seed, anchor and index (from 0), so that several processes may share the work. */
  customer(index: number): CustomerFact;
  /** Customers `from` (inclusive) to `to` (exclusive), one at a time. */
  customers(from?: number, to?: number): Generator<CustomerFact>;
  /** By offer id, for every offer. The first call walks through all customers. */
  offerUsage(): ReadonlyMap<Id, OfferUsageFact>;
}
