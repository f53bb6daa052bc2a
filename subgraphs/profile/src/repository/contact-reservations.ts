import { createHash } from 'node:crypto';
import type { StoreSession, TableSpec } from '@qsr/store';

/**
 * That an e-mail address or a phone number belongs to a customer. An item with a key of its own is what makes it
 * unique; by its hash, so that this table holds no contact data. Instants are RFC 3339 in UTC.
 */
export interface ContactReservationItem {
  readonly contact: string;
  readonly customerId: string;
  readonly reservedAt: string;
}

export const contactReservationsTable: TableSpec<ContactReservationItem> = {
  name: 'contact-reservations',
  key: { partition: 'contact' },
};

/** What a contact is told apart by: upper and lower case make no difference. */
export const contactKey = (kind: 'email' | 'phone', value: string): string =>
  `${kind}:${createHash('sha256').update(value.trim().toLowerCase()).digest('base64url')}`;

/** Access: by hash. */
export const contactReservationRepository = (session: StoreSession) => ({
  table: session.table(contactReservationsTable),
});
