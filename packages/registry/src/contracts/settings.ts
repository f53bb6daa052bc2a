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
    /** What has one of these tags is left out. */
    exclude: z.array(tag).default([]),
    /** Fields and unions that have none of these tags are left out; empty: none are. */
    include: z.array(tag).default([]),
    /** Leaves out the types that no path from a root type reaches. */
    hide_unreachable_types: z.boolean().default(true),
    /** Types that no path may reach; with a leading `@`, the tag of elements that none may. */
    unreachable: z.array(promise).default([]),
    /** Names of the clients that use it, as they are recorded; none: any may. Only their use counts for it. */
    clients: z.array(z.string().min(1)).default([]),
    /** What its users shall do instead. Only a contract whose base says so may go. */
    deprecated: z.string().min(1).optional(),
  })
  .refine(({ exclude, include }) => exclude.length + include.length > 0, {
    error: 'a contract excludes or includes at least one tag',
  })
  .refine(({ exclude, include }) => exclude.every((name) => !include.includes(name)), {
    error: 'a tag cannot be both excluded and included',
  });

export type ContractSettings = z.infer<typeof contractSettings>;
