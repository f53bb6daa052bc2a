import type { holdPoints as contract } from '@qsr/commands';
import { AppError, badUserInput } from '@qsr/errors';
import { sumOf } from '../domain/arithmetic.ts';
import { walletIn, withWallet } from '../domain/entries.ts';
import { earlierPlacement, placeHold, type HoldBasis, type Placement } from '../domain/holds.ts';
import type { Context } from '../context.ts';
import { pointsHeld } from '../events/publish.ts';
import { holdIdOf } from '../ids.ts';
import { changeAccount, type StoredLoyaltyAccount } from '../repository/accounts.ts';
import { memberAccount } from '../repository/members.ts';
import { programOfAccount, type StoredProgram } from '../repository/programs.ts';
import type { InputOf, OutputOf } from './contract-types.ts';

type Input = InputOf<typeof contract>;
type Output = OutputOf<typeof contract>;
type Reason = Extract<Output, { outcome: 'REFUSED' }>['reason'];
type Basis = Omit<HoldBasis, 'now'>;

const refused = (reason: Reason): Output => ({ outcome: 'REFUSED', reason });

const reasons: Readonly<Record<Exclude<Placement['kind'], 'held'>, Reason>> = {
  insufficient: 'INSUFFICIENT_POINTS',
  'beyond offline limit': 'POINTS_UNAVAILABLE',
  // Whoever gave this checkout up does not want to hear of points any more.
  released: 'POINTS_UNAVAILABLE',
};

const outputOf = (placement: Placement): Output => {
  if (placement.kind !== 'held') return refused(reasons[placement.kind]);
  const { id: holdId, points, expiresAt, deferred } = placement.hold;
  return { outcome: 'HELD', holdId, points, expiresAt, deferred };
};

/** Rewards are priced here, twice when they are asked for twice; null when one is unknown. */
const costOf = async ({ points, rewardIds }: Input, { loaders }: Context): Promise<number | null> => {
  const rewards = await Promise.all(rewardIds.map((id) => loaders.rewards.load(id)));
  const known = rewards.filter((reward) => reward !== null);
  return known.length < rewards.length ? null : points + sumOf(known, ({ pointsCost }) => pointsCost);
};

/** The balance as it is now; while the legacy system does not tell, the last one known if it is young. */
const basisOf = async ({ legacyAccountId }: StoredLoyaltyAccount, context: Context): Promise<Basis | null> => {
  const { now, legacy, policy, repositories } = context;
  if (legacyAccountId === null) return { posted: { points: 0, asOf: now().toISOString() }, offlineLimit: null };
  try {
    return { posted: await legacy.posted(legacyAccountId), offlineLimit: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [known] = await repositories.snapshots.load([legacyAccountId]);
    const isYoung = known != null && now().getTime() - Date.parse(known.asOf) <= policy.offlineBalanceMs;
    return isYoung ? { posted: known, offlineLimit: policy.offlineHoldPoints } : null;
  }
};

interface Request {
  readonly account: StoredLoyaltyAccount;
  readonly program: StoredProgram;
  readonly input: Input;
  readonly points: number;
}

/** Decided inside the conditional write: of many checkouts at once, as many hold points as there are points (I6). */
const place = async ({ account, program, input, points }: Request, basis: Basis, context: Context): Promise<Output> => {
  const { checkoutId, orderId, storeCode } = input;
  const { code } = program.pointsWallet;
  const request = { id: holdIdOf(checkoutId), checkoutId, orderId, storeCode, points };
  let placement: Placement = { kind: 'insufficient' };
  await changeAccount({
    table: context.repositories.accounts.table,
    account,
    now: context.now(),
    signal: context.signal,
    step: (current) => {
      placement = placeHold(walletIn(current, code), request, { ...basis, now: context.now() });
      if (placement.kind !== 'held' || !placement.isNew) return null;
      return {
        state: withWallet(current, code, placement.wallet),
        events: [pointsHeld(current, placement.hold, orderId)],
      };
    },
  });
  return outputOf(placement);
};

/** Sets points aside for a checkout. Throws `BAD_USER_INPUT` when there is nothing to hold. */
export const holdPoints = async (input: Input, context: Context): Promise<Output> => {
  const account = await memberAccount(context.repositories, input.customerId);
  if (account === null || account.status === 'CLOSED') return refused('NOT_ENROLLED');
  const program = await programOfAccount(context.repositories, account);
  const earlier = earlierPlacement(walletIn(account, program.pointsWallet.code), input.checkoutId, context.now());
  if (earlier !== undefined) return outputOf(earlier);
  if (account.status === 'SUSPENDED') return refused('ACCOUNT_SUSPENDED');
  const points = await costOf(input, context);
  if (points === 0) throw badUserInput('points', 'there are no points to hold');
  const basis = points === null ? null : await basisOf(account, context);
  if (points === null || basis === null) return refused('POINTS_UNAVAILABLE');
  return place({ account, program, input, points }, basis, context);
};
