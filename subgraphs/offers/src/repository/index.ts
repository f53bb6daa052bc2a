import type { StoreSession } from '@qsr/store';
import { customerOffersRepository } from './customer-offers.ts';
import { customerStandingRepository } from './customer-standings.ts';
import { offerExportRepository } from './offer-exports.ts';
import { offerUsageRepository } from './offer-usage.ts';
import { offerRepository } from './offers.ts';
import { redemptionRepository } from './redemptions.ts';
import { storeScopeRepository } from './store-scopes.ts';

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  offers: offerRepository(session),
  usage: offerUsageRepository(session),
  customerOffers: customerOffersRepository(session),
  standings: customerStandingRepository(session),
  redemptions: redemptionRepository(session),
  storeScopes: storeScopeRepository(session),
  offerExports: offerExportRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
