import { reserve } from '@qsr/subgraph/writing';
import type { Work } from '../context.ts';
import { fault, type Fault } from '../domain/fault.ts';
import type { PoolInput } from '../domain/offer-terms.ts';

type Repositories = Pick<Work, 'repositories'>;

/** Gives a campaign code to an offer; a fault when another one has it. Doing it again does no harm. */
export const reserveOfferCode = async (
  typed: string,
  offerId: string,
  { repositories, now }: Pick<Work, 'repositories' | 'now'>,
): Promise<Fault | null> => {
  const code = typed.toUpperCase();
  const isReserved = await reserve(
    {
      table: repositories.offerCodes.table,
      key: { partition: code },
      mine: { code, offerId, reservedAt: now().toISOString() },
      isMine: (present) => present.offerId === offerId,
      isHeld: async (present) => {
        const holder = await repositories.offers.table.get({ partition: present.offerId });
        return holder?.code.toUpperCase() === code;
      },
    },
    now(),
  );
  return isReserved ? null : fault('Another offer has this code.', 'code');
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
