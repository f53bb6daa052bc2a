import type { Change } from '../change.ts';
import { accessChanges } from './access.ts';
import { costChanges } from './costs.ts';
import { enumChanges } from './enums.ts';
import { fieldChanges } from './fields.ts';
import { graphChanges, typeChanges } from './graphs.ts';
import { keyChanges } from './keys.ts';
import type { Models } from './model.ts';
import { tagChanges, type ContractTags } from './tags.ts';

/**
 * What is different between subgraphs, and for those who run them: two supergraphs with the directives of the join spec.
 * What only clients see is in `diffApi`.
 */
export const diffFederation = (models: Models, contracts: ContractTags): readonly Change[] => [
  ...graphChanges(models),
  ...typeChanges(models),
  ...keyChanges(models),
  ...fieldChanges(models),
  ...accessChanges(models),
  ...enumChanges(models),
  ...costChanges(models),
  ...tagChanges(models, contracts),
];
