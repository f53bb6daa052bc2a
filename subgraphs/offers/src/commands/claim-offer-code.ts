import type { Stored } from '@qsr/store';
import { createOnce, keyError, update, userError } from '@qsr/subgraph/writing';
import { after } from '@qsr/subgraph/instants';
import type { Context } from '../context.ts';
import { activationProblem } from '../domain/activation.ts';
import { offerStatus } from '../domain/offer.ts';
import { leaseMs } from '../domain/reservation.ts';
import { withActivation, type CodeClaim } from '../domain/wallet.ts';
import { offerActivated } from '../events/publish.ts';
import type { ClaimOfferCodeInput } from '../generated/resolvers.ts';
import type { ClaimCodeItem } from '../repository/claim-codes.ts';
import { withEntries, type CustomerOffersItem } from '../repository/customer-offers.ts';
import { candidateOf } from './change-wallet.ts';
import { waitForOther } from './carry-out-reservation.ts';
import { activationError, done, offerError, ownOfferId, payloadOf, refused, type Payload } from './payload.ts';

type Wallet = Stored<CustomerOffersItem>;

const codeError = (code: 'CODE_INVALID' | 'CODE_ALREADY_USED' | 'CAP_REACHED', message: string): Payload =>
  refused(offerError(userError(code, message, 'code')));

/** The same for a code that never was and for one whose offer does not run, so that trying tells nothing. */
const invalid = codeError('CODE_INVALID', 'This code is not valid. Please check what you typed.');
const usedBefore = codeError('CODE_ALREADY_USED', 'You have claimed this code before.');

const usedUp = ({ maxClaims }: ClaimCodeItem): Payload =>
  maxClaims === 1
    ? codeError('CODE_ALREADY_USED', 'This code has been used already.')
    : codeError('CAP_REACHED', 'This code has been claimed as often as it may be.');

const longestCode = 64;

/** The pool that a code draws from; null unless its offer runs. */
const poolOf = async (typed: string, { repositories, now }: Context): Promise<ClaimCodeItem | null> => {
  const code = typed.trim().toUpperCase();
  if (code === '' || code.length > longestCode) return null;
  const pool = await repositories.claimCodes.table.get({ partition: code });
  const offer = pool === null ? null : await repositories.offers.table.get({ partition: pool.offerId });
  return offer !== null && offerStatus(offer, now()) === 'LIVE' ? pool : null;
};

const claimIn = ({ claims = [] }: CustomerOffersItem, code: string): CodeClaim | undefined =>
  claims.find((claim) => claim.code === code);

const withClaim = (wallet: Wallet, claim: CodeClaim): Wallet => ({
  ...wallet,
  claims: [...(wallet.claims ?? []).filter(({ code }) => code !== claim.code), claim],
});

/** One call that claims from one pool. */
interface Claiming {
  readonly pool: ClaimCodeItem;
  /** Names the call: a repetition of it finds its own claim. */
  readonly call: string;
  readonly customerId: string;
  readonly context: Context;
}

const changeOf = ({ customerId, context: { repositories, signal } }: Claiming) => ({
  table: repositories.customerOffers.table,
  key: { partition: customerId },
  signal,
});

/** Writes the intent down, or finds that there is nothing to do. `busy`: another call of the customer is at it. */
const intend = async (claiming: Claiming): Promise<CodeClaim | Payload | 'busy'> => {
  const { pool, call, context } = claiming;
  let found: CodeClaim | Payload | 'busy' = 'busy';
  await update<CustomerOffersItem>({
    ...changeOf(claiming),
    step: async (wallet) => {
      const now = context.now();
      const present = claimIn(wallet, pool.code);
      if (present?.status === 'DONE') {
        found = present.call === call ? done(ownOfferId(context, pool.offerId)) : usedBefore;
        return null;
      }
      if (present?.status === 'INTENT' && present.call !== call && Date.parse(present.until) > now.getTime()) {
        found = 'busy';
        return null;
      }
      const candidate = await candidateOf(wallet, pool.offerId, context);
      const problem = candidate === null ? null : activationProblem(candidate, { now, claiming: true });
      if (candidate === null || problem !== null) {
        found = problem === null ? invalid : refused(activationError(problem, 'code'), null);
        return null;
      }
      const until = after(now, leaseMs);
      const { code, offerId } = pool;
      const claim: CodeClaim = { code, offerId, token: wallet.version + 1, status: 'INTENT', call, until };
      found = claim;
      return { state: withClaim(wallet, claim), silently: true };
    },
  });
  return found;
};

/** Says how our try ended; false when a later one is at it, and then nothing of ours counts. */
const conclude = async (claiming: Claiming, claim: CodeClaim, status: 'DONE' | 'FAILED'): Promise<boolean> => {
  const { offerId, code, token } = claim;
  const written = await update<CustomerOffersItem>({
    ...changeOf(claiming),
    step: (wallet) => {
      const present = claimIn(wallet, code);
      if (present?.token !== token || present.status !== 'INTENT') return null;
      const ended = withClaim(wallet, { ...present, status });
      if (status === 'FAILED') return { state: ended, silently: true };
      const at = claiming.context.now().toISOString();
      const entries = withActivation(wallet.entries, offerId, { at, byCode: true });
      return { state: withEntries(ended, entries, at), events: [offerActivated(wallet, offerId, at)] };
    },
  });
  const present = written === null ? undefined : claimIn(written, code);
  return present?.token === token && present.status === status;
};

/** Takes a slot of the pool for an intent, and puts the offer into the wallet. Null when a later try is at it. */
const carryOut = async (claiming: Claiming, claim: CodeClaim): Promise<Payload | null> => {
  const { pool, customerId, context } = claiming;
  const { code, token } = claim;
  const at = context.now().toISOString();
  const placement = { key: customerId, token, add: { claimed: 1 }, limits: { claimed: pool.maxClaims }, at };
  const placed = await context.tallies.codes.place(code, placement);
  if ('fenced' in placed) return null;
  if ('full' in placed) return (await conclude(claiming, claim, 'FAILED')) ? usedUp(pool) : null;
  const counts = await conclude(claiming, claim, 'DONE');
  await context.tallies.codes.settle(code, { key: customerId, token, counts });
  return counts ? done(ownOfferId(context, pool.offerId)) : null;
};

const claim = async (input: ClaimOfferCodeInput, call: string, context: Context): Promise<Payload> => {
  const pool = await poolOf(input.code, context);
  if (pool === null) return invalid;
  const customerId = context.viewer.customerId ?? '';
  await context.repositories.customerOffers.ensure(customerId);
  const claiming = { pool, call, customerId, context };
  for (;;) {
    const intent = await intend(claiming);
    if (intent === 'busy') {
      await waitForOther(context);
    } else if ('userErrors' in intent) {
      return intent;
    } else {
      const outcome = await carryOut(claiming, intent);
      if (outcome !== null) return outcome;
    }
  }
};

/** Claims a promo code: one of its slots, and the offer behind it in the wallet, or neither. */
export const claimOfferCode = async (input: ClaimOfferCodeInput, context: Context): Promise<Payload> => {
  const { viewer, claims, now, signal } = context;
  const call = { viewer, mutation: 'claimOfferCode', input };
  const keyFault = keyError(call);
  if (keyFault !== null) return refused(offerError(keyFault));
  return payloadOf(await createOnce({ claims, call, now, signal, effect: (ulid) => claim(input, ulid, context) }));
};
