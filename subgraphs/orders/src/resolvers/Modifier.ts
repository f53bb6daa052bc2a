import { storedFields } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import type { ModifierResolvers } from '../generated/resolvers.ts';
import type { ModifierMapper } from '../mappers.ts';
import { money } from './amounts.ts';

const stored = storedFields(({ loaders }: Context) => loaders.modifiers);

export const Modifier: ModifierResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.modifiers.load(id),
  code: stored((modifier) => modifier.code),
  priceDelta: stored(({ priceDeltas }, _context, { currency }: ModifierMapper) => {
    const delta = currency === undefined ? undefined : priceDeltas[currency];
    return currency === undefined || delta === undefined ? null : money(delta, currency);
  }),
  available: stored((modifier) => modifier.available),
};
