import { money } from '../domain/money.ts';
import type { ModifierResolvers } from '../generated/resolvers.ts';
import type { ModifierMapper } from '../mappers.ts';
import { storedFields } from './stored.ts';

const stored = storedFields(({ modifiers }) => modifiers);

export const Modifier: ModifierResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.modifiers.load(id),
  code: stored((modifier) => modifier.code),
  priceDelta: stored(({ priceDeltas }, _context, { currency }: ModifierMapper) => {
    const delta = currency === undefined ? undefined : priceDeltas[currency];
    return currency === undefined || delta === undefined ? null : money(delta, currency);
  }),
  available: stored((modifier) => modifier.available),
};
