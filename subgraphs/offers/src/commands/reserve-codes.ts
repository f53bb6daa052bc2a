import { reserve } from '@qsr/subgraph/writing';
import type { Work } from '../context.ts';
import { fault, type Fault } from '../domain/fault.ts';
import type { PoolInput } from '../domain/offer-terms.ts';
import type { ClaimCodeItem } from '../repository/claim-codes.ts';

type Repositories = Pick<Work, 'repositories'>;
type Reserving = Pick<Work, 'repositories' | 'now'>;

/** Gives a campaign code to an offer; a fault when another one has it. Doing it again does no harm. */
export const reserveOfferCode = async (
  typed: string,
  offerId: string,
  { repositories, now }: Reserving,
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

/** Whether the offer of a pool is there. One that nobody came to make holds its codes for a while only. */
const hasOffer = async ({ offerId }: ClaimCodeItem, { repositories }: Repositories): Promise<boolean> =>
  (await repositories.offers.table.get({ partition: offerId })) !== null;

const writePool = ({ code, maxClaims }: PoolInput, offerId: string, work: Reserving): Promise<boolean> => {
  const reservedAt = work.now().toISOString();
  return reserve<ClaimCodeItem>(
    {
      table: work.repositories.claimCodes.table,
      key: { partition: code },
      mine: { code, offerId, maxClaims, claimed: 0, reservedAt },
      again: (present) => ({ ...present, maxClaims, reservedAt }),
      isMine: (present) => present.offerId === offerId,
      isHeld: (present) => hasOffer(present, work),
    },
    work.now(),
  );
};

const foreignFault = (place: number): Fault | null =>
  place < 0 ? null : fault('This code belongs to another offer.', 'claimCodes', String(place), 'code');

/** Promo codes that belong to another offer already; a fault names the first. */
export const foreignPool = async (
  pools: readonly PoolInput[],
  offerId: string,
  work: Repositories,
): Promise<Fault | null> => {
  const present = await work.repositories.claimCodes.table.getMany(pools.map(({ code }) => ({ partition: code })));
  const foreign = await Promise.all(
    present.map(async (pool) => pool !== null && pool.offerId !== offerId && (await hasOffer(pool, work))),
  );
  return foreignFault(foreign.indexOf(true));
};

/** Makes the pools of an offer, or sets how often theirs may be claimed. Claims that were made stay. */
export const writePools = async (
  pools: readonly PoolInput[],
  offerId: string,
  work: Reserving,
): Promise<Fault | null> => {
  const written = await Promise.all(pools.map((pool) => writePool(pool, offerId, work)));
  return foreignFault(written.indexOf(false));
};
