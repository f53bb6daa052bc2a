import { createHash } from 'node:crypto';
import type { StoreSession, TableSpec } from '@qsr/store';

/**
 * That a member card belongs to an account. An item with a key of its own is what makes it belong to one; by its hash,
 * for whoever knows a card's number can spend its points. Instants are RFC 3339 in UTC.
 */
export interface CardItem {
  readonly card: string;
  readonly accountId: string;
  readonly reservedAt: string;
}

export const cardsTable: TableSpec<CardItem> = { name: 'loyalty-cards', key: { partition: 'card' } };

/** What a card is told apart by. */
export const cardKey = (cardNumber: string): string => createHash('sha256').update(cardNumber).digest('base64url');

/** Access: by hash. */
export const cardRepository = (session: StoreSession) => ({ table: session.table(cardsTable) });
