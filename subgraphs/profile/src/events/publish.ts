import { newEvent, type EventEnvelope } from '@qsr/events';
import { derivedId } from '@qsr/subgraph/writing';
import type { ConsentRecord } from '../domain/consent.ts';
import type { ConsentDecision } from '../domain/decisions.ts';
import type { CustomerItem } from '../repository/customers.ts';

const said = (decisions: readonly ConsentDecision[]) =>
  decisions.map(({ purpose, channel, granted }) => ({ purpose, channel, granted }));

/** What a sign-up said besides the profile itself. */
export interface Registration {
  readonly source: ConsentRecord['source'];
  readonly jurisdiction: string | null;
  readonly enrollInLoyalty: boolean;
  readonly referralCode?: string | undefined;
  readonly decisions: readonly ConsentDecision[];
}

/** Somebody has signed up. */
export const customerRegistered = (
  { id, locale, homeStoreId, createdAt }: CustomerItem,
  { decisions, ...registration }: Registration,
): EventEnvelope =>
  newEvent(
    'profile.customer.registered',
    {
      customerId: id,
      locale,
      homeStoreId: homeStoreId ?? null,
      ...registration,
      consents: said(decisions),
      at: createdAt,
    },
    { id: derivedId('evt', 'registered', id), time: createdAt, subject: id, partitionKey: id, correlationId: id },
  );

/** A customer has decided something. `revision` tells the occasions of one customer apart. */
export const consentRecorded = (
  { id, revision }: CustomerItem,
  decisions: readonly ConsentDecision[],
  at: string,
): EventEnvelope =>
  newEvent(
    'profile.consent.recorded',
    { customerId: id, consents: said(decisions), at },
    {
      id: derivedId('evt', 'consent', id, String(revision)),
      time: at,
      subject: id,
      partitionKey: id,
      correlationId: id,
    },
  );
