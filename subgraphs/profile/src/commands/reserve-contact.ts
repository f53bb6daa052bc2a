import type { Context } from '../context.ts';
import { contactKey } from '../repository/contact-reservations.ts';
import type { CustomerItem } from '../repository/customers.ts';

/** A contact that somebody wants to have for themselves. */
export interface WantedContact {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

type Repositories = Pick<Context['repositories'], 'contactReservations' | 'customers'>;

/** How long whoever reserved a contact may take to write the customer who has it, in ms. */
const graceMs = 15 * 60_000;

const contactsOf = ({ email, phone }: CustomerItem): string[] => [
  ...(email === undefined ? [] : [contactKey('email', email.address)]),
  ...(phone === undefined ? [] : [contactKey('phone', phone.number)]),
];

/**
 * Gives a contact to a customer unless another one has it; false when one has. A reservation whose customer never came
 * to be, or has another contact by now, is taken over after a while, so nobody needs to give one back. Reserving again
 * what is one's own moves its version, so that it cannot be taken over at the same time.
 */
export const reserveContact = async (
  wanted: WantedContact,
  customerId: string,
  context: Pick<Context, 'repositories' | 'now'>,
): Promise<boolean> => {
  const { repositories, now } = context;
  const { table } = repositories.contactReservations;
  const contact = contactKey(wanted.kind, wanted.value);
  const mine = { contact, customerId, reservedAt: now().toISOString() };
  if (await table.create(mine)) return true;
  const present = await table.get({ partition: contact });
  if (present !== null && present.customerId !== customerId) {
    if (Date.parse(present.reservedAt) + graceMs > now().getTime()) return false;
    const holder = await repositories.customers.table.get({ partition: present.customerId });
    if (holder !== null && contactsOf(holder).includes(contact)) return false;
  }
  if (present !== null && (await table.replace(mine, present.version))) return true;
  return reserveContact(wanted, customerId, context);
};

/** Gives back at once what was reserved for a customer who did not come to be. */
export const releaseContact = async (
  { kind, value }: WantedContact,
  customerId: string,
  { contactReservations }: Pick<Repositories, 'contactReservations'>,
): Promise<void> => {
  const key = { partition: contactKey(kind, value) };
  const present = await contactReservations.table.get(key);
  if (present?.customerId === customerId) await contactReservations.table.remove(key, present.version);
};
