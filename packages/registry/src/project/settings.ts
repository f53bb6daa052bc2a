import { z } from 'zod';
import { contractSettings } from '../contracts/settings.ts';
import { unknownRule } from '../lint/known-rules.ts';

export const SETTINGS_FILE = 'registry.yaml';

const severity = z.enum(['off', 'warning', 'error']).meta({
  description: 'How bad it is what a rule finds; `ALL` is for the rules that are not named',
  examples: ['error'],
  fallback: "the rule's own",
});

/** A key with its default, and what docs/schema-checks.md says of it. */
const text = (fallback: string, description: string, example: string) =>
  z
    .string()
    .min(1)
    .default(fallback)
    .meta({ description, examples: [example] });

/** Where usage is recorded, and what of it counts; a text alone is the path. */
const usage = z.preprocess(
  (value) => (typeof value === 'string' ? { path: value } : value),
  z.strictObject({
    path: text('usage', 'Where usage is recorded: a file, or a folder of `.ndjson` files', 'recorded/usage.ndjson'),
    days: z
      .int()
      .min(1)
      .default(60)
      .meta({ description: 'What was last asked for before so many days is not in use any more', examples: [90] }),
    minimum_count: z
      .int()
      .min(1)
      .default(1)
      .meta({ description: 'Operations that were asked for less often in that time do not count', examples: [10] }),
    minimum_percent: z
      .number()
      .min(0)
      .max(100)
      .default(0)
      .meta({ description: 'Nor do those with a smaller share of all requests, in percent', examples: [0.01] }),
    exclude_clients: z
      .array(z.string().min(1))
      .default([])
      .meta({
        description: 'Nor those of these clients: `name`, or `name version`',
        examples: [['smoke-test', 'web 1.0.0']],
      }),
  }),
);

/** By the names of rules. */
const contractName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a contract is named with small letters, digits and "-", such as partner-api');

const lint = z.record(z.string(), severity).superRefine((rules, context) => {
  for (const name of Object.keys(rules)) {
    const message = unknownRule(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
  }
});

/**
 * registry.yaml: what supergraph.yaml, whose format is Rover's, has no room for. Everything in it may be left out. The
 * table in docs/schema-checks.md is generated from it.
 */
export const settingsSchema = z.strictObject({
  base: text('origin/main', 'The revision of git that changes are compared with', 'origin/develop'),
  supergraph: text('supergraph.graphql', 'The composed file, which is committed', 'schema/supergraph.graphql'),
  operations: text('operations/*.graphql', 'Pattern of the persisted operations', 'clients/**/*.graphql'),
  budgets: text('operations/budgets.yaml', 'What each of them may cost', 'clients/budgets.yaml'),
  calls: text(
    'operations/calls.json',
    'Calls of each of them to stores and legacy systems, as they were counted in a run',
    'clients/calls.json',
  ),
  usage: usage.prefault({}),
  contracts: z.record(contractName, contractSettings).default({}),
  artifacts: text('dist/supergraph', 'The folder that `supergraph publish` writes to', 'artifact'),
  lint: lint.default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type UsageSettings = Settings['usage'];
export type LintSettings = Settings['lint'];
