import type { Work } from '../context.ts';
import { fault, type Fault } from '../domain/fault.ts';
import type { PoolInput } from '../domain/offer-terms.ts';

type Repositories = Pick<Work, 'repositories'>;

/** How long whoever reserved a campaign code may take to write the offer that has it, in ms. */
const graceMs = 15 * 60_000;

/**
 * Gives a campaign code to an offer; a fault when another one has it. A code whose offer never came to be, or has
 * another one by now, is taken over after a while, so nobody needs to give one back.
 */
export const reserveOfferCode = async (
  typed: string,
  offerId: string,
  { repositories, now }: Pick<Work, 'repositories' | 'now'>,
): Promise<Fault | null> => {
  const { table } = repositories.offerCodes;
  const code = typed.toUpperCase();
  const mine = { code, offerId, reservedAt: now().toISOString() };
  for (;;) {
    if (await table.create(mine)) return null;
    const present = await table.get({ partition: code });
    if (present !== null && present.offerId !== offerId) {
      const holder = await repositories.offers.table.get({ partition: present.offerId });
      const isFresh = Date.parse(present.reservedAt) + graceMs > now().getTime();
      if (isFresh || holder?.code.toUpperCase() === code) return fault('Another offer has this code.', 'code');
    }
    // Reserving again what is one's own moves its version, so that it cannot be taken over at the same time.
    if (present !== null && (await table.replace(mine, present.version))) return null;
  }
};

const writePool = async (
  { code, maxClaims }: PoolInput,
  offerId: string,
  { repositories }: Repositories,
): Promise<boolean> => {
  const { table } = repositories.claimCodes;
  for (;;) {
    if (await table.create({ code, offerId, maxClaims, claimed: 0 })) return true;
    const present = await table.get({ partition: code });
    if (present !== null && present.offerId !== offerId) return false;
    if (present?.maxClaims === maxClaims) return true;
    if (present !== null && (await table.replace({ ...present, maxClaims }, present.version))) return true;
  }
};

/** Promo codes that belong to another offer already; a fault names the first. */
export const foreignPool = async (
  pools: readonly PoolInput[],
  offerId: string,
  { repositories }: Repositories,
): Promise<Fault | null> => {
  const present = await repositories.claimCodes.table.getMany(pools.map(({ code }) => ({ partition: code })));
  const place = present.findIndex((pool) => pool !== null && pool.offerId !== offerId);
  return place < 0 ? null : fault('This code belongs to another offer.', 'claimCodes', String(place), 'code');
};

/** Makes the pools of an offer, or sets how often theirs may be claimed. Claims that were made stay. */
export const writePools = async (
  pools: readonly PoolInput[],
  offerId: string,
  work: Repositories,
): Promise<Fault | null> => {
  const written = await Promise.all(pools.map((pool) => writePool(pool, offerId, work)));
  const place = written.indexOf(false);
  return place < 0 ? null : fault('This code belongs to another offer.', 'claimCodes', String(place), 'code');
};
