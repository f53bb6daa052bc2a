import { release, reserve } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { contactKey, type ContactReservationItem } from '../repository/contact-reservations.ts';
import type { CustomerItem } from '../repository/customers.ts';

/** A contact that somebody wants to have for themselves. */
export interface WantedContact {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

type Repositories = Pick<Context['repositories'], 'contactReservations' | 'customers'>;

const contactsOf = ({ email, phone }: CustomerItem): string[] => [
  ...(email === undefined ? [] : [contactKey('email', email.address)]),
  ...(phone === undefined ? [] : [contactKey('phone', phone.number)]),
];

const reservationOf = (
  { kind, value }: WantedContact,
  customerId: string,
  { contactReservations }: Pick<Repositories, 'contactReservations'>,
) => {
  const contact = contactKey(kind, value);
  const isMine = (present: ContactReservationItem): boolean => present.customerId === customerId;
  return { table: contactReservations.table, key: { partition: contact }, contact, isMine };
};

/** Gives a contact to a customer unless another one has it; false when one has. Doing it again does no harm. */
export const reserveContact = (
  wanted: WantedContact,
  customerId: string,
  { repositories, now }: { readonly repositories: Repositories; readonly now: () => Date },
): Promise<boolean> => {
  const { contact, ...reservation } = reservationOf(wanted, customerId, repositories);
  const mine = { contact, customerId, reservedAt: now().toISOString() };
  const isHeld = async (present: ContactReservationItem): Promise<boolean> => {
    const holder = await repositories.customers.table.get({ partition: present.customerId });
    return holder !== null && contactsOf(holder).includes(contact);
  };
  return reserve({ ...reservation, mine, isHeld }, now());
};

/** Gives back at once what was reserved for a customer who did not come to be. */
export const releaseContact = (
  wanted: WantedContact,
  customerId: string,
  repositories: Pick<Repositories, 'contactReservations'>,
): Promise<void> => release(reservationOf(wanted, customerId, repositories));
