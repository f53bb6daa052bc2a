import { z } from 'zod';

const severity = z.enum(['off', 'warning', 'error']);

/** A variant of the API schema without the elements of some tags. */
const contract = z.strictObject({
  exclude: z.array(z.string().min(1)).min(1),
  /** Types that no path may reach; with a leading `@`, the tag of elements that none may. */
  unreachable: z.array(z.string().min(1)).default([]),
});

/** registry.yaml: what supergraph.yaml, whose format is Rover's, has no room for. Everything in it may be left out. */
export const settingsSchema = z.strictObject({
  base: z.string().min(1).default('origin/main'),
  supergraph: z.string().min(1).default('supergraph.graphql'),
  operations: z.string().min(1).default('operations/*.graphql'),
  usage: z.string().min(1).default('usage'),
  contracts: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), contract).default({}),
  artifacts: z.string().min(1).default('dist/supergraph'),
  lint: z.record(z.string(), severity).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ContractSettings = z.infer<typeof contract>;
export type LintSettings = Settings['lint'];
