import { storedFields } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import type { ModifierGroupResolvers } from '../generated/resolvers.ts';
import type { ModifierGroupMapper } from '../mappers.ts';

const stored = storedFields(({ loaders }: Context) => loaders.modifierGroups);

export const ModifierGroup: ModifierGroupResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.modifierGroups.load(id),
  code: stored((group) => group.code),
  min: stored((group) => group.min),
  max: stored((group) => group.max),
  modifiers: stored((group, _context, { currency }: ModifierGroupMapper) =>
    group.modifierIds.map((id) => ({ id, currency })),
  ),
};
