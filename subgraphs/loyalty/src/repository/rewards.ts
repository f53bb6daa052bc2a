import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import type { Amount } from '../domain/money.ts';

/** Something that points buy. */
export interface RewardItem {
  readonly id: string;
  readonly programCode: string;
  readonly code: string;
  readonly pointsCost: number;
  readonly kind: 'FREE_ITEM' | 'AMOUNT_OFF' | 'PERCENT_OFF';
  /** Set for AMOUNT_OFF. */
  readonly amountOff: Amount | null;
  /** Basis points; set for PERCENT_OFF. */
  readonly percentOffBps: number | null;
  /** Set for FREE_ITEM. */
  readonly menuItemId: string | null;
  /** Cost in ten digits, then the code: cheapest first. */
  readonly position: string;
}

export type StoredReward = Stored<RewardItem>;

export const rewardsTable: TableSpec<RewardItem> = {
  name: 'loyalty-rewards',
  key: { partition: 'id' },
  indexes: { byProgram: { partition: 'programCode', sort: 'position' } },
};

/** Adds what the list is made of. */
export const rewardItem = (reward: Omit<RewardItem, 'position'>): RewardItem => ({
  ...reward,
  position: `${String(reward.pointsCost).padStart(10, '0')}#${reward.code}`,
});

/** A program offers dozens of rewards; a member is shown this many at most. */
const mostRewards = 500;

/** Access: by id; those of a program, cheapest first. */
export const rewardRepository = (session: StoreSession) => {
  const table = session.table(rewardsTable);
  const page = (programCode: string, { limit, after }: PageRequest) =>
    table.query({ index: 'byProgram', partition: programCode, limit, after });
  return {
    table,
    page,
    ofProgram: async (programCode: string): Promise<StoredReward[]> =>
      itemsOf(await page(programCode, { limit: mostRewards, after: undefined })),
  };
};
