import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Shelf } from '../catalogue/shelf.ts';
import type { CustomerFact } from '../facts/customers.ts';
import { openCartOf } from './cart.ts';
import { consentsOf, preferencesOf } from './consents.ts';
import { historyOf } from './history.ts';
import { customerOffersOf } from './offers.ts';
import { createPerson } from './person.ts';
import { segmentsOf, traitsOf } from './traits.ts';
import { vaultOf } from './vault.ts';

/** All facts about one customer. */
export const customerOf = (catalogue: Catalogue, shelf: Shelf, index: number): CustomerFact => {
  const person = createPerson(catalogue, index);
  const vault = vaultOf(person, catalogue.anchor);
  const history = historyOf({ person, catalogue, shelf, vault });
  const traits = traitsOf(history, catalogue);
  const segmentIds = segmentsOf(traits, person, catalogue);
  const offers = customerOffersOf({ person, catalogue, history, segmentIds });
  const consents = consentsOf(person, catalogue.anchor);
  return {
    id: person.id,
    index,
    profile: person.profile,
    consents,
    communicationPreferences: preferencesOf(person, consents),
    loyalty: history.loyalty,
    offers,
    orders: history.orders,
    ...openCartOf({ person, catalogue, shelf, offers }),
    vault,
    traits,
    segmentIds,
  };
};
