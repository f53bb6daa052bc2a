import type { Example, Rule } from './rule.ts';

const fenced = (sdl: string): string => `\`\`\`graphql\n${sdl.trim()}\n\`\`\``;

const exampleOf = (example: Example): string =>
  typeof example === 'string'
    ? fenced(example)
    : Object.entries(example)
        .map(([subgraph, sdl]) => `In \`${subgraph}\`:\n\n${fenced(sdl)}`)
        .join('\n\n');

const foundIn = ({ finds: { coordinate, line, column, subgraph } }: Rule): string =>
  `finds \`${coordinate}\` at ${line}:${column}${subgraph === undefined ? '' : ` of \`${subgraph}\``}`;

/** What there is to know of a rule, as Markdown without its heading. */
export const explain = (rule: Rule): string =>
  [
    rule.what,
    rule.why,
    ...(rule.alike === undefined ? [] : [`Elsewhere: ${rule.alike.join('; ')}.`]),
    ...(rule.severity === 'error' ? ['An error, unless registry.yaml says otherwise.'] : []),
    `Bad (it ${foundIn(rule)}):`,
    exampleOf(rule.bad),
    'Good:',
    exampleOf(rule.good),
  ].join('\n\n');

const HEAD = `# Schema lint

What \`supergraph lint\`, and \`supergraph check\` with it, looks for in the schemas of the subgraphs. Every example is a
test of its rule: the rule finds what is said to be found, no other rule finds anything, and what is good composes. The
examples leave \`@link\` out. Generated from \`packages/registry/src/lint/rules\` by \`npm run generate\`.

\`supergraph lint --list\` lists the rules, \`supergraph lint --explain RULE\` shows one.

## Severity

Rules warn, so that a graph can take them up one by one; only an error fails the check. registry.yaml, beside
supergraph.yaml, sets the severity of single rules, and of all that it does not name by \`ALL\`:

\`\`\`yaml
lint:
  ALL: warning
  MONEY_AS_FLOAT: error
  TOTAL_COUNT: off
\`\`\`

## Suppression

A comment takes findings of the next line back, those of a field or argument also above its description. The reason is
required, and a comment that suppresses nothing is itself a finding:

\`\`\`graphql
# lint-disable-next-line LIST_UNBOUNDED: an airport has five at most
airportStores: [Store!]
\`\`\`

## What is no rule here

- An enum that is used as an input may have any name (GraphOS \`ENUM_USED_AS_INPUT_WITHOUT_SUFFIX\`): the same values go
  in and come out, and two enums for them would have to be kept alike.
- Order of definitions, style of descriptions, contact of a subgraph: they change nothing for clients or the planner.
- What composition refuses or hints at anyway: \`supergraph check\` reports it as \`compose\`.
`;

const row = ({ name, what }: Rule): string =>
  `| [\`${name}\`](#${name.toLowerCase()}) | ${what.replace(/\|/g, '\\|')} |`;

/** docs/schema-lint.md, as Markdown that is still to be formatted. */
export const lintDocument = (rules: readonly Rule[]): string =>
  [
    HEAD,
    ['## Rules\n', '| Rule | What must hold |', '| --- | --- |', ...rules.map(row)].join('\n'),
    ...rules.map((rule) => `### ${rule.name}\n\n${explain(rule)}`),
  ].join('\n\n') + '\n';
