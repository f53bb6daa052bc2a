import { abstractTypes } from './abstract-types.ts';
import { across } from './across.ts';
import { access, costs, tags } from './access.ts';
import { args } from './arguments.ts';
import type { Case } from './case.ts';
import { directives, directiveUses } from './directives.ts';
import { fieldTypes } from './field-types.ts';
import { fields } from './fields.ts';
import { inputs } from './inputs.ts';
import { keys } from './keys.ts';
import { kinds } from './kinds.ts';
import { enumerations, scalars } from './leaf-types.ts';
import { links } from './links.ts';
import { needs } from './needs.ts';
import { ownership } from './ownership.ts';
import { sharing } from './sharing.ts';
import { subgraphs } from './subgraphs.ts';
import { types } from './types.ts';

/** By what is changed. */
export const corpus: Readonly<Record<string, readonly Case[]>> = {
  fields,
  'types of fields': fieldTypes,
  arguments: args,
  inputs,
  types,
  kinds,
  'abstract types': abstractTypes,
  scalars,
  enums: enumerations,
  directives,
  'uses of directives': directiveUses,
  keys,
  ownership,
  needs,
  subgraphs,
  links,
  sharing,
  'what subgraphs have in common': across,
  access,
  costs,
  tags,
};
