import type { StoreSession } from '@qsr/store';
import { claimsTable, inboxTable } from '@qsr/subgraph/writing';
import { claimCodeRepository, claimCodesTable } from './claim-codes.ts';
import { customerOfferRepository, customerOffersTable } from './customer-offers.ts';
import { customerStandingRepository, customerStandingsTable } from './customer-standings.ts';
import { offerCodeRepository, offerCodesTable } from './offer-codes.ts';
import { offerExportRepository, offerExportsTable } from './offer-exports.ts';
import { offerUsageRepository, offerUsageTable } from './offer-usage.ts';
import { offerRepository, offersTable } from './offers.ts';
import { redemptionRepository, redemptionsTable } from './redemptions.ts';
import { reservationRepository, reservationsTable } from './reservations.ts';
import { storeScopeRepository, storeScopesTable } from './store-scopes.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  offersTable,
  offerUsageTable,
  customerOffersTable,
  customerStandingsTable,
  reservationsTable,
  redemptionsTable,
  claimCodesTable,
  offerCodesTable,
  storeScopesTable,
  offerExportsTable,
  claimsTable,
  inboxTable,
];

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  offers: offerRepository(session),
  offerUsage: offerUsageRepository(session),
  customerOffers: customerOfferRepository(session),
  customerStandings: customerStandingRepository(session),
  reservations: reservationRepository(session),
  redemptions: redemptionRepository(session),
  claimCodes: claimCodeRepository(session),
  offerCodes: offerCodeRepository(session),
  storeScopes: storeScopeRepository(session),
  offerExports: offerExportRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
