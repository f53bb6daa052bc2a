import type { CustomerFact, SegmentFact } from '@qsr/seed';
import type { CustomerItem } from '../repository/customers.ts';
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
  phone: profile.phone ?? undefined,
  birthday: profile.birthday ?? undefined,
  consents: consents.map(consentItem),
  communicationPreferences,
});

/** A segment of the demonstration business as it is stored. */
export const segmentItem = (segment: SegmentFact): SegmentItem => ({ ...segment, collection: 'segments' });
