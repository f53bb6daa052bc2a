import type { CustomerFact, SegmentFact, World } from '@qsr/seed';
import type { PolicyType } from '../domain/policy.ts';
import { contactKey, type ContactReservationItem } from '../repository/contact-reservations.ts';
import type { CustomerItem } from '../repository/customers.ts';
import type { PolicyItem } from '../repository/policies.ts';
import type { SegmentItem } from '../repository/segments.ts';

/** A record of the past never says EXPIRED: that follows from expiresAt when it is read. */
const consentItem = (consent: CustomerFact['consents'][number]): CustomerItem['consents'][number] => ({
  ...consent,
  status: consent.status === 'EXPIRED' ? 'GRANTED' : consent.status,
});

/** A customer of the demonstration business as it is stored. */
export const customerItem = ({ id, profile, consents, communicationPreferences }: CustomerFact): CustomerItem => ({
  ...profile,
  id,
  revision: 1,
  phone: profile.phone ?? undefined,
  birthday: profile.birthday ?? undefined,
  consents: consents.map(consentItem),
  communicationPreferences,
});

/** A segment of the demonstration business as it is stored. */
export const segmentItem = (segment: SegmentFact): SegmentItem => ({ ...segment, collection: 'segments' });

/** That a customer's contacts are theirs alone. */
export const contactReservationItems = ({ id, profile }: CustomerFact): ContactReservationItem[] => {
  const { email, phone, createdAt } = profile;
  return [
    { contact: contactKey('email', email.address), customerId: id, reservedAt: createdAt },
    ...(phone === null ? [] : [{ contact: contactKey('phone', phone.number), customerId: id, reservedAt: createdAt }]),
  ];
};

const policyTypes: readonly PolicyType[] = ['TERMS', 'PRIVACY_NOTICE', 'MARKETING_CONSENT'];

/** The editions of the legal texts that customers agree to. */
export const policyItems = ({ content }: World): PolicyItem[] =>
  policyTypes.map((type) => ({
    type,
    editions: content.legalDocuments
      .filter((document) => document.type === type)
      .map(({ version, effectiveFrom }) => ({ edition: version, effectiveFrom })),
  }));
