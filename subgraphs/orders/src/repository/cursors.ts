import type { StoreSession, TableSpec } from '@qsr/store';

/** How far a feed of another system was read. */
export interface CursorItem {
  /** The feed. */
  readonly id: string;
  readonly sequence: number;
}

export const cursorsTable: TableSpec<CursorItem> = { name: 'cursors', key: { partition: 'id' } };

/** Access: by feed. */
export const cursorRepository = (session: StoreSession) => {
  const table = session.table(cursorsTable);
  return {
    table,
    /** 0 for a feed that was never read. */
    read: async (id: string): Promise<number> => (await table.get({ partition: id }))?.sequence ?? 0,
    /** Never backwards: another process may have read further. */
    advance: async (id: string, sequence: number): Promise<void> => {
      const present = await table.get({ partition: id });
      if (present === null) await table.create({ id, sequence });
      else if (present.sequence < sequence) await table.replace({ id, sequence }, present.version);
    },
  };
};
