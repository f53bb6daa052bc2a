import { access, costs, tags } from './access.ts';
import { args } from './arguments.ts';
import type { Case } from './case.ts';
import { directives, directiveUses } from './directives.ts';
import { keys, ownership } from './federation.ts';
import { fields } from './fields.ts';
import { inputs } from './inputs.ts';
import { enumerations, scalars, types } from './types.ts';

/** By what is changed. */
export const corpus: Readonly<Record<string, readonly Case[]>> = {
  fields,
  arguments: args,
  inputs,
  types,
  scalars,
  enums: enumerations,
  directives,
  'uses of directives': directiveUses,
  keys,
  ownership,
  access,
  costs,
  tags,
};
