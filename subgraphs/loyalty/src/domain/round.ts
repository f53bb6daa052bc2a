import { after } from '@qsr/subgraph/instants';
import type { Reconciliation } from './reconciliation.ts';

/**
 * Every account is attended once a day: its points are announced and expire, its tier is looked at, its book is held
 * against that of the legacy system.
 */
export interface RoundFields {
  /** What the index of rounds goes by; `roundDue` is RFC 3339. */
  readonly roundShard?: string | undefined;
  readonly roundDue?: string | undefined;
  /** Absent until the book was opened with what the legacy system had. */
  readonly reconciliation?: Reconciliation | undefined;
}

/** Every account is in the index, and one partition takes so many writes only. */
const shards = 8;

export const roundShards: readonly string[] = Array.from({ length: shards }, (_, shard) => `round-${shard}`);

const shardOf = (id: string): string => `round-${id.charCodeAt(id.length - 1) % shards}`;

/** The account with its next round. */
export const dueAgain = <Account extends RoundFields & { readonly id: string }>(
  account: Account,
  now: Date,
  inMs: number,
): Account => ({
  ...account,
  roundShard: shardOf(account.id),
  roundDue: after(now, inMs),
});
