import { AppError } from '@qsr/errors';
import type { LegacySessionOptions, LoyaltyClient, LoyaltyWrites } from '@qsr/legacy';
import type { PostedBalance } from '../domain/wallet.ts';
import type { Repositories } from '../repository/index.ts';

/** What is needed of the legacy system. */
export interface LegacyPoints extends Pick<LoyaltyWrites, 'postOnce' | 'reverseOnce'> {
  /** The balance as it is now, by legacy account id. Throws the `AppError` of the system. */
  readonly posted: (legacyAccountId: string) => Promise<PostedBalance>;
}

/** The legacy system as one request or job sees it. */
export const legacyPoints = (client: LoyaltyClient, session: LegacySessionOptions = {}): LegacyPoints => ({
  ...client.writes(session),
  posted: async (legacyAccountId) => {
    const account = await client.session(session).accounts.load(legacyAccountId);
    if (account === null) throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service: 'legacy-loyalty' });
    return { points: account.points, asOf: account.asOf };
  },
});

/** What the business allows. */
export interface PointsPolicy {
  /** How far below zero a refund may take a balance, in points; 0 for not at all. */
  readonly overdraftPoints: number;
  /** How many points a checkout may hold while the legacy system is down. */
  readonly offlineHoldPoints: number;
  /** How old the last known balance may be for that, in ms. */
  readonly offlineBalanceMs: number;
}

/** What posting is done with: of the process, not of a request, for it goes on after the answer. */
export interface PostingParts {
  readonly repositories: Pick<Repositories, 'accounts' | 'ledger' | 'orders' | 'programs'>;
  readonly legacy: LegacyPoints;
  readonly policy: PointsPolicy;
  readonly now: () => Date;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly log: { warn(fields: object, message: string): void };
}
