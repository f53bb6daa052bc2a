import { z } from 'zod';
import { contractSettings } from '../contracts/settings.ts';

const severity = z.enum(['off', 'warning', 'error']);

/** registry.yaml: what supergraph.yaml, whose format is Rover's, has no room for. Everything in it may be left out. */
export const settingsSchema = z.strictObject({
  base: z.string().min(1).default('origin/main'),
  supergraph: z.string().min(1).default('supergraph.graphql'),
  operations: z.string().min(1).default('operations/*.graphql'),
  budgets: z.string().min(1).default('operations/budgets.yaml'),
  calls: z.string().min(1).default('operations/calls.json'),
  usage: z.string().min(1).default('usage'),
  contracts: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), contractSettings).default({}),
  artifacts: z.string().min(1).default('dist/supergraph'),
  lint: z.record(z.string(), severity).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type LintSettings = Settings['lint'];
