import type { HandoffMode } from '@qsr/subgraph/channels';

/** Whom to call about an order. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

const isBetween = (text: string, least: number, most: number): boolean => text.length >= least && text.length <= most;

/** What is wrong with a contact, in a sentence, and which member; null when nothing is. */
export const contactProblem = (
  contact: Contact | null,
  { handoffMode, isGuest }: { readonly handoffMode: HandoffMode; readonly isGuest: boolean },
): { readonly message: string; readonly path: readonly string[] } | null => {
  if (contact === null) {
    return isGuest && (handoffMode === 'DELIVERY' || handoffMode === 'CURBSIDE')
      ? { message: 'Please leave a name and a phone number, so that the food finds you.', path: ['contact'] }
      : null;
  }
  if (!isBetween(contact.name.trim(), 1, 100)) {
    return { message: 'A name has 1 to 100 characters.', path: ['contact', 'name'] };
  }
  if (!/^\+?[0-9 ()./-]{5,25}$/.test(contact.phone.trim())) {
    return { message: 'This is no phone number.', path: ['contact', 'phone'] };
  }
  return null;
};
