import { createCatalogue } from './catalogue/catalogue.ts';
import { stableIds } from './catalogue/ids.ts';
import { createShelf } from './catalogue/shelf.ts';
import { customerOf } from './customer/customer.ts';
import { customerId } from './customer/person.ts';
import { DAY } from './kernel/time.ts';
import type { World, WorldOptions } from './facts.ts';
import type { CustomerFact } from './facts/customers.ts';
import type { Id } from './facts/common.ts';
import type { OfferUsageFact } from './facts/offers.ts';
import { tallyUsage } from './usage.ts';

const DEFAULT_SEED = 'larkfield';

const midnight = (anchor: string): number => {
  const at = Date.parse(anchor);
  if (Number.isNaN(at) || at % DAY !== 0) throw new RangeError(`anchor must be a UTC midnight, not "${anchor}".`);
  return at;
};

/** Throws RangeError for an anchor that is no UTC midnight, or an index that is no customer's. */
export const createWorld = ({ anchor, customers: customerCount, seed = DEFAULT_SEED }: WorldOptions): World => {
  const catalogue = createCatalogue(seed, midnight(anchor));
  const shelf = createShelf(catalogue.menu);
  let usage: ReadonlyMap<Id, OfferUsageFact> | null = null;

  const customer = (index: number): CustomerFact => {
    if (!Number.isInteger(index) || index < 0 || index >= customerCount) {
      throw new RangeError(`No customer ${index} among ${customerCount}.`);
    }
    return customerOf(catalogue, shelf, index);
  };
  function* customers(from = 0, to = customerCount): Generator<CustomerFact> {
    for (let index = from; index < to; index += 1) yield customer(index);
  }

  return {
    anchor,
    stores: catalogue.stores,
    menu: catalogue.menu,
    offers: catalogue.offers,
    segments: catalogue.segments,
    program: catalogue.program,
    rewards: catalogue.rewards,
    content: catalogue.content,
    customerCount,
    defaultCustomerId: customerId(catalogue, 0),
    customer,
    customers,
    offerUsage: () => (usage ??= tallyUsage(catalogue.offers, customers())),
  };
};

/** The default customer of a seed, without a world: ids of customers do not depend on the anchor. */
export const defaultCustomerId = (seed: string = DEFAULT_SEED): Id => stableIds(seed)('cus', 0);
