import { AppError } from '@qsr/errors';
import type { StoreSession, Stored, TableSpec } from '@qsr/store';
import type { PointRate } from '../domain/money.ts';
import type { TierRules } from '../domain/tier.ts';

/** A kind of value that accounts of a program hold. */
export interface ProgramWallet {
  readonly code: string;
  readonly name: string;
  readonly kind: 'POINTS' | 'STORED_VALUE' | 'VISITS' | 'COMP';
}

/** The rules of a program: one item, keyed by code. */
export interface ProgramItem extends TierRules {
  readonly code: string;
  readonly name: string;
  readonly pointsName: string;
  /** The points that can be spent; the legacy system tells their balance. */
  readonly pointsWallet: ProgramWallet;
  /** What points are earned by, one rate a currency. */
  readonly earnRates: readonly PointRate[];
  /** What points pay, one rate a currency. */
  readonly tenderRates: readonly PointRate[];
  /** Days until earned points expire. */
  readonly pointsLifeDays: number;
}

export type StoredProgram = Stored<ProgramItem>;

export const programsTable: TableSpec<ProgramItem> = { name: 'loyalty-programs', key: { partition: 'code' } };

/** Access: by code. */
export const programRepository = (session: StoreSession) => ({ table: session.table(programsTable) });

/** The program of an account. Throws `INTERNAL_SERVER_ERROR` when the catalogue lacks it. */
export const programOfAccount = async (
  { programs }: { readonly programs: ReturnType<typeof programRepository> },
  { id, programCode }: { readonly id: string; readonly programCode: string },
): Promise<StoredProgram> => {
  const program = await programs.table.get({ partition: programCode });
  if (program !== null) return program;
  throw new AppError('INTERNAL_SERVER_ERROR', `account ${id}: no program ${programCode}`);
};
