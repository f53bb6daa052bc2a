import { z } from 'zod';
import { contractSettings } from '../contracts/settings.ts';
import { unknownRule } from '../lint/known-rules.ts';

export const SETTINGS_FILE = 'registry.yaml';

const severity = z.enum(['off', 'warning', 'error']);

/** Where usage is recorded, and what of it counts; a text alone is the path. */
const usage = z.preprocess(
  (value) => (typeof value === 'string' ? { path: value } : value),
  z.strictObject({
    /** A file, or a directory of `.ndjson` files. */
    path: z.string().min(1).default('usage'),
    /** What was last asked for before so many days is not in use any more. */
    days: z.int().min(1).default(60),
    /** Operations that were asked for less often in that time do not count. */
    minimum_count: z.int().min(1).default(1),
    /** Nor do those with a smaller share of all requests, in percent. */
    minimum_percent: z.number().min(0).max(100).default(0),
    /** Nor those of these clients: `name`, or `name version`. */
    exclude_clients: z.array(z.string().min(1)).default([]),
  }),
);

/** By the names of rules. */
const lint = z.record(z.string(), severity).superRefine((rules, context) => {
  for (const name of Object.keys(rules)) {
    const message = unknownRule(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
  }
});

/** registry.yaml: what supergraph.yaml, whose format is Rover's, has no room for. Everything in it may be left out. */
export const settingsSchema = z.strictObject({
  base: z.string().min(1).default('origin/main'),
  supergraph: z.string().min(1).default('supergraph.graphql'),
  operations: z.string().min(1).default('operations/*.graphql'),
  budgets: z.string().min(1).default('operations/budgets.yaml'),
  calls: z.string().min(1).default('operations/calls.json'),
  usage: usage.prefault({}),
  contracts: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), contractSettings).default({}),
  artifacts: z.string().min(1).default('dist/supergraph'),
  lint: lint.default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type UsageSettings = Settings['usage'];
export type LintSettings = Settings['lint'];
