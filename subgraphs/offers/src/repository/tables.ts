import { claimCodesTable } from './claim-codes.ts';
import { customerOffersTable } from './customer-offers.ts';
import { customerStandingsTable } from './customer-standings.ts';
import { offerExportsTable } from './offer-exports.ts';
import { offerUsageTable } from './offer-usage.ts';
import { offersTable } from './offers.ts';
import { redemptionsTable } from './redemptions.ts';
import { storeScopesTable } from './store-scopes.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  offersTable,
  offerUsageTable,
  customerOffersTable,
  customerStandingsTable,
  redemptionsTable,
  claimCodesTable,
  storeScopesTable,
  offerExportsTable,
];
