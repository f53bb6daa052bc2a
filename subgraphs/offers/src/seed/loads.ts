import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { claimCodesTable } from '../repository/claim-codes.ts';
import { customerOffersTable } from '../repository/customer-offers.ts';
import { customerStandingsTable } from '../repository/customer-standings.ts';
import { offerCodesTable } from '../repository/offer-codes.ts';
import { offerUsageTable } from '../repository/offer-usage.ts';
import { offersTable } from '../repository/offers.ts';
import { redemptionsTable } from '../repository/redemptions.ts';
import { reservationsTable } from '../repository/reservations.ts';
import { storeScopesTable } from '../repository/store-scopes.ts';
import {
  claimCodeItems,
  customerOffersItem,
  customerStandingItem,
  offerCodeItem,
  offerItem,
  redemptionItems,
  storeScopeItem,
} from './items.ts';
import { reservationItems } from './reservations.ts';
import { createUsageTally } from './tally.ts';

/** What belongs to no customer. */
export const catalogue = ({ offers, stores }: World): readonly Load[] => [
  load(offersTable, offers.map(offerItem)),
  load(offerCodesTable, offers.map(offerCodeItem)),
  load(storeScopesTable, stores.map(storeScopeItem)),
];

/** What belongs to customers, chunk by chunk. Counters are written over with every chunk; the last one completes them. */
export const ofCustomers = ({ offers }: World): ((customers: readonly CustomerFact[]) => readonly Load[]) => {
  const tally = createUsageTally();
  return (customers) => {
    const usage = tally.count(customers);
    const activated = new Map(usage.map((counters) => [counters.offerId, counters.activated ?? 0]));
    return [
      load(customerOffersTable, customers.map(customerOffersItem)),
      load(customerStandingsTable, customers.map(customerStandingItem)),
      load(redemptionsTable, customers.flatMap(redemptionItems)),
      load(reservationsTable, customers.flatMap(reservationItems)),
      load(offerUsageTable, usage),
      load(
        claimCodesTable,
        offers.flatMap((offer) => claimCodeItems(offer, activated.get(offer.id) ?? 0)),
      ),
    ];
  };
};
