import { z } from 'zod';

const tag = z.string().regex(/^[\w/-]{1,128}$/, 'a tag has letters, digits, "_", "-" and "/", at most 128 of them');

const promise = z
  .string()
  .regex(
    /^(@[\w/-]{1,128}|[_A-Za-z]\w*)$/,
    'name a type, such as Customer, or a tag with "@" before it, such as "@pii"',
  );

/** A contract: a variant of the supergraph without the elements of some tags. */
export const contractSettings = z
  .strictObject({
    exclude: z
      .array(tag)
      .default([])
      .meta({ description: 'What has one of these tags is left out', examples: [['internal', 'pii']] }),
    include: z
      .array(tag)
      .default([])
      .meta({
        description: 'Fields and unions that have none of these tags are left out; empty: none are',
        examples: [['partner']],
      }),
    hide_unreachable_types: z
      .boolean()
      .default(true)
      .meta({ description: 'Leaves out the types that no path from a root type reaches', examples: [false] }),
    unreachable: z
      .array(promise)
      .default([])
      .meta({
        description: 'A promise: types that no path may reach; with a leading `@`, the tag of elements that none may',
        examples: [['Customer', '@pii']],
      }),
    clients: z
      .array(z.string().min(1))
      .default([])
      .meta({
        description:
          'Names of the clients that use it, as they are recorded; empty: any may. Only their use counts for it',
        examples: [['campaigns']],
      }),
    deprecated: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'What its users shall do instead. Only a contract whose base says so may go',
        examples: ['Use public.'],
      }),
  })
  .refine(({ exclude, include }) => exclude.length + include.length > 0, {
    error: 'a contract excludes or includes at least one tag',
  })
  .refine(({ exclude, include }) => exclude.every((name) => !include.includes(name)), {
    error: 'a tag cannot be both excluded and included',
  });

export type ContractSettings = z.infer<typeof contractSettings>;
